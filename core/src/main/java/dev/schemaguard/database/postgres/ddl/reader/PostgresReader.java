package dev.schemaguard.database.postgres.ddl.reader;

import dev.schemaguard.database.postgres.ddl.query.QueryCalls;
import dev.schemaguard.ddl.StatementReader;
import dev.schemaguard.ddl.change.RoutineChange;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.script.Cursor;
import dev.schemaguard.ddl.script.NotUnderstood;
import dev.schemaguard.ddl.script.SqlStatement;
import dev.schemaguard.ddl.script.Token;
import dev.schemaguard.dialect.Dialect;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the DDL of PostgreSQL from its tokens, by the grammar of its manual. */
record PostgresReader(Dialect dialect, StatementReader nested) implements StatementReader {

    @Override
    public List<Change> read(SqlStatement statement) {
        Cursor cursor = new Cursor(statement, dialect);
        if (!statement.whole() && !Ignored.begins(cursor)) {
            throw new NotUnderstood("it is too long to be read");
        }
        List<Change> changes = changes(cursor, statement);
        cursor.expectEnd();
        return changes;
    }

    private List<Change> changes(Cursor cursor, SqlStatement statement) {
        if (cursor.accept("CREATE", "FUNCTION")
                || cursor.accept("CREATE", "PROCEDURE")
                || cursor.accept("CREATE", "OR", "REPLACE", "FUNCTION")
                || cursor.accept("CREATE", "OR", "REPLACE", "PROCEDURE")) {
            return RoutineReader.read(cursor, nested, statement.location(), statement.origin());
        }
        if (cursor.accept("ALTER", "FUNCTION")
                || cursor.accept("ALTER", "PROCEDURE")
                || cursor.accept("ALTER", "ROUTINE")) {
            return RoutineReader.alter(cursor, statement.origin());
        }
        if (cursor.accept("CREATE", "EVENT", "TRIGGER")) {
            return RoutineReader.listen(cursor, statement.origin());
        }
        Optional<List<Change>> cascade = CascadeReader.read(cursor, statement.origin());
        if (cascade.isPresent()) {
            return cascade.get();
        }
        Optional<List<Change>> transaction = TransactionReader.read(cursor, statement.origin());
        if (transaction.isPresent()) {
            return transaction.get();
        }
        Optional<List<Change>> trigger = RoutineReader.trigger(cursor, statement.origin());
        if (trigger.isPresent()) {
            return trigger.get();
        }
        if (Ignored.begins(cursor)) {
            Set<String> calls = cursor.atAny("EXPLAIN", "COPY")
                    ? new LinkedHashSet<>(QueryCalls.of(cursor.remaining(), dialect))
                    : Set.of();
            cursor.skipRest();
            return calls.isEmpty() ? List.of() : List.of(new RoutineChange.Perhaps(calls, statement.origin()));
        }
        if (statement.tokens().stream().anyMatch(Token::isGarbled)) {
            throw new NotUnderstood(
                    "it holds what is no UTF-8, or a character that PostgreSQL does not take; save the script"
                            + " as UTF-8");
        }
        if (cursor.accept("CREATE")) {
            return CreateReader.read(cursor, statement.origin());
        }
        if (cursor.accept("ALTER")) {
            return AlterReader.read(cursor, statement.origin());
        }
        if (cursor.accept("DROP")) {
            return DropReader.read(cursor, statement.origin());
        }
        if (cursor.atAny("SET", "RESET", "DISCARD")) {
            return SettingReader.read(cursor, statement.origin());
        }
        return ProcedureReader.read(cursor, statement, nested);
    }
}
