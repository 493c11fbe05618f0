package dev.schemaguard.source.migrations;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The scripts that Flyway runs around migrations, by the names of its events: {@code afterMigrate__refresh.sql}. Each
 * deployment runs them anew, between whichever migrations it brings.
 *
 * @param naming how Flyway tells files by their names
 */
record FlywayCallbacks(FlywayNaming naming) {

    /** When Flyway runs a callback while it migrates an empty database. */
    enum When {
        BEFORE_ALL,
        BEFORE_EACH,
        AFTER_EACH,
        BEHIND_VERSIONS,
        AFTER_ALL,
        /** Only where something fails, or where a database was not empty. */
        SOMETIMES
    }

    /** The events of {@code migrate} in Flyway's order, those of what it does along the way among them. */
    private static final List<Map.Entry<String, When>> EVENTS = List.of(
            Map.entry("beforeConnect", When.BEFORE_ALL),
            Map.entry("afterConnect", When.BEFORE_ALL),
            Map.entry("beforeValidate", When.BEFORE_ALL),
            Map.entry("afterValidate", When.BEFORE_ALL),
            Map.entry("beforeCreateSchema", When.BEFORE_ALL),
            Map.entry("createSchema", When.BEFORE_ALL),
            Map.entry("beforeMigrate", When.BEFORE_ALL),
            Map.entry("beforeEachMigrate", When.BEFORE_EACH),
            Map.entry("beforeEachMigrateStatement", When.BEFORE_EACH),
            Map.entry("afterEachMigrateStatement", When.AFTER_EACH),
            Map.entry("afterEachMigrate", When.AFTER_EACH),
            Map.entry("afterVersioned", When.BEHIND_VERSIONS),
            Map.entry("beforeRepeatables", When.BEHIND_VERSIONS),
            Map.entry("afterMigrateApplied", When.AFTER_ALL),
            Map.entry("afterMigrate", When.AFTER_ALL),
            Map.entry("afterMigrateOperationFinish", When.AFTER_ALL),
            Map.entry("beforeBaseline", When.SOMETIMES),
            Map.entry("afterBaseline", When.SOMETIMES),
            Map.entry("afterBaselineError", When.SOMETIMES),
            Map.entry("afterValidateError", When.SOMETIMES),
            Map.entry("afterEachMigrateStatementError", When.SOMETIMES),
            Map.entry("afterEachMigrateError", When.SOMETIMES),
            Map.entry("afterMigrateError", When.SOMETIMES));

    /** The callbacks among the files that Flyway runs then, in its order. */
    List<MigrationFile> among(List<MigrationFile> files, Set<When> when) {
        List<MigrationFile> all = new ArrayList<>();
        for (Map.Entry<String, When> event : EVENTS) {
            if (when.contains(event.getValue())) {
                all.addAll(of(event.getKey(), files));
            }
        }
        return all;
    }

    private List<MigrationFile> of(String event, List<MigrationFile> files) {
        List<MigrationFile> callbacks = new ArrayList<>();
        for (MigrationFile file : files) {
            if (isFor(event, file.name())) {
                callbacks.add(file);
            }
        }
        callbacks.sort(Comparator.comparing(MigrationFile::name));
        return callbacks;
    }

    private boolean isFor(String event, String name) {
        if (!name.startsWith(event) || !naming.isMigration(name)) {
            return false;
        }
        String rest = name.substring(event.length());
        return rest.startsWith(naming.separator()) || rest.startsWith(".");
    }
}
