package dev.schemaguard.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotFileTest {

    private static final Path WRITTEN = Path.of("src", "main", "resources", "schema.json");

    @TempDir
    private Path folder;

    @Test
    void liesInTheModuleThatMavenSays() {
        SnapshotFile file = SnapshotFile.of(WRITTEN, SnapshotFileTest.class, folder.toString());

        assertThat(file.path()).isEqualTo(folder.resolve(WRITTEN));
    }

    @Test
    void liesInTheModuleThatTheTestWasCompiledInWhereMavenSaysNothing() {
        SnapshotFile file = SnapshotFile.of(Path.of("pom.xml"), SnapshotFileTest.class, null);

        assertThat(file.path()).content().contains("<artifactId>schemaguard-core</artifactId>");
    }

    @Test
    void liesWhereItIsSaidToLieOrInTheWorkingDirectory() {
        Path absolute = folder.resolve("schema.json");

        assertThat(SnapshotFile.of(absolute, SnapshotFileTest.class, "/elsewhere")
                        .path())
                .isEqualTo(absolute);
        assertThat(SnapshotFile.of(WRITTEN, String.class, "").path()).isEqualTo(WRITTEN.toAbsolutePath());
        assertThat(SnapshotFile.of(WRITTEN, Test.class, null).path()).isEqualTo(WRITTEN.toAbsolutePath());
    }

    @Test
    void isWholeWheneverSomebodyReads() throws IOException, InterruptedException {
        SnapshotFile file = new SnapshotFile(folder.resolve("deep/below/schema.json"));
        String one = "1".repeat(100_000);
        String two = "2".repeat(200_000);
        file.write(one);
        AtomicBoolean failed = new AtomicBoolean();
        Thread writer = new Thread(() -> {
            for (int i = 0; i < 100; i++) {
                try {
                    file.write(i % 2 == 0 ? two : one);
                } catch (IOException e) {
                    failed.set(true);
                }
            }
        });

        writer.start();
        while (writer.isAlive()) {
            assertThat(file.text().orElseThrow().length()).isIn(100_000, 200_000);
        }
        writer.join();

        assertThat(failed).isFalse();
        assertThat(file.path().getParent()).isDirectoryNotContaining(other -> !other.equals(file.path()));
    }
}
