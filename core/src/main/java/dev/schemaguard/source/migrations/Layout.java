package dev.schemaguard.source.migrations;

import java.util.List;

/** How a migration tool lays out its folder, and in which order it runs what is in it. */
interface Layout {

    /** Whether the folder looks like the tool's. */
    boolean fits(List<MigrationFile> files);

    /** The migrations that the tool would run over an empty database, in its order. */
    List<MigrationFile> ordered(List<MigrationFile> files);

    /** The scripts that the tool runs beside the migrations, whenever it migrates. */
    default List<MigrationFile> callbacks(List<MigrationFile> files) {
        return List.of();
    }

    /** All that the tool would run over an empty database, callbacks among it, in its order. */
    default List<MigrationFile> run(List<MigrationFile> files) {
        return ordered(files);
    }
}
