package dev.schemaguard.drift;

import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.model.Table;
import java.util.List;
import java.util.Optional;

/** Something that is no part of a table, and that the statements on it meet all the same. */
public sealed interface OutsideDrift extends TableDrift {

    /**
     * Row security holds for the connected role: rows that are there are not found, and writes are refused, while the
     * privileges look right (manual, "Row Security Policies"). What the policies let through is not known, for they are
     * expressions.
     *
     * @param table the table that the release expects
     * @param where the live table
     * @param role the connected role
     */
    record RowSecurity(Table table, ObjectName where, String role) implements OutsideDrift {

        @Override
        public Kind kind() {
            return Kind.ROW_SECURITY;
        }

        @Override
        public Optional<String> expected() {
            return Optional.of("no row security");
        }

        @Override
        public Optional<String> actual() {
            return Optional.of("row security");
        }

        /** Who may not see a row changes and deletes nothing, without an error; a new row is refused with one. */
        @Override
        public Impact impact() {
            return Impact.onWrites(Effect.MAY_FAIL)
                    .with(StatementKind.SELECT, Effect.DEGRADED)
                    .with(StatementKind.DELETE, Effect.DEGRADED);
        }

        @Override
        public String message() {
            return "a statement on `" + where.name() + "` may not find rows that are there, and a write may be refused:"
                    + " row security is switched on, and role `" + role + "` does not bypass it";
        }
    }

    /**
     * A table that the release does not know refers to one of its own, so that rows stay which it would delete.
     *
     * @param table the table that the release expects
     * @param where the live table
     * @param from the table that refers to it
     * @param columns the columns that it refers to
     * @param deletes whether a row that is referred to cannot be deleted
     * @param held the columns that cannot be changed in such a row, and that the release may change
     */
    record Inbound(
            Table table, ObjectName where, ObjectName from, List<String> columns, boolean deletes, List<String> held)
            implements OutsideDrift {

        public Inbound {
            columns = List.copyOf(columns);
            held = List.copyOf(held);
        }

        @Override
        public Kind kind() {
            return Kind.INBOUND_FOREIGN_KEY;
        }

        @Override
        public Subject subject() {
            return new Subject(where.schema(), Optional.of(where.name()), Optional.empty(), Optional.of(label()));
        }

        /** Without the schema where it is the table's own, so that it is the same for every tenant. */
        private String label() {
            return from.schema().equals(where.schema()) ? from.name() : from.toString();
        }

        @Override
        public Optional<String> expected() {
            return Optional.empty();
        }

        @Override
        public Optional<String> actual() {
            return Optional.of("foreign key of " + label() + " to (" + String.join(", ", columns) + ")");
        }

        @Override
        public Impact impact() {
            Impact impact = deletes ? Impact.NONE.with(StatementKind.DELETE, Effect.MAY_FAIL) : Impact.NONE;
            return held.isEmpty()
                    ? impact
                    : impact.with(StatementKind.UPDATE, Effect.MAY_FAIL).with(StatementKind.UPSERT, Effect.MAY_FAIL);
        }

        @Override
        public String message() {
            String update = "an UPDATE of (" + String.join(", ", held) + ")";
            String what = deletes ? "a DELETE" + (held.isEmpty() ? "" : " or " + update) : update;
            return what + " on `" + where.name() + "` may fail: `" + label()
                    + "`, which is unknown to the release, refers to the row";
        }
    }
}
