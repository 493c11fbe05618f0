package dev.schemaguard.diff;

import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.model.Table;
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
}
