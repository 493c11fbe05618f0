package dev.schemaguard.fix;

import dev.schemaguard.model.ObjectName;
import java.util.Objects;
import java.util.Optional;

/**
 * A statement that only adds, so that it takes nothing from a release that runs and can be undone by a rollback. It runs in one
 * transaction with the others. It is one statement to the server.
 *
 * @param phase its place among the statements of all cures
 * @param sql the statement, without a semicolon
 * @param onlyWhereEmpty the table that must hold no row (or not exist yet), for with rows the statement could fail, or lock
 *     for as long as they are many
 * @param essential whether the cure is none without it; else it is left out where the table holds rows
 * @param calls what its expressions call
 */
public record Addition(Phase phase, String sql, Optional<ObjectName> onlyWhereEmpty, boolean essential, Calls calls) {

    public Addition {
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(sql, "sql");
        Objects.requireNonNull(onlyWhereEmpty, "onlyWhereEmpty");
        Objects.requireNonNull(calls, "calls");
    }

    /** The same, calling this, too. */
    Addition calling(Calls more) {
        return new Addition(phase, sql, onlyWhereEmpty, essential, calls.and(more));
    }
}
