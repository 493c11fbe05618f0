package dev.schemaguard.database.postgres.ddl.reader;

import dev.schemaguard.ddl.change.IndexChange;
import dev.schemaguard.ddl.change.NamespaceChange;
import dev.schemaguard.ddl.change.SequenceChange;
import dev.schemaguard.ddl.change.TableChange;
import dev.schemaguard.ddl.change.TypeChange;
import dev.schemaguard.ddl.change.Unreadable;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.script.Cursor;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Reads DROP statements. */
final class DropReader {

    private DropReader() {}

    static List<Change> read(Cursor cursor, Origin origin) {
        if (cursor.accept("OWNED")) {
            cursor.skipRest();
            return List.of(Unreadable.everywhere(origin, "drops all that a role owns (DROP OWNED)"));
        }
        String kind = kind(cursor);
        cursor.accept("CONCURRENTLY");
        cursor.acceptIfExists();
        List<ObjectName> names = cursor.names();
        // So H2 has it, and whoever writes scripts for it: DROP TABLE owners IF EXISTS.
        cursor.acceptIfExists();
        boolean cascade = cursor.accept("CASCADE");
        cursor.accept("RESTRICT");
        List<Change> changes = new ArrayList<>();
        // One that is named twice is dropped once, and no other one that stands behind it.
        for (ObjectName name : new LinkedHashSet<>(names)) {
            changes.add(drop(kind, name, cascade, origin));
        }
        return changes;
    }

    private static String kind(Cursor cursor) {
        if (cursor.accept("TABLE")
                || cursor.accept("VIEW")
                || cursor.accept("MATERIALIZED", "VIEW")
                || cursor.accept("FOREIGN", "TABLE")) {
            return "table";
        }
        for (String kind : List.of("index", "sequence", "type", "domain", "schema")) {
            if (cursor.accept(kind)) {
                return kind;
            }
        }
        throw cursor.unexpected();
    }

    private static Change drop(String kind, ObjectName name, boolean cascade, Origin origin) {
        return switch (kind) {
            case "index" -> new IndexChange.Drop(name, cascade, origin);
            case "sequence" -> new SequenceChange.Drop(name, cascade, origin);
            case "type", "domain" -> new TypeChange.Drop(name, cascade, origin);
            case "schema" -> new NamespaceChange.Drop(name.name(), cascade, origin);
            default -> new TableChange.Drop(name, cascade, origin);
        };
    }
}
