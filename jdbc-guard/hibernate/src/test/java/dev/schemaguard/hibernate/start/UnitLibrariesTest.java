package dev.schemaguard.hibernate.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import dev.schemaguard.embedded.TestDatabase;
import dev.schemaguard.source.library.LibraryContracts;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A library beside Hibernate brings what its own tables have to be. */
class UnitLibrariesTest {

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private final TestDatabase database = Blog.database();

    @BeforeEach
    void addLibrary(@TempDir Path folder) throws IOException {
        put(folder, "org/lib/Marker.class", "");
        put(folder, "META-INF/maven/org.lib/lib/pom.properties", "version=1.2.3");
        put(folder, "lib.json", """
                {"version": 1, "dialect": "postgresql", "tables": [
                  {"name": "lib_job", "columns": [{"name": "id", "type": "bigint"}, {"name": "name", "type": "text"}]}]}
                """);
        put(folder, LibraryContracts.DECLARED, """
                {"version": 1, "libraries": [{"name": "lib", "title": "Lib", "marker": "org.lib.Marker",
                  "artifact": "org.lib:lib", "prefix": {"property": "lib.prefix", "usual": "LIB_"},
                  "contracts": [{"from": "1", "below": "2", "snapshots": {"postgresql": "lib.json"}}]}]}
                """);
        Thread.currentThread()
                .setContextClassLoader(
                        new URLClassLoader(new URL[] {folder.toUri().toURL()}, before));
        database.execute("create table my_job (id bigint)");
    }

    @AfterEach
    void removeLibrary() {
        Thread.currentThread().setContextClassLoader(before);
    }

    private static void put(Path folder, String resource, String text) throws IOException {
        Path file = folder.resolve(resource);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void isToldAndRefusesNoStart() {
        try (LogOfGuard log = LogOfGuard.listen()) {
            Blog.start(database, "lib.prefix=MY_").close();

            assertThat(log.lines(Level.INFO)).anyMatch(line -> line.contains("(1 risky)"));
        }
    }

    @Test
    void refusesAStartThatIsToFailOnRisk() {
        assertThat(catchThrowable(() -> Blog.start(database, "lib.prefix=MY_", "schema-guard.fail-on=risky")
                        .close()))
                .rootCause()
                .hasMessageContaining("missing-column:my_job.name");
    }

    @Test
    void isSwitchedOff() {
        Blog.start(database, "lib.prefix=MY_", "schema-guard.fail-on=risky", "schema-guard.libraries=false")
                .close();
    }
}
