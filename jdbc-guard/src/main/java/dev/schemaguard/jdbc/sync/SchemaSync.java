package dev.schemaguard.jdbc.sync;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.database.Databases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Brings the schema of a database up to what a release expects, by what only adds: schemas, types, sequences,
 * tables, columns that take null or have a default, defaults, labels of enums; keys, indexes and rules only on tables without
 * rows. On PostgreSQL all or nothing, in one transaction, under an advisory lock, so that of many that start at once one does it and
 * the others find it done, and without state in the session, so that it works through a pooler of transactions. On MySQL and MariaDB,
 * where each statement commits by itself, one at a time under a named lock; what ran stays where a later one is refused, is
 * named, and the next sync goes on from there.
 *
 * <p>It is no migration tool: where something has to change that is there, it refuses. Nor does it trust the expectation further
 * than that: of functions it lets defaults, checks and the like call only those that are known to do nothing but compute (and what
 * {@link SyncSettings#allowedFunctions} names), it calls no code of other roles that bears one of their names, and before it commits it
 * holds the whole catalog against what was there when it began: where anything is gone or changed it takes all back.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class SchemaSync {

    private final SchemaGuard guard;
    private final SyncSettings settings;
    private final Consumer<SyncPlan> onPlan;

    private SchemaSync(SchemaGuard guard, SyncSettings settings, Consumer<SyncPlan> onPlan) {
        this.guard = Objects.requireNonNull(guard, "guard");
        this.settings = Objects.requireNonNull(settings, "settings");
        this.onPlan = Objects.requireNonNull(onPlan, "onPlan");
    }

    /** A sync towards what the guard expects; its policy says what has to be cured for the database to conform. */
    public static SchemaSync of(SchemaGuard guard) {
        return new SchemaSync(guard, SyncSettings.DEFAULT, plan -> {});
    }

    /** The same with other settings. */
    public SchemaSync with(SyncSettings newSettings) {
        return new SchemaSync(guard, newSettings, onPlan);
    }

    /** The same, showing the plan before anything of it is run. */
    public SchemaSync showing(Consumer<SyncPlan> newOnPlan) {
        return new SchemaSync(guard, settings, newOnPlan);
    }

    /**
     * Plans and, unless it is a dry run, applies and checks again. Takes one connection, whose transaction it is. Never throws
     * for what it meets: that is in the outcome.
     */
    public SyncOutcome run(DataSource dataSource) {
        try (Connection connection = connect(dataSource)) {
            return SyncRun.over(connection, guard, settings, onPlan);
        } catch (SQLException e) {
            return new SyncOutcome.Unverified(List.of(SyncFailure.describe(Databases.failures(), e)));
        }
    }

    /** Pools wrap a refused connection in exceptions of their own, some of them unchecked. */
    private static Connection connect(DataSource dataSource) throws SQLException {
        try {
            return dataSource.getConnection();
        } catch (RuntimeException e) {
            throw new SQLException(e.getMessage(), e);
        }
    }
}
