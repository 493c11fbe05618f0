package dev.schemaguard.jdbc.doctor;

import dev.schemaguard.input.InputFile;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What an application's own settings say about its expectation, as far as they can be read without running it.
 *
 * @param named the locations that a setting names, by that setting
 * @param notRead the files that may say more, with the reason
 */
record OwnSettings(Map<String, List<String>> named, List<String> notRead) {

    private static final String FILE = "application.properties";
    private static final List<String> OTHERS =
            List.of("application.yml", "application.yaml", "config/application.properties", "config/application.yml");

    /** In the order in which they decide; each names one location or several, by commas. */
    private static final List<String> SETTINGS =
            List.of("schema-guard.expect", "spring.flyway.locations", "spring.liquibase.change-log");

    /** Longer than any that a person wrote. */
    private static final long LONGEST = 1 << 20;

    OwnSettings {
        named = Map.copyOf(named);
        notRead = List.copyOf(notRead);
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
            return new OwnSettings(Map.of(), others);
        }
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(InputFile.text(file, LONGEST)));
        } catch (IOException | IllegalArgumentException e) {
            return new OwnSettings(
                    Map.of(), List.of(FILE + " cannot be read (" + e.getClass().getSimpleName() + ")"));
        }
        Map<String, List<String>> named = new LinkedHashMap<>();
        for (String setting : SETTINGS) {
            Optional.ofNullable(properties.getProperty(setting))
                    .map(OwnSettings::locations)
                    .ifPresent(locations -> named.put(setting, locations));
        }
        return new OwnSettings(named, others);
    }

    /** The settings that name anything, in the order in which they decide. */
    List<String> deciding() {
        return SETTINGS.stream().filter(named::containsKey).toList();
    }

    private static List<String> locations(String value) {
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(location -> !location.isEmpty())
                .toList();
    }
}
