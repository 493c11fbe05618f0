package dev.schemaguard.database.mysql.ddl.reader;

import dev.schemaguard.ddl.script.Cursor;
import dev.schemaguard.ddl.script.NotUnderstood;
import dev.schemaguard.ddl.script.SqlStatement;
import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.ObjectName;
import java.util.List;
import java.util.Optional;

/** The table that a statement is about, told from its first words where the rest of it is not understood. */
final class StatementTarget {

    private StatementTarget() {}

    /** The tables that are all that the statement can change; nothing where that cannot be told. */
    static Optional<List<ObjectName>> of(SqlStatement statement, Dialect dialect) {
        Cursor cursor = new Cursor(statement, dialect);
        try {
            if (cursor.accept("CREATE")) {
                return created(cursor);
            }
            if (cursor.accept("ALTER")) {
                while (cursor.atAny("ONLINE", "OFFLINE", "IGNORE")) {
                    cursor.next();
                }
                cursor.expect("TABLE");
                cursor.acceptIfExists();
                return Optional.of(List.of(cursor.name()));
            }
        } catch (NotUnderstood | IllegalArgumentException e) {
            // Then it cannot be told either.
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<List<ObjectName>> created(Cursor cursor) {
        if (cursor.atAny("INDEX", "UNIQUE", "FULLTEXT", "SPATIAL", "ONLINE", "OFFLINE")) {
            while (!cursor.accept("ON")) {
                cursor.next();
            }
            return Optional.of(List.of(cursor.name()));
        }
        boolean replaces = cursor.accept("OR", "REPLACE");
        cursor.accept("TEMPORARY");
        if (!cursor.accept("TABLE")) {
            return Optional.empty();
        }
        cursor.acceptIfNotExists();
        // Whatever its name is, what is created changes nothing that is there.
        return cursor.peek().isName()
                ? Optional.of(List.of(cursor.name()))
                : replaces ? Optional.empty() : Optional.of(List.of());
    }
}
