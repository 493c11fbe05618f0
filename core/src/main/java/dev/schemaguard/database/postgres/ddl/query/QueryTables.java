package dev.schemaguard.database.postgres.ddl.query;

import dev.schemaguard.ddl.change.QueryChange;
import dev.schemaguard.ddl.change.Rows;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.script.Cursor;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import java.util.List;
import java.util.Optional;

/** Reads the creation of tables from queries, whose types the script does not say. */
public final class QueryTables {

    private QueryTables() {}

    /** Reads the rest of CREATE TABLE, from the names of the columns or from AS on. */
    public static List<Change> read(Cursor cursor, ObjectName name, boolean temporary, Origin origin) {
        List<String> columns = cursor.at("(") ? cursor.identifiers() : List.of();
        while (!cursor.atAny("AS")) {
            cursor.skipOne();
        }
        cursor.next();
        boolean query = cursor.atAny("SELECT", "WITH", "(");
        String text = cursor.rest();
        Rows rows = query && !temporary ? QueryReader.read(text, cursor.dialect()) : Rows.UNKNOWN;
        return List.of(new QueryChange.CreateTable(name, temporary, new Rows.Named(rows, "", columns), origin));
    }

    /** Reads {@code SELECT ... INTO table}, which is the same; nothing if the query is another one. */
    public static Optional<Change> selectInto(Cursor cursor, Origin origin) {
        int mark = cursor.mark();
        if (!goToInto(cursor)) {
            cursor.reset(mark);
            return Optional.empty();
        }
        cursor.accept("UNLOGGED");
        boolean temporary = cursor.accept("TEMPORARY") || cursor.accept("TEMP");
        cursor.accept("TABLE");
        Change created = new QueryChange.CreateTable(cursor.name(), temporary, Rows.UNKNOWN, origin);
        cursor.skipRest();
        return Optional.of(created);
    }

    /** Goes behind the INTO of the query itself; rows that go INTO a table that is there make none, whatever stands before. */
    private static boolean goToInto(Cursor cursor) {
        while (cursor.accept("(")) {
            // The first query of those in parentheses is the one that may make a table.
        }
        boolean distinct = false;
        while (!cursor.atEnd() && (distinct || !cursor.atAny("FROM"))) {
            if (cursor.atAny("INSERT", "UPDATE", "DELETE", "MERGE", ")")) {
                return false;
            }
            if (cursor.accept("INTO")) {
                return true;
            }
            distinct = cursor.atAny("DISTINCT");
            cursor.skipOne();
        }
        return false;
    }
}
