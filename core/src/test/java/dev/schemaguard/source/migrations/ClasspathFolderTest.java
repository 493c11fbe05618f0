package dev.schemaguard.source.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemaguard.SchemaSources;
import dev.schemaguard.database.Databases;
import dev.schemaguard.model.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder on the class path is found whether or not it has an entry of its own in its jar. */
class ClasspathFolderTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsAJarWithAndWithoutEntriesOfFolders(boolean entries) throws Exception {
        Path jar = jar("app.jar", entries, false);
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            assertThat(MigrationScripts.isOnClasspath("db/migration", loader)).isTrue();
            assertThat(MigrationScripts.isOnClasspath("db/migrations", loader)).isFalse();
            assertThat(tables(
                            MigrationsSource.classpath("/db/migration/", loader).load(Databases.assumed())))
                    .containsExactly("app.jar");
            assertThatThrownBy(() ->
                            MigrationsSource.classpath("db/migrations", loader).load(Databases.assumed()))
                    .hasMessage("classpath:db/migrations: no such folder; check that it is on the class path");
        }
    }

    @Test
    void findsTheFolderByItsLocation() throws Exception {
        Path jar = jar("app.jar", false, false);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            Thread.currentThread().setContextClassLoader(loader);

            assertThat(tables(SchemaSources.of("classpath:db/migration").load(Databases.assumed())))
                    .containsExactly("app.jar");
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void readsTheJarsOfAParentAndOfALoaderOfAnotherKind() throws Exception {
        Path parents = jar("parent.jar", false, false);
        Path others = jar("other.jar", false, true);
        try (URLClassLoader parent =
                        new URLClassLoader(new URL[] {parents.toUri().toURL()}, null);
                URLClassLoader child = new URLClassLoader(new URL[0], parent);
                URLClassLoader hidden =
                        new URLClassLoader(new URL[] {others.toUri().toURL()}, null)) {
            assertThat(tables(MigrationsSource.classpath("db/migration", child).load(Databases.assumed())))
                    .containsExactly("parent.jar");
            assertThat(tables(MigrationsSource.classpath("db/migration", new Other(hidden))
                            .load(Databases.assumed())))
                    .containsExactly("other.jar");
        }
    }

    private static List<String> tables(Schema schema) {
        return schema.tables().stream().map(table -> table.name().name()).toList();
    }

    /** A jar with one migration, which makes a table that is called like the jar. */
    private Path jar(String name, boolean folders, boolean manifest) throws IOException {
        Path jar = folder.resolve(name);
        Manifest written = new Manifest();
        written.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = manifest ? new JarOutputStream(file, written) : new JarOutputStream(file)) {
            if (folders) {
                out.putNextEntry(new JarEntry("db/"));
                out.putNextEntry(new JarEntry("db/migration/"));
            }
            out.putNextEntry(new JarEntry("db/migration/V1__a.sql"));
            out.write(("create table \"" + name + "\" (a int);").getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }

    /** A loader that does not tell where its jars are. */
    private static final class Other extends ClassLoader {

        private final ClassLoader hidden;

        Other(ClassLoader hidden) {
            super(null);
            this.hidden = hidden;
        }

        @Override
        public URL getResource(String name) {
            return hidden.getResource(name);
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return hidden.getResources(name);
        }

        @Override
        public InputStream getResourceAsStream(String name) {
            return hidden.getResourceAsStream(name);
        }
    }
}
