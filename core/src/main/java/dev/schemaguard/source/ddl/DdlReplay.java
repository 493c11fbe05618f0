package dev.schemaguard.source.ddl;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import dev.schemaguard.source.ReadingDeadline;
import dev.schemaguard.source.SourceText;
import dev.schemaguard.source.ddl.change.RoutineChange;
import dev.schemaguard.source.ddl.change.TransactionChange;
import dev.schemaguard.source.ddl.change.Unreadable;
import dev.schemaguard.source.ddl.draft.Catalog;
import dev.schemaguard.source.ddl.draft.Change;
import dev.schemaguard.source.ddl.draft.SchemaAssembly;
import dev.schemaguard.source.ddl.draft.SearchPath;
import dev.schemaguard.source.ddl.program.Doubt;
import dev.schemaguard.source.ddl.reader.ReaderChain;
import dev.schemaguard.source.ddl.script.Placeholders;
import dev.schemaguard.source.ddl.script.SqlScript;
import dev.schemaguard.source.ddl.script.SqlStatement;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs scripts one after the other over an empty schema, without a database. */
public final class DdlReplay {

    private final Catalog catalog;
    private final ReaderChain reader;
    private long changes;

    public DdlReplay(Dialect dialect) {
        this.catalog = new Catalog(dialect);
        this.reader = new ReaderChain(dialect);
    }

    /**
     * Runs a script.
     *
     * @throws dev.schemaguard.source.SchemaSourceException if it cannot be read, or if a quote or a comment does not end
     */
    public void run(SourceText text, Placeholders placeholders) {
        run(text, placeholders, false);
    }

    /**
     * Runs a script that its tool may put into a transaction of its own, so that a ROLLBACK may reach further back than the BEGIN
     * before it.
     *
     * @throws dev.schemaguard.source.SchemaSourceException if it cannot be read, or if a quote or a comment does not end
     */
    public void runWrapped(SourceText text, Placeholders placeholders) {
        run(text, placeholders, true);
    }

    private void run(SourceText text, Placeholders placeholders, boolean mayBeWrapped) {
        ScriptTransaction transaction = new ScriptTransaction(catalog, mayBeWrapped);
        each(text, placeholders, transaction::add);
        transaction.end();
        endSession();
    }

    /**
     * Runs the next statements of a session that goes on behind them.
     *
     * @throws dev.schemaguard.source.SchemaSourceException if a quote or a comment does not end
     */
    public void include(SourceText text) {
        ScriptTransaction transaction = new ScriptTransaction(catalog, true);
        each(text, Placeholders.NONE, transaction::add);
        transaction.end();
    }

    /**
     * Leaves open what statements would change of which it is not known whether they run.
     *
     * @param why why that is not known
     * @throws dev.schemaguard.source.SchemaSourceException if a quote or a comment does not end
     */
    public void doubt(SourceText text, String why) {
        each(text, Placeholders.NONE, change -> Doubt.about(change, catalog, why));
    }

    /** Forgets what the server keeps for a session only. */
    public void endSession() {
        catalog.endSession();
        catalog.path(SearchPath.UNSET);
    }

    private void each(SourceText text, Placeholders placeholders, Consumer<Change> action) {
        try (SqlScript script = SqlScript.open(text, placeholders)) {
            script.watch(reader.watched());
            Optional<SqlStatement> statement = script.next();
            while (statement.isPresent()) {
                SqlStatement next = statement.get();
                ReadingDeadline.check(next::origin);
                for (Change change : reader.read(next)) {
                    ReadingDeadline.check(next::origin);
                    action.accept(change);
                    changes += isCall(change) ? 0 : 1;
                }
                statement = script.next();
            }
        }
    }

    /** Whether a change is none by itself. */
    private static boolean isCall(Change change) {
        return change instanceof TransactionChange
                || change instanceof RoutineChange.Perhaps
                || change instanceof RoutineChange.Kept;
    }

    /** Notes something about the scripts that cannot be read, such as a migration that is a program. */
    public void unreadable(Origin origin, String reason) {
        Unreadable.everywhere(origin, reason).applyTo(catalog);
        changes++;
    }

    /** How many changes of the schema there were, or may have been. */
    public long changes() {
        return changes;
    }

    /** The schema so far. */
    public Schema schema() {
        return SchemaAssembly.of(catalog);
    }

    /** The table or view of that name, as it is so far. */
    public Optional<Table> find(ObjectName name) {
        return catalog.table(name).map(table -> SchemaAssembly.of(catalog, table));
    }

    /** Whether there is a sequence of that name so far. */
    public boolean hasSequence(ObjectName name) {
        return catalog.sequences().find(name, catalog.path()).isPresent();
    }

    /** Whether there is an index of that name so far, be it that of a key. */
    public boolean hasIndex(String name) {
        ObjectName index = ObjectName.of(name);
        return catalog.indexTable(index).isPresent() || catalog.keyTable(index).isPresent();
    }

    /** Whether nothing stood in the scripts so far that may have changed any table. */
    public boolean isWhole() {
        return !catalog.gaps().reachEverything();
    }
}
