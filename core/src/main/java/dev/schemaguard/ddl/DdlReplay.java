package dev.schemaguard.ddl;

import dev.schemaguard.ddl.change.NamespaceChange;
import dev.schemaguard.ddl.change.RoutineChange;
import dev.schemaguard.ddl.change.TransactionChange;
import dev.schemaguard.ddl.change.Unreadable;
import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.draft.SchemaAssembly;
import dev.schemaguard.ddl.draft.SearchPath;
import dev.schemaguard.ddl.script.Placeholders;
import dev.schemaguard.ddl.script.SqlScript;
import dev.schemaguard.ddl.script.SqlStatement;
import dev.schemaguard.input.ReadingDeadline;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs scripts one after the other over an empty schema, without a database. */
public final class DdlReplay {

    private final Catalog catalog;
    private final StatementReader reader;
    private final List<Between> between = new ArrayList<>();
    private long changes;

    /**
     * Over an empty schema.
     *
     * @param reader reads the scripts as their kind of database does
     */
    public DdlReplay(DdlReader reader) {
        this.catalog = new Catalog(reader.habits());
        this.reader = reader.statements();
    }

    /**
     * Runs a script.
     *
     * @throws dev.schemaguard.input.SchemaSourceException if it cannot be read, or if a quote or a comment does not end
     */
    public void run(SourceText text, Placeholders placeholders) {
        run(text, placeholders, false);
    }

    /**
     * Runs a script that its tool may put into a transaction of its own, so that a ROLLBACK may reach further back than the BEGIN
     * before it.
     *
     * @throws dev.schemaguard.input.SchemaSourceException if it cannot be read, or if a quote or a comment does not end
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
     * @throws dev.schemaguard.input.SchemaSourceException if a quote or a comment does not end
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
     * @throws dev.schemaguard.input.SchemaSourceException if a quote or a comment does not end
     */
    public void doubt(SourceText text, String why) {
        each(text, Placeholders.NONE, change -> UncertainChange.about(change, catalog, why));
    }

    /**
     * Takes a script that may run between others, any number of times.
     *
     * @param why why it is not known what it changes
     * @throws dev.schemaguard.input.SchemaSourceException if it cannot be read, or if a quote or a comment does not end
     */
    public void between(SourceText text, Placeholders placeholders, String why) {
        List<Change> read = new ArrayList<>();
        each(text, placeholders, read::add);
        between.add(new Between(read, why));
    }

    /** Takes something that may run between scripts and cannot be read. */
    public void betweenUnreadable(Origin origin, String reason) {
        between.add(new Between(List.of(Unreadable.everywhere(origin, reason)), reason));
    }

    /** Leaves open what would be changed by all that may run between scripts, if it ran here. */
    public void runBetween() {
        for (Between each : between) {
            for (Change change : each.changes()) {
                ReadingDeadline.check(change::origin);
                if (change instanceof NamespaceChange.SetPath) {
                    change.applyTo(catalog);
                } else {
                    UncertainChange.about(change, catalog, each.why());
                }
            }
            endSession();
        }
    }

    /** Forgets what the server keeps for a session only. */
    public void endSession() {
        catalog.endSession();
        catalog.path(SearchPath.UNSET);
    }

    private void each(SourceText text, Placeholders placeholders, Consumer<Change> action) {
        try (SqlScript script =
                SqlScript.open(text, placeholders, catalog.habits().lexicalRules())) {
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

    /** The changes of a script that may run between others, and why it is not known what they do. */
    private record Between(List<Change> changes, String why) {}
}
