package dev.schemaguard.database.postgres.ddl.reader;

import dev.schemaguard.ddl.change.TransactionChange;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.script.Cursor;
import dev.schemaguard.model.Origin;
import java.util.List;
import java.util.Optional;

/** Reads the statements that begin and end transactions (manual, VI: BEGIN to START TRANSACTION). */
final class TransactionReader {

    private TransactionReader() {}

    /** What such a statement says; nothing if it is another one. */
    static Optional<List<Change>> read(Cursor cursor, Origin origin) {
        if (cursor.at("PREPARE", "TRANSACTION")) {
            cursor.skipRest();
            return change(new TransactionChange.Prepare(origin));
        }
        if (cursor.accept("BEGIN") || cursor.accept("START", "TRANSACTION")) {
            cursor.skipRest();
            return change(new TransactionChange.Begin(origin));
        }
        if (cursor.accept("SAVEPOINT")) {
            return change(new TransactionChange.Savepoint(cursor.identifier(), origin));
        }
        if (cursor.accept("RELEASE")) {
            cursor.accept("SAVEPOINT");
            return change(new TransactionChange.Release(cursor.identifier(), origin));
        }
        if (cursor.accept("COMMIT") || cursor.accept("END")) {
            if (cursor.at("PREPARED")) {
                cursor.skipRest();
                return Optional.of(List.of());
            }
            return change(new TransactionChange.Commit(chain(cursor), origin));
        }
        return cursor.accept("ROLLBACK") || cursor.accept("ABORT") ? rollback(cursor, origin) : Optional.empty();
    }

    private static Optional<List<Change>> rollback(Cursor cursor, Origin origin) {
        if (cursor.at("PREPARED")) {
            cursor.skipRest();
            return Optional.of(List.of());
        }
        work(cursor);
        if (cursor.accept("TO")) {
            cursor.accept("SAVEPOINT");
            return change(new TransactionChange.RollbackTo(cursor.identifier(), origin));
        }
        return change(new TransactionChange.Rollback(chain(cursor), origin));
    }

    private static boolean chain(Cursor cursor) {
        work(cursor);
        boolean chain = cursor.accept("AND", "CHAIN");
        cursor.accept("AND", "NO", "CHAIN");
        return chain;
    }

    private static void work(Cursor cursor) {
        if (cursor.atAny("WORK", "TRANSACTION")) {
            cursor.next();
        }
    }

    private static Optional<List<Change>> change(Change change) {
        return Optional.of(List.of(change));
    }
}
