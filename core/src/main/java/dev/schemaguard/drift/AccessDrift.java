package dev.schemaguard.drift;

import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Sequence;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.Use;
import java.util.List;
import java.util.Optional;

/** Something that statements need beside the table is there, and the connected role may not use it. */
public sealed interface AccessDrift extends Drift
        permits AccessDrift.UnusableSchema, AccessDrift.LockedSequence, AccessDrift.LockedNumber, DoubtfulGrants {

    /** The connected role. */
    String role();

    /** What helps, in SQL for people, without the end of the statement. */
    String grant();

    @Override
    default Kind kind() {
        return Kind.MISSING_PRIVILEGE;
    }

    @Override
    default Optional<String> expected() {
        return Optional.of("USAGE");
    }

    @Override
    default Optional<String> actual() {
        return Optional.empty();
    }

    /**
     * The role may not use a schema, so that it can name nothing in it.
     *
     * @param schema the schema's name
     * @param tables the tables that the release expects there
     * @param sequences how many sequences the release names there
     * @param role the connected role
     * @param readsNothing whether the role may read none of the expected tables, there or elsewhere
     */
    record UnusableSchema(String schema, List<Table> tables, int sequences, String role, boolean readsNothing)
            implements AccessDrift {

        public UnusableSchema {
            tables = List.copyOf(tables);
        }

        /** A role that only writes to some of the tables may be all that the release needs; one that sees nothing is not. */
        @Override
        public boolean isFatal(StatementKind statement) {
            return readsNothing && statement == StatementKind.SELECT;
        }

        @Override
        public Subject subject() {
            return new Subject(schema, Optional.empty(), Optional.empty(), Optional.empty());
        }

        @Override
        public Impact impact() {
            return tables.isEmpty() ? Impact.onInserts(Effect.FAILS) : Impact.onEverything(Effect.FAILS);
        }

        /** What the release does with any of the tables. */
        @Override
        public Use use(StatementKind statement) {
            List<Use> uses =
                    tables.stream().map(table -> table.use().of(statement)).toList();
            if (uses.contains(Use.ALWAYS) || tables.isEmpty()) {
                return Use.ALWAYS;
            }
            return uses.contains(Use.UNSTATED) ? Use.UNSTATED : Use.NEVER;
        }

        @Override
        public String message() {
            return Failure.of(this, "statement that names " + what() + " in schema `" + schema + "`") + ": role `"
                    + role + "` may not use the schema";
        }

        private String what() {
            if (tables.isEmpty()) {
                return sequences == 1 ? "the sequence" : "one of the " + sequences + " sequences";
            }
            return tables.size() == 1
                    ? "`" + tables.get(0).name().name() + "`"
                    : "one of the " + tables.size() + " tables";
        }

        @Override
        public String grant() {
            return "USAGE ON SCHEMA " + schema + " TO " + role;
        }

        @Override
        public Origin origin() {
            return Origin.NONE;
        }
    }

    /**
     * The role may take no numbers from a sequence that the release names.
     *
     * @param sequence the sequence that the release expects
     * @param where the live sequence
     * @param role the connected role
     */
    record LockedSequence(Sequence sequence, ObjectName where, String role) implements AccessDrift {

        @Override
        public Subject subject() {
            return new Subject(where.schema(), Optional.empty(), Optional.empty(), Optional.of(where.name()));
        }

        @Override
        public Impact impact() {
            // Where nobody is known to name it, inserts may do without.
            return Impact.onInserts(isNamed() ? Effect.FAILS : Effect.MAY_FAIL);
        }

        @Override
        public Use use(StatementKind statement) {
            return isNamed() ? Use.ALWAYS : Use.UNSTATED;
        }

        private boolean isNamed() {
            return sequence.role() == Sequence.Role.GENERATOR;
        }

        @Override
        public String message() {
            return Failure.of(this, "INSERT that takes its number from `" + where.name() + "`") + ": role `" + role
                    + "` may not use the sequence";
        }

        @Override
        public String grant() {
            return "USAGE ON SEQUENCE " + where + " TO " + role;
        }

        @Override
        public Origin origin() {
            return sequence.origin();
        }
    }

    /**
     * A column takes its number from a sequence that the role may not use.
     *
     * @param table the table that the release expects
     * @param where the live table
     * @param column the live column's name
     * @param sequence the live sequence
     * @param leftOut what becomes of an insert: it fails where the release leaves the column out, and may where it does at times
     * @param role the connected role
     */
    record LockedNumber(Table table, ObjectName where, String column, ObjectName sequence, Effect leftOut, String role)
            implements AccessDrift {

        @Override
        public Subject subject() {
            return new Subject(where.schema(), Optional.of(where.name()), Optional.of(column), Optional.of("usage"));
        }

        @Override
        public Impact impact() {
            return Impact.onInserts(leftOut);
        }

        @Override
        public Use use(StatementKind statement) {
            return table.use().of(statement);
        }

        @Override
        public String message() {
            return Failure.of(this, "INSERT into `" + where.name() + "` that leaves out `" + column + "`") + ": role `"
                    + role + "` may not use its sequence `" + sequence.name() + "`";
        }

        @Override
        public String grant() {
            return "USAGE ON SEQUENCE " + sequence + " TO " + role;
        }

        @Override
        public Origin origin() {
            return table.column(column)
                    .map(one -> one.origin())
                    .filter(Origin::isKnown)
                    .orElse(table.origin());
        }
    }
}
