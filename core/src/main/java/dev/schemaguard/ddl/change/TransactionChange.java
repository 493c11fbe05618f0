package dev.schemaguard.ddl.change;

import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import java.util.List;

/**
 * A statement about the transaction that it stands in: what was done before it stays, or is taken back. Whoever runs the script
 * heeds it; by itself it changes nothing.
 */
public sealed interface TransactionChange extends Change {

    @Override
    default void applyTo(Catalog catalog) {}

    @Override
    default void doubt(Catalog catalog) {}

    @Override
    default List<ObjectName> tables() {
        return List.of();
    }

    /**
     * A transaction begins.
     *
     * @param origin where the script says so
     */
    record Begin(Origin origin) implements TransactionChange {}

    /**
     * What was done stays.
     *
     * @param chain whether the next transaction begins at once
     * @param origin where the script says so
     */
    record Commit(boolean chain, Origin origin) implements TransactionChange {}

    /**
     * What was done since the transaction began is taken back.
     *
     * @param chain whether the next transaction begins at once
     * @param origin where the script says so
     */
    record Rollback(boolean chain, Origin origin) implements TransactionChange {}

    /**
     * Whether what was done stays is said later, perhaps by another session.
     *
     * @param origin where the script says so
     */
    record Prepare(Origin origin) implements TransactionChange {}

    /**
     * A place to go back to.
     *
     * @param name its name
     * @param origin where the script says so
     */
    record Savepoint(String name, Origin origin) implements TransactionChange {}

    /**
     * A place to go back to is given up, and what was done since stays part of the transaction.
     *
     * @param name its name
     * @param origin where the script says so
     */
    record Release(String name, Origin origin) implements TransactionChange {}

    /**
     * What was done since a savepoint is taken back.
     *
     * @param name its name
     * @param origin where the script says so
     */
    record RollbackTo(String name, Origin origin) implements TransactionChange {}
}
