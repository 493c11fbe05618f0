package dev.schemaguard.spring.pasted;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * The settings that the pages name are those that there are, and {@code docs/configuration.md} lists each; {@code
 * -Dconfiguration.page.accept=true} writes it.
 */
class PropertiesInPagesTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Path FILE = ROOT.resolve("docs/configuration.md");

    private static final String BEGIN = "<!-- from here: written by the build -->\n";

    private static final String END = "<!-- to here -->\n";

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```properties\\n(.*?)^```$");

    private static final Pattern SETTING = Pattern.compile("(?m)^(?:# )?(schema-guard\\.[a-z.-]+[a-z])=");

    private final List<JsonNode> settings = settings();

    @Test
    void whatIsPastedIsASettingThatThereIs() throws IOException {
        Set<String> known = settings.stream().map(PropertiesInPagesTest::name).collect(Collectors.toSet());
        Set<String> pasted = new TreeSet<>();
        try (Stream<Path> pages = Files.walk(ROOT, 4)) {
            for (Path page : pages.filter(path -> path.toString().endsWith(".md")).toList()) {
                BLOCK.matcher(Files.readString(page))
                        .results()
                        .flatMap(block -> SETTING.matcher(block.group(1)).results())
                        .map(found -> found.group(1).replaceFirst("data-sources\\.[a-z]+\\.", ""))
                        .forEach(pasted::add);
            }
        }

        assertThat(pasted).hasSizeGreaterThan(8).isSubsetOf(known);
    }

    @Test
    void thePageOfSettingsHoldsEach() throws IOException {
        String page = Files.readString(FILE);
        String expected = page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
                + "\n| setting | default | |\n|---|---|---|\n"
                + settings.stream().map(PropertiesInPagesTest::line).collect(Collectors.joining())
                + "\n"
                + page.substring(page.indexOf(END));

        if (Boolean.getBoolean("configuration.page.accept")) {
            Files.writeString(FILE, expected);
            return;
        }
        assertThat(page)
                .as("docs/configuration.md; -Dconfiguration.page.accept=true writes it")
                .isEqualTo(expected);
    }

    private static String line(JsonNode setting) {
        String description = setting.path("description").asText();
        JsonNode value = setting.path("defaultValue");
        return "| `" + name(setting) + "` | " + (value.isMissingNode() ? "" : "`" + value.asText() + "`") + " | "
                + description.replace("|", "\\|") + " |\n";
    }

    private static String name(JsonNode setting) {
        return setting.path("name").asText();
    }

    private static List<JsonNode> settings() {
        try {
            JsonNode all = new ObjectMapper().readTree(Files.readString(
                    Path.of("target/classes/META-INF/spring-configuration-metadata.json")));
            return StreamSupport.stream(all.path("properties").spliterator(), false)
                    .filter(setting -> !setting.has("deprecation"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
