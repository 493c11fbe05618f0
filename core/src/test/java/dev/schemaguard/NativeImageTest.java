package dev.schemaguard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.source.snapshot.SnapshotSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a native image has to keep, or a check in one finds nothing. */
class NativeImageTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path CONFIG =
            RESOURCES.resolve("META-INF/native-image/dev.schemaguard/schemaguard-core/resource-config.json");

    @Test
    void keepsWhatAReleasePackages() {
        assertThat(List.of(SnapshotSource.PACKAGED, "META-INF/schema-guard/statements.sql"))
                .allMatch(NativeImageTest::isKept);
    }

    @Test
    void keepsEachResourceThatIsReadAtRunTime() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES.resolve("dev"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> RESOURCES.relativize(file).toString().replace('\\', '/')))
                    .isNotEmpty()
                    .allMatch(NativeImageTest::isKept);
        }
    }

    private static boolean isKept(String name) {
        return patterns().stream().anyMatch(pattern -> name.matches(pattern));
    }

    private static List<String> patterns() {
        try {
            List<String> patterns = new ArrayList<>();
            Pattern.compile("\"pattern\": \"([^\"]+)\"")
                    .matcher(Files.readString(CONFIG))
                    .results()
                    .map((MatchResult found) -> found.group(1).replace("\\\\", "\\"))
                    .forEach(patterns::add);
            return patterns;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
