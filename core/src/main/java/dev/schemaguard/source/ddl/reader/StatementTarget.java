package dev.schemaguard.source.ddl.reader;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.source.ddl.script.Cursor;
import dev.schemaguard.source.ddl.script.NotUnderstood;
import dev.schemaguard.source.ddl.script.SqlStatement;
import java.util.List;

/** The table that a statement is about, told from its first words where the rest of it is not understood. */
final class StatementTarget {

    private StatementTarget() {}

    /** The only table that the statement can change; nothing where that cannot be told. */
    static List<ObjectName> of(SqlStatement statement, Dialect dialect) {
        Cursor cursor = new Cursor(statement, dialect);
        try {
            if (cursor.accept("CREATE")) {
                return created(cursor);
            }
            if (cursor.accept("ALTER", "TABLE") || cursor.accept("ALTER", "FOREIGN", "TABLE")) {
                cursor.acceptIfExists();
                cursor.accept("ONLY");
                return List.of(cursor.name());
            }
        } catch (NotUnderstood | IllegalArgumentException e) {
            // Then it cannot be told either.
            return List.of();
        }
        return List.of();
    }

    private static List<ObjectName> created(Cursor cursor) {
        if (cursor.atAny("INDEX", "UNIQUE")) {
            while (!cursor.accept("ON")) {
                cursor.next();
            }
            cursor.accept("ONLY");
            return List.of(cursor.name());
        }
        while (cursor.atAny("GLOBAL", "LOCAL", "TEMPORARY", "TEMP", "UNLOGGED", "FOREIGN")) {
            cursor.next();
        }
        if (!cursor.accept("TABLE")) {
            return List.of();
        }
        cursor.acceptIfNotExists();
        return List.of(cursor.name());
    }
}
