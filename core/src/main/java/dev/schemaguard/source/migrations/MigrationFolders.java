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
        if (settings.layout().filter(layout -> layout != MigrationLayout.FLYWAY).isPresent()) {
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
     * The migrations in the order in which their tool would run them over an empty database of that kind.
     *
     * @throws SchemaSourceException if there are none
     */
    List<MigrationFile> ordered(Database database) {
        List<MigrationFile> found = new ArrayList<>();
        folders.forEach(folder -> found.addAll(folder.files()));
        List<MigrationFile> files = Vendors.only(found, database.name());
        Optional<MigrationLayout> layout = settings.layout().or(() -> MigrationLayout.of(files, settings.flyway()));
        List<MigrationFile> ordered = layout.map(
                        known -> known.with(settings.flyway()).ordered(files))
                .orElse(List.of());
        if (ordered.isEmpty()) {
            throw noMigrations(found.size());
        }
        return ordered;
    }

    /** Whether a migration is a program, which no database can run. */
    boolean isProgram(MigrationFile file) {
        return SortedLayout.isProgram(file)
                || !file.isSql() && settings.flyway().suffixes().stream().noneMatch(file.name()::endsWith);
    }

    private SchemaSourceException noMigrations(int files) {
        MigrationLayout[] sought =
                settings.layout().map(known -> new MigrationLayout[] {known}).orElse(MigrationLayout.values());
        String examples =
                Arrays.stream(sought).map(known -> "'" + known.example() + "'").collect(Collectors.joining(", "));
        return new SchemaSourceException(
                Origin.of(name()),
                "holds no migrations among its " + files + " files",
                "name a folder with scripts such as " + examples);
    }
}
