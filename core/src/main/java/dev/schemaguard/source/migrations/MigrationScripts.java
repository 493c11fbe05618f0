package dev.schemaguard.source.migrations;

import dev.schemaguard.database.Database;
import dev.schemaguard.ddl.script.Placeholders;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.source.SchemaSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The scripts of an expectation, for a database to run them: a folder of migrations in the order of its tool, or one DDL
 * script. Immutable; the files are looked at anew each time.
 */
public final class MigrationScripts {

    private final Place place;

    private MigrationScripts(Place place) {
        this.place = place;
    }

    /**
     * The migrations in a folder of a file system.
     *
     * @param location what the folder is called in reports
     * @param folder where it is
     */
    public static MigrationScripts folder(String location, Path folder) {
        return folder(MigrationFolder.of(location, folder));
    }

    /**
     * The migrations in a folder of the class path.
     *
     * @param folder its name, such as {@code db/migration}
     * @param loader the class loader that finds it
     */
    public static MigrationScripts classpath(String folder, ClassLoader loader) {
        return folder(MigrationFolder.classpath(folder, loader));
    }

    /**
     * Whether there is a folder of that name on the class path, be it one that has no entry of its own in its jar.
     *
     * @param folder its name, such as {@code db/migration}
     * @param loader the class loader that finds it
     */
    public static boolean isOnClasspath(String folder, ClassLoader loader) {
        return new ClasspathFolder(folder, loader).exists();
    }

    private static MigrationScripts folder(MigrationFolder folder) {
        return new MigrationScripts(new Folders(new MigrationFolders(List.of(folder), MigrationSettings.DEFAULT)));
    }

    /** One script. */
    public static MigrationScripts script(SourceText script) {
        return new MigrationScripts(new Script(script, MigrationSettings.DEFAULT));
    }

    /** What their tool is configured to do with them. */
    public MigrationSettings settings() {
        return place.settings();
    }

    /** The same scripts with a tool that is configured like this. */
    public MigrationScripts with(MigrationSettings settings) {
        return new MigrationScripts(place.with(settings));
    }

    /** The same scripts with values for placeholders such as <code>${schema}</code>, beside those that are known. */
    public MigrationScripts withPlaceholders(Map<String, String> more) {
        return with(settings().withPlaceholders(more));
    }

    /** What the place is called in reports. */
    public String name() {
        return place.name();
    }

    /** What the same scripts say when they are read without a database. */
    public SchemaSource read() {
        return place.read();
    }

    /**
     * The scripts in the order in which their tool runs them over an empty database.
     *
     * @throws dev.schemaguard.input.SchemaSourceException if there are none
     */
    public List<MigrationScript> ordered(Database database) {
        return place.ordered(database);
    }

    /** Where scripts are. */
    private sealed interface Place {

        String name();

        MigrationSettings settings();

        Place with(MigrationSettings settings);

        SchemaSource read();

        List<MigrationScript> ordered(Database database);
    }

    private record Folders(MigrationFolders folders) implements Place {

        @Override
        public String name() {
            return folders.name();
        }

        @Override
        public MigrationSettings settings() {
            return folders.settings();
        }

        @Override
        public Place with(MigrationSettings settings) {
            return new Folders(folders.with(settings));
        }

        @Override
        public SchemaSource read() {
            return new MigrationsSource(folders);
        }

        @Override
        public List<MigrationScript> ordered(Database database) {
            MigrationFolders configured = folders.configured();
            Placeholders placeholders = configured.settings().replacements();
            return configured.found(database).run().stream()
                    .map(file -> new MigrationScript(
                            file, placeholders, configured.program(file).isPresent(), database))
                    .toList();
        }
    }

    private record Script(SourceText text, MigrationSettings settings) implements Place {

        @Override
        public String name() {
            return text.location();
        }

        @Override
        public Place with(MigrationSettings newSettings) {
            return new Script(text, newSettings);
        }

        @Override
        public SchemaSource read() {
            return DdlSource.of(text, settings.placeholders());
        }

        @Override
        public List<MigrationScript> ordered(Database database) {
            MigrationFile file = new MigrationFile(text.location(), text);
            return List.of(new MigrationScript(file, settings.replacements(), false, database));
        }
    }
}
