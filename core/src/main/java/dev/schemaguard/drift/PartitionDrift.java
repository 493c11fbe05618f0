package dev.schemaguard.drift;

import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.Use;
import java.util.Optional;

/**
 * A table that the release expects as a part of another, to which its statements go. A partition that is not there takes no
 * rows, and what is in a table beside the other is not found there.
 */
public sealed interface PartitionDrift extends TableDrift {

    /** The expected table that it is a part of. */
    Table whole();

    /** What the release does with the table that it is a part of, or with the part itself where it says so. */
    @Override
    default Use use(StatementKind statement) {
        Use own = table().use().of(statement);
        return own == Use.ALWAYS ? own : whole().use().of(statement);
    }

    /**
     * The partition does not exist.
     *
     * @param table the partition that the release expects
     * @param where the name that was looked for
     * @param whole the partitioned table
     * @param caught whether another partition takes all rows that belong nowhere else
     */
    record Missing(Table table, ObjectName where, Table whole, boolean caught) implements PartitionDrift {

        @Override
        public Kind kind() {
            return Kind.MISSING_TABLE;
        }

        @Override
        public Optional<String> expected() {
            return Optional.of("a partition of " + whole.name().name());
        }

        @Override
        public Optional<String> actual() {
            return Optional.empty();
        }

        @Override
        public Impact impact() {
            return Impact.onWrites(caught ? Effect.DEGRADED : Effect.MAY_FAIL)
                    .with(StatementKind.SELECT, Effect.DEGRADED);
        }

        @Override
        public String message() {
            return caught
                    ? "rows of `" + whole.name().name() + "` that belong to partition `" + where.name()
                            + "` go to the default one: it does not exist"
                    : "a statement that writes a row of `" + whole.name().name() + "` that belongs to partition `"
                            + where.name() + "` fails: it does not exist";
        }
    }

    /**
     * The table exists, and is no part of the other.
     *
     * @param table the part that the release expects
     * @param where the live table
     * @param whole the table that it is expected to be a part of
     * @param partition whether that one is partitioned, rather than inherited from
     * @param caught whether another partition takes all rows that belong nowhere else
     */
    record Detached(Table table, ObjectName where, Table whole, boolean partition, boolean caught)
            implements PartitionDrift {

        @Override
        public Kind kind() {
            return Kind.DETACHED_TABLE;
        }

        @Override
        public Subject subject() {
            return new Subject(
                    where.schema(),
                    Optional.of(where.name()),
                    Optional.empty(),
                    Optional.of(whole.name().name()));
        }

        @Override
        public Optional<String> expected() {
            return Optional.of((partition ? "a partition of " : "inherits from ")
                    + whole.name().name());
        }

        @Override
        public Optional<String> actual() {
            return Optional.of("a table of its own");
        }

        @Override
        public Impact impact() {
            Impact unseen = Impact.onEverything(Effect.DEGRADED).with(StatementKind.INSERT, Effect.WORKS);
            if (!partition) {
                return unseen.with(StatementKind.UPSERT, Effect.WORKS);
            }
            Effect written = caught ? Effect.DEGRADED : Effect.MAY_FAIL;
            return unseen.with(StatementKind.INSERT, written)
                    .with(StatementKind.UPDATE, written)
                    .with(StatementKind.UPSERT, written);
        }

        @Override
        public String message() {
            return partition && !caught
                    ? "a statement that writes a row of `" + whole.name().name() + "` that belongs to `" + where.name()
                            + "` fails, and its rows are not found: it is no partition"
                    : "rows of `" + where.name() + "` are not found in `"
                            + whole.name().name() + "`: it is no part of it";
        }
    }
}
