package dev.schemaguard.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What differs between databases is behind core's ports: nothing here names one, in whatever text it compares. */
class ProductNamesTest {

    private static final Pattern NAMED = Pattern.compile(
            "\"[^\"\\n]*(postgres|mysql|mariadb|sqlite|oracle|sqlserver|(?<![a-z0-9])h2(?![a-z0-9]))[^\"\\n]*\"",
            Pattern.CASE_INSENSITIVE);

    @Test
    void standInNoTextOfTheProgram() throws IOException {
        Path sources = Stream.of("src/main/java", "../src/main/java")
                .map(Path::of)
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow();

        try (Stream<Path> files = Files.walk(sources)) {
            List<Path> all =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(all)
                    .hasSizeGreaterThan(50)
                    .allSatisfy(file -> assertThat(NAMED.matcher(Files.readString(file))
                                    .results()
                                    .map(found -> found.group()))
                            .isEmpty());
        }
    }
}
