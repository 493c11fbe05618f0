package dev.schemaguard.database.postgres.ddl.reader;

import dev.schemaguard.database.postgres.ddl.query.StatementCalls;
import dev.schemaguard.ddl.StatementReader;
import dev.schemaguard.ddl.change.RoutineChange;
import dev.schemaguard.ddl.change.Unreadable;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.script.NotUnderstood;
import dev.schemaguard.ddl.script.SqlStatement;
import dev.schemaguard.ddl.script.Token;
import dev.schemaguard.dialect.Dialect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Asks one reader after the other; what none of them understands is noted and never skipped in silence. */
public final class ReaderChain implements StatementReader {

    private final Dialect dialect;
    private final List<StatementReader> readers;

    /** The functions that were created so far. */
    private final Set<String> routines = new HashSet<>();

    /** The same from the first one on that may change the schema. */
    private final Set<String> watched = new HashSet<>();

    public ReaderChain(Dialect dialect) {
        this.dialect = dialect;
        this.readers = List.of(new PostgresReader(dialect, this));
    }

    @Override
    public Set<String> watched() {
        return Collections.unmodifiableSet(watched);
    }

    @Override
    public List<Change> read(SqlStatement statement) {
        List<Change> changes = understood(statement);
        changes.forEach(this::note);
        return watched.isEmpty() ? changes : withCalls(changes, statement);
    }

    private void note(Change change) {
        boolean changes = false;
        if (change instanceof RoutineChange.Create created) {
            routines.add(created.name().name().toLowerCase(Locale.ROOT));
            changes = created.changes();
        } else if (change instanceof RoutineChange.Rename renamed) {
            routines.add(renamed.to().toLowerCase(Locale.ROOT));
        }
        if (changes || !watched.isEmpty()) {
            watched.addAll(routines);
        }
    }

    /** What a statement does, and what the functions may do that it calls, now or whenever what it makes is used. */
    private List<Change> withCalls(List<Change> changes, SqlStatement statement) {
        boolean followed = changes.stream().anyMatch(RoutineChange.Call.class::isInstance);
        Optional<Change> calls = StatementCalls.of(statement, followed, watched, dialect);
        if (calls.isEmpty()) {
            return changes;
        }
        List<Change> all = new ArrayList<>(changes);
        all.add(calls.get());
        return all;
    }

    private List<Change> understood(SqlStatement statement) {
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
