package dev.schemaguard.source.location;

import dev.schemaguard.database.Databases;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.model.Origin;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.source.liquibase.LiquibaseSource;
import dev.schemaguard.source.live.LiveSource;
import dev.schemaguard.source.migrations.MigrationScripts;
import dev.schemaguard.source.migrations.MigrationSettings;
import dev.schemaguard.source.prisma.PrismaFolder;
import dev.schemaguard.source.prisma.PrismaSource;
import dev.schemaguard.source.snapshot.SnapshotSource;
import dev.schemaguard.text.Secrets;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Recognises what a user named as the place of an expectation. */
public final class Location {

    private static final String JDBC = "jdbc:";
    private static final String CLASSPATH = "classpath:";

    /** What migration tools and frameworks write before a path. */
    private static final List<String> FILE = List.of("filesystem:", "file:");

    private static final String EXPECTED =
            "name a snapshot (.json), a DDL script (.sql), a schema of Prisma (.prisma), a Liquibase changelog (.xml, .yaml,"
                    + " .json, .sql), a folder of migrations, any of them with 'classpath:' before it, or a 'jdbc:' URL";

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

    private Place place() {
        if (known.isPresent()) {
            return file(known.get());
        }
        if (text.startsWith(CLASSPATH)) {
            return new Resource(text.substring(CLASSPATH.length()).replaceFirst("^/+", ""), loader());
        }
        if (text.contains("://") && !text.startsWith("file:")) {
            // As other programs write the address of a database, with a password in it.
            throw unrecognised("this is an address, but not of the kind that Java has"
                    + Databases.jdbcUrl(text).map(url -> ", which is " + url).orElse(""));
        }
        String written = FILE.stream()
                .filter(text::startsWith)
                .findFirst()
                .map(prefix -> text.substring(prefix.length()))
                .orElse(text);
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
        return new File(flyway ? folderOf(path) : path);
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
        return new SchemaSourceException(Origin.of(Secrets.said(text)), reason, EXPECTED);
    }

    /** Where the location leads. What is there is told by its name, and by a look into it where names are shared. */
    private abstract class Place {

        /** What it is called in reports: as it was written, if that leads to a place; what leads nowhere may be a secret. */
        final String shown() {
            return isPlace() ? text : Secrets.said(text);
        }

        /** Whether it leads to something, or to a folder that is there and lacks it. */
        boolean isPlace() {
            return exists();
        }

        abstract String name();

        abstract boolean exists();

        abstract String where();

        abstract boolean isFolder();

        abstract SourceText file();

        abstract MigrationScripts folder();

        abstract LiquibaseSource changelog();

        SchemaSource source() {
            if (isFolder()) {
                return folder().with(settings).read();
            }
            return switch (ending()) {
                case "json" ->
                    new DetectedSource(file(), () -> liquibase(changelog()), () -> SnapshotSource.of(file()));
                case "sql" ->
                    new DetectedSource(
                            file(),
                            () -> liquibase(changelog()),
                            () -> scripts().read());
                case "xml", "yaml", "yml" -> liquibase(changelog());
                case "prisma" -> PrismaSource.of(file());
                default ->
                    throw new SchemaSourceException(
                            Origin.of(shown()),
                            exists()
                                    ? "the file's name ends in neither .json nor .sql, nor in what Liquibase has"
                                    : "there is no such folder" + where()
                                            + ", and the name ends in neither .json nor .sql",
                            EXPECTED);
            };
        }

        MigrationScripts scripts() {
            if (isFolder()) {
                return folder().with(settings);
            }
            if (!ending().equals("sql")) {
                throw new SchemaSourceException(
                        Origin.of(shown()),
                        "this is neither a folder nor a .sql file",
                        "name what a database can run: a folder of migrations or a DDL script (.sql); a Liquibase changelog"
                                + " is for Liquibase to run, then expect that database with 'jdbc:'");
            }
            return MigrationScripts.script(file()).with(settings);
        }

        SchemaSource liquibase(LiquibaseSource changelog) {
            return changelog
                    .withParameters(settings.placeholders())
                    .withContexts(settings.contexts())
                    .withLabels(settings.labels());
        }

        private String ending() {
            String lower = name().toLowerCase(Locale.ROOT);
            return lower.substring(lower.lastIndexOf('.') + 1);
        }
    }

    /** A file or folder. */
    private final class File extends Place {

        private final Path path;

        File(Path path) {
            this.path = path;
        }

        @Override
        String name() {
            return path.toString();
        }

        @Override
        boolean exists() {
            try {
                Files.readAttributes(path, BasicFileAttributes.class);
                return true;
            } catch (AccessDeniedException e) {
                throw new SchemaSourceException(
                        Origin.of(text), "permission denied", "let this user read it and the folders above it", e);
            } catch (IOException e) {
                return false;
            }
        }

        @Override
        boolean isPlace() {
            Path folder = path.toAbsolutePath().getParent();
            String name = String.valueOf(path.getFileName());
            return exists()
                    || folder != null
                            && Files.isDirectory(folder)
                            && Secrets.said(name).equals(name);
        }

        @Override
        String where() {
            return "";
        }

        @Override
        boolean isFolder() {
            return Files.isDirectory(path);
        }

        @Override
        public SchemaSource source() {
            if (!isFolder() || settings.layout().isPresent()) {
                return super.source();
            }
            return PrismaFolder.at(text, path)
                    .map(prisma -> PrismaParts.of(prisma, settings))
                    .orElseGet(() -> new DetectedFolder(
                            text, path, master -> liquibase(LiquibaseSource.file(text, master)), super::source));
        }

        @Override
        SourceText file() {
            return SourceText.file(shown(), path);
        }

        @Override
        MigrationScripts folder() {
            return MigrationScripts.folder(shown(), path);
        }

        @Override
        LiquibaseSource changelog() {
            return LiquibaseSource.file(shown(), path);
        }
    }

    /** Something on the class path. */
    private final class Resource extends Place {

        private final String resource;
        private final ClassLoader loader;

        Resource(String resource, ClassLoader loader) {
            this.resource = resource;
            this.loader = loader;
        }

        @Override
        String name() {
            return resource;
        }

        @Override
        boolean exists() {
            return !resource.isEmpty() && loader.getResource(resource) != null;
        }

        @Override
        String where() {
            return " on the class path";
        }

        @Override
        boolean isFolder() {
            return !resource.isEmpty()
                    && !resource.matches("(?i).*\\.(json|sql|xml|ya?ml|prisma)")
                    && MigrationScripts.isOnClasspath(resource, loader);
        }

        @Override
        SourceText file() {
            return resource.equals(SnapshotSource.PACKAGED)
                    ? SourceText.ownOnClasspath(resource, loader)
                    : SourceText.classpath(resource, loader);
        }

        @Override
        MigrationScripts folder() {
            return MigrationScripts.classpath(resource, loader);
        }

        @Override
        LiquibaseSource changelog() {
            return LiquibaseSource.classpath(resource, loader);
        }
    }
}
