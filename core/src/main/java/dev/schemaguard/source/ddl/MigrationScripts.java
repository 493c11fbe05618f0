package dev.schemaguard.source.ddl;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.source.SourceText;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The scripts of an expectation, for a database to run them: a folder of migrations in the order of its tool, or one DDL
 * script. Immutable; the files are looked at anew each time.
 */
public final class MigrationScripts {

    private final Place place;
    private final Map<String, String> values;
    private final Optional<MigrationLayout> layout;
    private final FlywayNaming flyway;

    private MigrationScripts(
            Place place, Map<String, String> values, Optional<MigrationLayout> layout, FlywayNaming flyway) {
        this.place = place;
        this.values = Map.copyOf(values);
        this.layout = layout;
        this.flyway = flyway;
    }

    private static MigrationScripts of(Place place) {
        return new MigrationScripts(place, Map.of(), Optional.empty(), FlywayNaming.DEFAULT);
    }

    /**
     * The migrations in a folder of a file system.
     *
     * @param location what the folder is called in reports
     * @param folder where it is
     */
    public static MigrationScripts folder(String location, Path folder) {
        return of(new Folder(MigrationFolder.of(location, folder), builder -> builder.folder(location, folder)));
    }

    /**
     * The migrations in a folder of the class path.
     *
     * @param folder its name, such as {@code db/migration}
     * @param loader the class loader that finds it
     */
    public static MigrationScripts classpath(String folder, ClassLoader loader) {
        return of(new Folder(MigrationFolder.classpath(folder, loader), builder -> builder.classpath(folder, loader)));
    }

    /** One script. */
    public static MigrationScripts script(SourceText script) {
        return of(new Script(script));
    }

    /** The same scripts with values for placeholders such as <code>${schema}</code>, beside those that are known. */
    public MigrationScripts withPlaceholders(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.putAll(more);
        return new MigrationScripts(place, all, layout, flyway);
    }

    /** The same scripts in a layout that need not be told by looking. */
    public MigrationScripts withLayout(MigrationLayout newLayout) {
        return new MigrationScripts(place, values, Optional.of(newLayout), flyway);
    }

    /** The same scripts, told by their names as Flyway is configured to. */
    public MigrationScripts withFlyway(FlywayNaming naming) {
        return new MigrationScripts(place, values, layout, naming);
    }

    /** What the place is called in reports. */
    public String name() {
        return place.name();
    }

    /** What the same scripts say when they are read without a database. */
    public SchemaSource read() {
        return place.read(this);
    }

    /**
     * The scripts in the order in which their tool runs them over an empty database.
     *
     * @throws dev.schemaguard.source.SchemaSourceException if there are none
     */
    public List<MigrationScript> ordered(Dialect dialect) {
        Placeholders placeholders = Placeholders.of(values);
        return place.ordered(this, dialect).stream()
                .map(file -> new MigrationScript(file, placeholders, isProgram(file)))
                .toList();
    }

    private boolean isProgram(MigrationFile file) {
        return SortedLayout.isProgram(file)
                || !file.isSql() && flyway.suffixes().stream().noneMatch(file.name()::endsWith);
    }

    /** Where scripts are. */
    private interface Place {

        String name();

        SchemaSource read(MigrationScripts scripts);

        List<MigrationFile> ordered(MigrationScripts scripts, Dialect dialect);
    }

    /** Names a folder for the reading without a database. */
    private interface Naming {

        void addTo(MigrationsSource.Builder builder);
    }

    private record Folder(MigrationFolder folder, Naming naming) implements Place {

        @Override
        public String name() {
            return folder.location();
        }

        @Override
        public SchemaSource read(MigrationScripts scripts) {
            MigrationsSource.Builder builder = MigrationsSource.builder();
            naming.addTo(builder);
            builder.placeholders(scripts.values).flyway(scripts.flyway);
            scripts.layout.ifPresent(builder::layout);
            return builder.build();
        }

        @Override
        public List<MigrationFile> ordered(MigrationScripts scripts, Dialect dialect) {
            List<MigrationFile> files = Vendors.only(folder.files(), dialect.name());
            return scripts.layout
                    .or(() -> MigrationLayout.of(files, scripts.flyway))
                    .map(known -> known.with(scripts.flyway).ordered(files))
                    .orElse(List.of());
        }
    }

    private record Script(SourceText text) implements Place {

        @Override
        public String name() {
            return text.location();
        }

        @Override
        public SchemaSource read(MigrationScripts scripts) {
            return DdlSource.of(text, scripts.values);
        }

        @Override
        public List<MigrationFile> ordered(MigrationScripts scripts, Dialect dialect) {
            return List.of(new MigrationFile(text.location(), text));
        }
    }
}
