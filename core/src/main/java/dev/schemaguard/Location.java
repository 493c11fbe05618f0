package dev.schemaguard;

import dev.schemaguard.model.Origin;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.source.SchemaSourceException;
import dev.schemaguard.source.SourceText;
import dev.schemaguard.source.ddl.DdlSource;
import dev.schemaguard.source.migrations.MigrationScripts;
import dev.schemaguard.source.migrations.MigrationsSource;
import dev.schemaguard.source.snapshot.SnapshotSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Recognises what a user named as the place of an expectation. */
final class Location {

    private static final String JDBC = "jdbc:";
    private static final String CLASSPATH = "classpath:";

    /** What migration tools and frameworks write before a path. */
    private static final List<String> FILE = List.of("filesystem:", "file:");

    private static final String EXPECTED =
            "name a snapshot (.json), a DDL script (.sql), a folder of migrations, any of them with 'classpath:' before"
                    + " it, or a 'jdbc:' URL";

    private final String text;

    private Location(String text) {
        this.text = text;
    }

    static Location of(String text) {
        return new Location(text.strip());
    }

    SchemaSource source() {
        if (text.regionMatches(true, 0, JDBC, 0, JDBC.length())) {
            return SchemaSources.database(text);
        }
        if (text.startsWith(CLASSPATH)) {
            return onClasspath(text.substring(CLASSPATH.length()).replaceFirst("^/+", ""));
        }
        for (String prefix : FILE) {
            if (text.startsWith(prefix)) {
                return inFileSystem(text.substring(prefix.length()));
            }
        }
        return inFileSystem(text);
    }

    private SchemaSource inFileSystem(String written) {
        if (written.isEmpty()) {
            throw unrecognised("the location is empty");
        }
        Path path = path(written);
        if (Files.isDirectory(path)) {
            requireScripts(path);
            return MigrationsSource.folder(text, path);
        }
        return source(written, SourceText.file(text, path))
                .orElseThrow(() -> unrecognised(
                        Files.exists(path)
                                ? "the file's name ends in neither .json nor .sql"
                                : "there is no such folder, and the name ends in neither .json nor .sql"));
    }

    private SchemaSource onClasspath(String resource) {
        ClassLoader loader = loader();
        return source(resource, SourceText.classpath(resource, loader)).orElseGet(() -> {
            if (!isFolder(resource, loader)) {
                throw unrecognised(
                        "there is no such folder on the class path, and the name ends in neither .json nor .sql");
            }
            return MigrationsSource.classpath(resource, loader);
        });
    }

    /** The scripts there, for a database to run them. */
    MigrationScripts scripts() {
        if (text.startsWith(CLASSPATH)) {
            return scriptsOnClasspath(text.substring(CLASSPATH.length()).replaceFirst("^/+", ""));
        }
        String written = FILE.stream()
                .filter(text::startsWith)
                .findFirst()
                .map(prefix -> text.substring(prefix.length()))
                .orElse(text);
        if (written.isEmpty()) {
            throw notScripts("the location is empty");
        }
        Path path = path(written);
        if (Files.isDirectory(path)) {
            requireScripts(path);
            return MigrationScripts.folder(text, path);
        }
        if (!isScript(written)) {
            throw notScripts("this is neither a folder nor a .sql file");
        }
        return MigrationScripts.script(SourceText.file(text, path));
    }

    private MigrationScripts scriptsOnClasspath(String resource) {
        ClassLoader loader = loader();
        if (isScript(resource)) {
            return MigrationScripts.script(SourceText.classpath(resource, loader));
        }
        if (!isFolder(resource, loader)) {
            throw notScripts("this is neither a folder on the class path nor a .sql file");
        }
        return MigrationScripts.classpath(resource, loader);
    }

    private static boolean isScript(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".sql");
    }

    private static ClassLoader loader() {
        return Optional.ofNullable(Thread.currentThread().getContextClassLoader())
                .orElseGet(Location.class::getClassLoader);
    }

    private static boolean isFolder(String resource, ClassLoader loader) {
        return !resource.isEmpty() && loader.getResource(resource.endsWith("/") ? resource : resource + "/") != null;
    }

    private SchemaSourceException notScripts(String reason) {
        return new SchemaSourceException(
                Origin.of(text), reason, "name what a database can run: a folder of migrations or a DDL script (.sql)");
    }

    /** The source that a file's ending tells. */
    private static Optional<SchemaSource> source(String name, SourceText file) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".json")) {
            return Optional.of(SnapshotSource.of(file));
        }
        return lower.endsWith(".sql") ? Optional.of(DdlSource.of(file)) : Optional.empty();
    }

    private Path path(String written) {
        try {
            return Path.of(written);
        } catch (InvalidPathException e) {
            throw unrecognised("this is no path (" + e.getReason() + ")");
        }
    }

    /** An empty folder is mostly a mistyped one, and says nothing about what is expected. */
    private void requireScripts(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            if (files.noneMatch(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".sql"))) {
                throw unrecognised("the folder holds no .sql file");
            }
        } catch (IOException e) {
            throw new SchemaSourceException(
                    Origin.of(text), "the folder cannot be read", "let this user read it and all that is in it", e);
        }
    }

    private SchemaSourceException unrecognised(String reason) {
        return new SchemaSourceException(Origin.of(text), reason, EXPECTED);
    }
}
