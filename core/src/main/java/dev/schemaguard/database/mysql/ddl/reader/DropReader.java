package dev.schemaguard.database.mysql.ddl.reader;

import dev.schemaguard.database.mysql.ddl.change.DropTable;
import dev.schemaguard.ddl.change.NamespaceChange;
import dev.schemaguard.ddl.change.SequenceChange;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.script.Cursor;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import java.util.List;
import java.util.function.Function;

/** Reads DROP statements of what a schema holds. */
final class DropReader {

    private DropReader() {}

    /** Reads behind DROP. */
    static List<Change> read(Cursor cursor, Session session, Origin origin) {
        if (cursor.accept("INDEX")) {
            return IndexReader.drop(cursor, session, origin);
        }
        if (cursor.accept("DATABASE") || cursor.accept("SCHEMA")) {
            cursor.acceptIfExists();
            return List.of(new NamespaceChange.Drop(cursor.identifier(), false, origin));
        }
        boolean temporary = cursor.accept("TEMPORARY");
        if (cursor.accept("SEQUENCE")) {
            return each(cursor, name -> new SequenceChange.Drop(name, false, origin));
        }
        if (!cursor.accept("TABLE") && !cursor.accept("TABLES") && !cursor.accept("VIEW")) {
            throw cursor.unexpected();
        }
        return each(cursor, name -> new DropTable(temporary ? name.unqualified() : name, temporary, origin));
    }

    private static List<Change> each(Cursor cursor, Function<ObjectName, Change> drop) {
        cursor.acceptIfExists();
        List<Change> changes = cursor.names().stream().map(drop).toList();
        if (cursor.accept("WAIT")) {
            cursor.next();
        } else {
            cursor.accept("NOWAIT");
        }
        if (!cursor.accept("CASCADE")) {
            cursor.accept("RESTRICT");
        }
        return changes;
    }
}
