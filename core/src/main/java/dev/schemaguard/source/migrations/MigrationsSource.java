package dev.schemaguard.source.migrations;

import dev.schemaguard.database.Database;
import dev.schemaguard.ddl.DdlReplay;
import dev.schemaguard.ddl.script.Placeholders;
import dev.schemaguard.input.ReadingDeadline;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.SchemaSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Expectation from a folder of migrations, replayed without a database in the order in which their tool would run them.
 *
 * <p>The layout is recognised by looking: Flyway, Prisma, diesel, golang-migrate, sqlx, or plain scripts in the order of their
 * names. The migrations together are complete: what they do not create is not expected to be there. What they hold but cannot
 * be read without a database is listed in {@link Schema#gaps()}.
 */
public final class MigrationsSource implements SchemaSource {

    private static final String CALLBACK =
            "a callback runs with each deployment, so that what it left behind cannot be told";

    private final MigrationFolders folders;

    MigrationsSource(MigrationFolders folders) {
        this.folders = folders;
    }

    /**
     * The expectation of a folder of a file system.
     *
     * @param location what the folder is called in reports
     * @param folder where it is
     */
    public static MigrationsSource folder(String location, Path folder) {
        return builder().folder(location, folder).build();
    }

    /**
     * The expectation of a folder of the class path.
     *
     * @param folder its name, such as {@code db/migration}
     * @param loader the class loader that finds it
     */
    public static MigrationsSource classpath(String folder, ClassLoader loader) {
        return builder().classpath(folder, loader).build();
    }

    /** The expectation of one or more folders, with settings. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public String name() {
        return folders.name();
    }

    @Override
    public Schema load(Database database) {
        DdlReplay replay = new DdlReplay(database.ddl());
        MigrationFolders configured = folders.configured();
        Placeholders placeholders = configured.settings().replacements();
        MigrationFolders.Found found = configured.found(database);
        for (MigrationFile callback : found.callbacks()) {
            configured
                    .program(callback)
                    .ifPresentOrElse(
                            program -> replay.betweenUnreadable(Origin.of(callback.path()), program.reason()),
                            () -> replay.between(callback.text(), placeholders, CALLBACK));
        }
        replay.runBetween();
        for (MigrationFile file : found.migrations()) {
            ReadingDeadline.check(() -> Origin.of(file.path()));
            configured
                    .program(file)
                    .ifPresentOrElse(
                            program -> replay.unreadable(Origin.of(file.path()), program.reason()),
                            () -> replay.runWrapped(file.text(), placeholders));
            replay.runBetween();
        }
        if (replay.changes() == 0) {
            throw new SchemaSourceException(
                    Origin.of(name()),
                    "the migrations say nothing about a schema",
                    "name a folder with statements such as CREATE TABLE");
        }
        return replay.schema();
    }

    /** Names the folders, and what the migration tool is configured to do with them. */
    public static final class Builder {

        private final List<MigrationFolder> folders = new ArrayList<>();
        private MigrationSettings settings = MigrationSettings.DEFAULT;

        private Builder() {}

        /** Adds a folder of a file system. */
        public Builder folder(String location, Path folder) {
            folders.add(MigrationFolder.of(location, folder));
            return this;
        }

        /** Adds a folder of the class path. */
        public Builder classpath(String folder, ClassLoader loader) {
            folders.add(MigrationFolder.classpath(folder, loader));
            return this;
        }

        /** Says what the tool is configured to do with the folders. */
        public Builder settings(MigrationSettings newSettings) {
            settings = newSettings;
            return this;
        }

        /**
         * The source.
         *
         * @throws IllegalArgumentException if no folder was named
         */
        public MigrationsSource build() {
            return new MigrationsSource(new MigrationFolders(folders, settings));
        }
    }
}
