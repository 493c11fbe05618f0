package dev.schemaguard.database.postgres.ddl.reader;

import dev.schemaguard.ddl.StatementReader;
import dev.schemaguard.ddl.change.Unreadable;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.script.NotUnderstood;
import dev.schemaguard.ddl.script.SqlStatement;
import dev.schemaguard.ddl.script.Token;
import dev.schemaguard.dialect.Dialect;
import java.util.List;

/** Asks one reader after the other; what none of them understands is noted and never skipped in silence. */
public final class ReaderChain implements StatementReader {

    private final Dialect dialect;
    private final List<StatementReader> readers;

    public ReaderChain(Dialect dialect) {
        this.dialect = dialect;
        this.readers = List.of(new PostgresReader(dialect, this));
    }

    @Override
    public List<Change> read(SqlStatement statement) {
        String reason = "";
        for (StatementReader reader : readers) {
            try {
                return reader.read(statement);
            } catch (NotUnderstood | IllegalArgumentException e) {
                // The model refuses what no server would take, such as a key without columns.
                reason = reason.isEmpty() ? String.valueOf(e.getMessage()) : reason;
            }
        }
        String why = statement.tokens().stream()
                .filter(token -> token.kind() == Token.Kind.PLACEHOLDER)
                .findFirst()
                .map(token -> "the placeholder '" + token.text() + "' has no value; give it one, as with --placeholder")
                .orElse(reason);
        String what = "'" + statement.opening() + "' is not understood: " + why;
        return List.of(StatementTarget.of(statement, dialect)
                .map(tables -> Unreadable.of(statement.origin(), what, tables))
                .orElseGet(() -> Unreadable.everywhere(statement.origin(), what)));
    }
}
