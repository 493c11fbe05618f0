package dev.schemaguard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemaguard.database.Databases;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.model.Schema;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dependency that packages an expectation of its own under the application's name. */
class PackagedTwiceTest {

    private static final String PACKAGED = "META-INF/schema-guard/schema.json";
    private static final String SNAPSHOT =
            "{\"version\": 1, \"dialect\": \"postgresql\", \"tables\": [{\"name\": \"posts\"}]}";

    @TempDir
    private Path folder;

    @Test
    void namesBothJarsWhereTheyDiffer() throws IOException {
        Path own = jar("app.jar", SNAPSHOT);
        Path foreign = jar("audit-lib.jar", SNAPSHOT.replace("posts", "audits"));

        assertThatThrownBy(() -> load(own, foreign))
                .isInstanceOf(SchemaSourceException.class)
                .hasMessage("classpath:" + PACKAGED + ": there are 2 of this name that differ: '" + own + "' and '"
                        + foreign + "'; leave only the application's own on the class path, or give it another name"
                        + " and expect that location");
    }

    @Test
    void takesEitherOfTwoCopies() throws IOException {
        assertThat(load(jar("app.jar", SNAPSHOT), jar("app-copy.jar", SNAPSHOT)).table("posts"))
                .isPresent();
    }

    @Test
    void takesOnePlaceThatIsOnTheClassPathTwice() throws IOException {
        Path own = jar("app.jar", SNAPSHOT);

        assertThat(load(own, own).table("posts")).isPresent();
    }

    private static Schema load(Path... jars) throws IOException {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        URL[] urls = {jars[0].toUri().toURL(), jars[1].toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(urls, before)) {
            Thread.currentThread().setContextClassLoader(loader);
            return SchemaSources.of("classpath:" + PACKAGED).load(Databases.assumed());
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private Path jar(String name, String snapshot) throws IOException {
        Path jar = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry(PACKAGED));
            zip.write(snapshot.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return jar;
    }
}
