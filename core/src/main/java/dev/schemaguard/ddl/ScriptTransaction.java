package dev.schemaguard.ddl;

import dev.schemaguard.ddl.change.NamespaceChange;
import dev.schemaguard.ddl.change.TransactionChange;
import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.draft.SearchPath;
import dev.schemaguard.input.ReadingDeadline;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The changes of a script that a ROLLBACK may still take back. They wait here until it is known that they stay, so that nothing
 * that was carried out ever has to be undone.
 */
final class ScriptTransaction {

    private final Catalog catalog;

    /** Whether the tool that runs the script puts each script into a transaction of its own; mostly nobody can tell. */
    private final boolean mayBeWrapped;

    private final List<Change> waiting = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();

    /** From which of those that wait on the transaction goes that the script has begun; -1 where it has begun none. */
    private int begin = -1;

    ScriptTransaction(Catalog catalog, boolean mayBeWrapped) {
        this.catalog = catalog;
        this.mayBeWrapped = mayBeWrapped;
    }

    /** Takes the next change of the script. */
    void add(Change change) {
        if (change instanceof TransactionChange about) {
            heed(about);
        } else if (begin >= 0 || mayBeWrapped || !(change instanceof NamespaceChange.SetLocalPath)) {
            // Outside of a transaction SET LOCAL does nothing.
            waiting.add(change);
            if (begin < 0 && !mayBeWrapped) {
                carryOut();
            }
        }
    }

    /** Carries out what waits: the script ends, and whoever runs it lets it stay. */
    void end() {
        carryOut();
        begin = -1;
    }

    private void heed(TransactionChange change) {
        if (change instanceof TransactionChange.Begin) {
            begin = begin < 0 ? waiting.size() : begin;
        } else if (change instanceof TransactionChange.Commit commit) {
            carryOut();
            begin = commit.chain() ? 0 : -1;
        } else if (change instanceof TransactionChange.Rollback rollback) {
            takeBack(rollback);
            begin = rollback.chain() ? 0 : -1;
        } else if (change instanceof TransactionChange.Prepare prepare) {
            doubt(prepare, "whether this stays is said by COMMIT PREPARED or ROLLBACK PREPARED");
            begin = -1;
        } else if (change instanceof TransactionChange.Savepoint savepoint) {
            marks.add(new Mark(savepoint.name(), waiting.size()));
        } else if (change instanceof TransactionChange.Release release) {
            // An earlier one of the same name is there again.
            place(release.name())
                    .ifPresent(at -> marks.subList(at, marks.size()).clear());
        } else if (change instanceof TransactionChange.RollbackTo back) {
            goBackTo(back);
        }
    }

    /** What the script has begun is gone for certain; what stands before it is gone only where a tool has begun it. */
    private void takeBack(TransactionChange.Rollback rollback) {
        if (begin >= 0) {
            waiting.subList(begin, waiting.size()).clear();
        }
        doubt(rollback, "whether this stays hangs on the tool that runs the script, for a ROLLBACK stands behind it");
    }

    private void goBackTo(TransactionChange.RollbackTo back) {
        OptionalInt place = place(back.name());
        if (place.isEmpty()) {
            doubt(back, "whether this stays cannot be told: no statement before ROLLBACK TO sets that savepoint");
            return;
        }
        int at = place.getAsInt();
        waiting.subList(marks.get(at).waiting(), waiting.size()).clear();
        marks.subList(at + 1, marks.size()).clear();
    }

    /** Which of the savepoints a name means: the last one. */
    private OptionalInt place(String name) {
        return IntStream.iterate(marks.size() - 1, at -> at >= 0, at -> at - 1)
                .filter(at -> marks.get(at).name().equals(name))
                .findFirst();
    }

    private void doubt(Change origin, String why) {
        waiting.forEach(change -> UncertainChange.about(
                change, catalog, why + " (line " + origin.origin().line() + ")"));
        forget();
    }

    private void carryOut() {
        SearchPath session = catalog.path();
        for (Change change : waiting) {
            ReadingDeadline.check(change::origin);
            SearchPath before = catalog.path();
            change.applyTo(catalog);
            boolean stays = !(change instanceof NamespaceChange.SetLocalPath);
            // Not by the record's own equals, for the reason of ObjectName's.
            boolean moved = !catalog.path().schemas().equals(before.schemas());
            session = stays && moved || change instanceof NamespaceChange.SetPath ? catalog.path() : session;
        }
        catalog.path(session);
        forget();
    }

    private void forget() {
        waiting.clear();
        marks.clear();
    }

    /**
     * A savepoint.
     *
     * @param name its name
     * @param waiting how many changes waited when it was set
     */
    private record Mark(String name, int waiting) {}
}
