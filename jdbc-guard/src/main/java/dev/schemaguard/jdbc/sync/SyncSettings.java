package dev.schemaguard.jdbc.sync;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.ObjectName;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a sync goes about its work.
 *
 * @param waitFor how long it waits for another sync of the same database
 * @param lockTimeout how long a statement waits for a lock on a table, while everybody who comes later waits behind it
 * @param statementTimeout how long a statement may run
 * @param despiteMigrations whether it adds beside the history of a migration tool, whose own migration then fails later
 * @param dryRun whether it only plans
 * @param allowedFunctions functions, as SQL names them, that an expectation's defaults, checks and other expressions may call
 *     besides those that are known to do nothing but compute
 * @param despiteReadOnly whether it writes where the transactions of the role, the database or the connection are read only
 */
public record SyncSettings(
        Duration waitFor,
        Duration lockTimeout,
        Duration statementTimeout,
        boolean despiteMigrations,
        boolean dryRun,
        Set<String> allowedFunctions,
        boolean despiteReadOnly) {

    /** A minute for another sync, five seconds for a lock, two minutes for a statement; nothing more is allowed. */
    public static final SyncSettings DEFAULT = new SyncSettings(
            Duration.ofSeconds(60), Duration.ofSeconds(5), Duration.ofMinutes(2), false, false, Set.of(), false);

    public SyncSettings {
        requirePositive(waitFor, "waitFor");
        requirePositive(lockTimeout, "lockTimeout");
        requirePositive(statementTimeout, "statementTimeout");
        allowedFunctions = Set.copyOf(allowedFunctions);
        if (allowedFunctions.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("allowedFunctions held an empty name");
        }
    }

    private static void requirePositive(Duration duration, String name) {
        Objects.requireNonNull(duration, name);
        if (duration.toMillis() <= 0) {
            throw new IllegalArgumentException(name + " was " + duration + ", it must be a millisecond at least");
        }
    }

    /** The same with another wait for other syncs. */
    public SyncSettings withWaitFor(Duration newWaitFor) {
        return new SyncSettings(
                newWaitFor,
                lockTimeout,
                statementTimeout,
                despiteMigrations,
                dryRun,
                allowedFunctions,
                despiteReadOnly);
    }

    /** The same with another limit for locks. */
    public SyncSettings withLockTimeout(Duration newLockTimeout) {
        return new SyncSettings(
                waitFor,
                newLockTimeout,
                statementTimeout,
                despiteMigrations,
                dryRun,
                allowedFunctions,
                despiteReadOnly);
    }

    /** The same, adding beside the history of a migration tool or not. */
    public SyncSettings withDespiteMigrations(boolean despite) {
        return new SyncSettings(
                waitFor, lockTimeout, statementTimeout, despite, dryRun, allowedFunctions, despiteReadOnly);
    }

    /** The same, only planning or not. */
    public SyncSettings withDryRun(boolean only) {
        return new SyncSettings(
                waitFor, lockTimeout, statementTimeout, despiteMigrations, only, allowedFunctions, despiteReadOnly);
    }

    /** The same, letting expressions call these functions, too. */
    public SyncSettings withAllowedFunctions(Set<String> functions) {
        return new SyncSettings(
                waitFor, lockTimeout, statementTimeout, despiteMigrations, dryRun, functions, despiteReadOnly);
    }

    /** The same, writing where transactions are read only or not. */
    public SyncSettings withDespiteReadOnly(boolean despite) {
        return new SyncSettings(
                waitFor, lockTimeout, statementTimeout, despiteMigrations, dryRun, allowedFunctions, despite);
    }

    /** The allowed functions as the catalog names them. */
    Set<ObjectName> allowed(Dialect dialect) {
        return allowedFunctions.stream().map(dialect::objectName).collect(Collectors.toSet());
    }
}
