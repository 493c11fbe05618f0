package dev.schemaguard.database;

import dev.schemaguard.fix.Calls;
import dev.schemaguard.model.ObjectName;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The work by which a schema is brought up by adding: all or nothing where DDL takes part in transactions, else a statement at a
 * time, each of which commits by itself. Where it is a transaction nothing outlives it, so that it works through a pooler of
 * transactions. Used by one thread; every method throws what the server refuses.
 */
public interface AddingTransaction {

    /** Begins; a transaction can be made one that writes only before it has read anything. */
    void begin(boolean despiteReadOnly) throws SQLException;

    /** How long a lock may be waited for, and a statement may take, from now on. */
    void limit(Duration lockTimeout, Duration statementTimeout) throws SQLException;

    /**
     * Waits until nobody else adds to this database.
     *
     * @return whether that was in time
     */
    boolean await(Duration wait) throws SQLException;

    /** Why nothing can be written, where that is so. */
    Optional<String> readOnly() throws SQLException;

    /** Whether a table is there and cannot hold a row. Its rows are not looked at. */
    boolean isEmpty(ObjectName table) throws SQLException;

    /** The history tables of migration tools in these schemas; where there are none, the only one elsewhere. */
    List<ObjectName> histories(List<String> schemas) throws SQLException;

    /**
     * The schemas in which the names are looked for that a plan leaves unqualified: those of the release, and behind them what the
     * role has set.
     */
    List<String> path(List<String> schemas) throws SQLException;

    /**
     * What stands in the way of a plan that calls this: whatever of other roles may be meant by its names.
     *
     * @param path the schemas in which the statements will look for names
     * @param allowed functions that may be any
     */
    List<String> shadows(List<String> path, Calls calls, Set<ObjectName> allowed) throws SQLException;

    /** All that the database has, to hold against what it has later. */
    Picture picture() throws SQLException;

    /** Runs the statements, one after the other, with unqualified names looked for in these schemas. */
    void run(List<String> statements, List<String> path) throws SQLException;

    /** Whether all that ran can be taken back, as long as it is not committed. */
    default boolean takesBack() {
        return true;
    }

    /** The statements that ran and stay, whatever comes; none where they are taken back. */
    default List<String> done() {
        return List.of();
    }

    /** Ends the transaction; constraints that were deferred are checked then. */
    void commit() throws SQLException;

    /** Leaves the connection bounded as it came. */
    void end();

    /** What a database had. */
    interface Picture {

        /** What of it is gone or changed. */
        List<String> lost() throws SQLException;
    }
}
