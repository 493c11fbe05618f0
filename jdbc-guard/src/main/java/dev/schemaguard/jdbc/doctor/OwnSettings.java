package dev.schemaguard.jdbc.doctor;

import dev.schemaguard.input.InputFile;
import dev.schemaguard.text.Secrets;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an application's own settings say about its expectation, as far as they can be read without running it.
 *
 * @param named the locations that a setting names, by that setting
 * @param notRead the files that may say more, with the reason
 * @param open what a setting names that only the running application knows
 */
record OwnSettings(Map<String, List<String>> named, List<String> notRead, List<String> open) {

    private static final String FILE = "application.properties";
    private static final List<String> OTHERS =
            List.of("application.yml", "application.yaml", "config/application.properties", "config/application.yml");

    /** Decides before all that is packaged. */
    static final String OURS = "schema-guard.expect";

    /** Decide where nothing of ours does, in this order. */
    static final List<String> OF_TOOLS = List.of("spring.flyway.locations", "spring.liquibase.change-log");

    private static final List<String> SETTINGS =
            Stream.concat(Stream.of(OURS), OF_TOOLS.stream()).toList();

    /** Words for what an application knows, databases, and what stands for something else. */
    private static final Pattern ONLY_RUNNING =
            Pattern.compile("^(?:jpa|flyway|liquibase|spring-data-jdbc|jooq:.*|jdbc:.*)$|\\$\\{|\\{vendor}|\\x00");

    /** Longer than any that a person wrote. */
    private static final long LONGEST = 1 << 20;

    OwnSettings {
        named = Map.copyOf(named);
        notRead = List.copyOf(notRead);
        open = List.copyOf(open);
    }

    /** Those in a folder of resources. */
    static OwnSettings in(Path resources) {
        List<String> others = OTHERS.stream()
                .filter(name -> Files.exists(resources.resolve(name)))
                .map(name ->
                        name + " is not looked into; what it says of schema-guard.expect, Flyway or Liquibase counts"
                                + " when the application starts")
                .toList();
        Path file = resources.resolve(FILE);
        if (!Files.exists(file)) {
            return new OwnSettings(Map.of(), others, List.of());
        }
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(InputFile.text(file, LONGEST)));
        } catch (IOException | IllegalArgumentException e) {
            return new OwnSettings(
                    Map.of(),
                    others,
                    List.of(FILE + " cannot be read (" + e.getClass().getSimpleName() + ")"));
        }
        return of(properties, others);
    }

    private static OwnSettings of(Properties properties, List<String> others) {
        Map<String, List<String>> named = new LinkedHashMap<>();
        List<String> open = new ArrayList<>();
        for (String setting : SETTINGS) {
            List<String> locations = new ArrayList<>();
            for (String location : locations(properties.getProperty(setting, ""))) {
                if (ONLY_RUNNING.matcher(location).find()) {
                    open.add(FILE + ": " + setting + " names '" + Secrets.said(location)
                            + "', which only the running application knows");
                } else {
                    locations.add(location);
                }
            }
            if (!locations.isEmpty()) {
                named.put(setting, locations);
            }
        }
        return new OwnSettings(named, others, open);
    }

    /** The locations that a setting names; none where it says nothing. */
    List<String> namedBy(String setting) {
        return named.getOrDefault(setting, List.of());
    }

    private static List<String> locations(String value) {
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(location -> !location.isEmpty())
                .toList();
    }
}
