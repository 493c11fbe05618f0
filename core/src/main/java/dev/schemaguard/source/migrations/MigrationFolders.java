package dev.schemaguard.source.migrations;

import dev.schemaguard.database.Database;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.model.Origin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One or more folders of migrations, and what their tool is configured to do with them.
 *
 * @param folders the folders, whose migrations are one sequence
 * @param settings the tool's settings
 */
record MigrationFolders(List<MigrationFolder> folders, MigrationSettings settings) {

    MigrationFolders {
        folders = List.copyOf(folders);
        if (folders.isEmpty()) {
            throw new IllegalArgumentException("no folder was named, add at least one");
        }
    }

    MigrationFolders with(MigrationSettings newSettings) {
        return new MigrationFolders(folders, newSettings);
    }

    /** The same with what a configuration of Flyway near one of the folders says. */
    MigrationFolders configured() {
        if (settings.layout().orElse(MigrationLayout.FLYWAY) != MigrationLayout.FLYWAY) {
            return this;
        }
        for (MigrationFolder folder : folders) {
            Optional<FlywayConfiguration> found = folder.configuration();
            if (found.isPresent()) {
                FlywayConfiguration flyway = found.get();
                List<MigrationFolder> all = folders.size() == 1 && folder instanceof MigrationFolder.OfPath path
                        ? flyway.folders(path)
                        : folders;
                return new MigrationFolders(all, flyway.completing(settings));
            }
        }
        return this;
    }

    /** What they are called in reports. */
    String name() {
        return folders.stream().map(MigrationFolder::location).collect(Collectors.joining(", "));
    }

    /**
     * What is in the folders for that kind of database.
     *
     * @throws SchemaSourceException if there are no migrations
     */
    Found found(Database database) {
        List<MigrationFile> all = new ArrayList<>();
        for (MigrationFolder folder : folders) {
            all.addAll(folder.files());
        }
        List<MigrationFile> files = Vendors.only(all, database.name());
        Optional<MigrationLayout> named = settings.layout();
        Optional<MigrationLayout> layout = named.isPresent() ? named : MigrationLayout.of(files, settings.flyway());
        if (layout.isPresent()) {
            Found found = Found.of(layout.get().with(settings.flyway()), files);
            if (!found.migrations().isEmpty()) {
                return found;
            }
        }
        throw noMigrations(all);
    }

    /** What kind of program a migration is, if it is one. */
    Optional<ProgramKind> program(MigrationFile file) {
        boolean script = file.isSql() || settings.flyway().isScript(file.name());
        return script ? Optional.empty() : ProgramKind.of(file.name());
    }

    private SchemaSourceException noMigrations(List<MigrationFile> files) {
        Optional<MigrationFile> program =
                files.stream().filter(SortedLayout::isProgram).findFirst();
        if (program.isPresent() && files.stream().noneMatch(MigrationFile::isSql)) {
            return new SchemaSourceException(
                    Origin.of(name()),
                    "holds no scripts, only migrations that are programs, such as '"
                            + program.get().path() + "'",
                    "migrate a database with your own tool and expect what 'schema-guard snapshot --url' writes of it");
        }
        MigrationLayout[] sought =
                settings.layout().map(known -> new MigrationLayout[] {known}).orElse(MigrationLayout.values());
        String examples =
                Arrays.stream(sought).map(known -> "'" + known.example() + "'").collect(Collectors.joining(", "));
        return new SchemaSourceException(
                Origin.of(name()),
                "holds no migrations among its " + files.size() + " files",
                "name a folder with scripts such as " + examples);
    }

    /**
     * The files that a tool runs.
     *
     * @param migrations the migrations in the order in which it would run them over an empty database
     * @param callbacks what it runs beside them whenever it migrates
     * @param run all that it would run over an empty database, in its order
     */
    record Found(List<MigrationFile> migrations, List<MigrationFile> callbacks, List<MigrationFile> run) {

        Found {
            migrations = List.copyOf(migrations);
            callbacks = List.copyOf(callbacks);
            run = List.copyOf(run);
        }

        private static Found of(Layout layout, List<MigrationFile> files) {
            return new Found(layout.ordered(files), layout.callbacks(files), layout.run(files));
        }
    }
}
