package dev.schemaguard.source.location;

import dev.schemaguard.database.Databases;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.model.Origin;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.source.live.LiveSource;
import dev.schemaguard.source.migrations.MigrationScripts;
import dev.schemaguard.source.migrations.MigrationSettings;
import dev.schemaguard.text.Secrets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Recognises what a user named as the place of an expectation. */
public final class Location {

    private static final String JDBC = "jdbc:";
    private static final String CLASSPATH = "classpath:";

    /** What migration tools and frameworks write before a path. */
    private static final List<String> FILE = List.of("filesystem:", "file:");

    private static final Set<String> FLYWAY = Set.of("flyway.conf", "flyway.toml");

    private final String text;
    private final MigrationSettings settings;
    private final Optional<Path> known;

    private Location(String text, MigrationSettings settings, Optional<Path> known) {
        this.text = text;
        this.settings = settings;
        this.known = known;
    }

    public static Location of(String text, MigrationSettings settings) {
        return new Location(text.strip(), settings, Optional.empty());
    }

    /**
     * A file or folder that somebody found, which may lie in a jar.
     *
     * @param name what it is called in reports
     */
    public static Location at(String name, Path path, MigrationSettings settings) {
        return new Location(name, settings, Optional.of(path));
    }

    public SchemaSource source() {
        return known.isEmpty() && text.regionMatches(true, 0, JDBC, 0, JDBC.length())
                ? LiveSource.at(text)
                : place().source();
    }

    /** The scripts there, for a database to run them. */
    public MigrationScripts scripts() {
        return place().scripts();
    }

    private String path() {
        for (String prefix : FILE) {
            if (text.startsWith(prefix)) {
                return text.substring(prefix.length());
            }
        }
        return text;
    }

    private Place place() {
        if (known.isPresent()) {
            return file(known.get());
        }
        if (text.startsWith(CLASSPATH)) {
            return new ResourcePlace(
                    text, text.substring(CLASSPATH.length()).replaceFirst("^/+", ""), loader(), settings);
        }
        if (text.contains("://") && !text.startsWith("file:")) {
            // As other programs write the address of a database, with a password in it.
            throw unrecognised("this is an address, but not of the kind that Java has"
                    + Databases.jdbcUrl(text).map(url -> ", which is " + url).orElse(""));
        }
        String written = path();
        if (written.isEmpty()) {
            throw unrecognised("the location is empty");
        }
        try {
            return file(Path.of(written));
        } catch (InvalidPathException e) {
            throw unrecognised("this is no path (" + e.getReason() + ")");
        }
    }

    private Place file(Path path) {
        // Flyway's own configuration says where its migrations are, as seen from its folder.
        boolean flyway = FLYWAY.contains(String.valueOf(path.getFileName())) && Files.isRegularFile(path);
        return new FilePlace(text, flyway ? folderOf(path) : path, settings);
    }

    private static Path folderOf(Path file) {
        Path folder = file.getParent();
        return folder == null ? Path.of(".") : folder;
    }

    private static ClassLoader loader() {
        return Optional.ofNullable(Thread.currentThread().getContextClassLoader())
                .orElseGet(Location.class::getClassLoader);
    }

    private SchemaSourceException unrecognised(String reason) {
        return new SchemaSourceException(Origin.of(Secrets.said(text)), reason, Place.EXPECTED);
    }
}
