package dev.schemaguard.drift;

import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.Use;
import java.util.Optional;

/** A difference of one column. */
public sealed interface ColumnDrift extends Drift
        permits ColumnDrift.Missing, ColumnDrift.ExtraRequired, ColumnFactDrift {

    /** The table that the release expects. */
    Table table();

    /** The live table. */
    ObjectName where();

    /** The column's name. */
    String name();

    @Override
    default Subject subject() {
        return new Subject(where().schema(), Optional.of(where().name()), Optional.of(name()), Optional.empty());
    }

    @Override
    default Use use(StatementKind statement) {
        return table().use().of(statement);
    }

    /**
     * The column does not exist.
     *
     * @param table the table that the release expects
     * @param where the live table
     * @param column the column that the release expects
     */
    record Missing(Table table, ObjectName where, Column column) implements ColumnDrift {

        @Override
        public Kind kind() {
            return Kind.MISSING_COLUMN;
        }

        @Override
        public String name() {
            return column.name();
        }

        @Override
        public Optional<String> expected() {
            return Optional.of(column.type() + (column.nullability() == Nullability.NOT_NULL ? " not null" : ""));
        }

        @Override
        public Optional<String> actual() {
            return Optional.empty();
        }

        @Override
        public Impact impact() {
            boolean inKey = table.primaryKey()
                    .filter(key -> key.columns().contains(name()))
                    .isPresent();
            Impact named =
                    Impact.onEverything(Effect.FAILS).with(StatementKind.DELETE, inKey ? Effect.FAILS : Effect.WORKS);
            if (column.written() != Use.NEVER) {
                return named;
            }
            // Who leaves a number to the database asks for it with the insert.
            boolean returned = column.identity().generates();
            return named.with(StatementKind.INSERT, returned ? Effect.FAILS : Effect.WORKS)
                    .with(StatementKind.UPSERT, returned ? Effect.MAY_FAIL : Effect.WORKS)
                    .with(StatementKind.UPDATE, inKey ? Effect.FAILS : Effect.WORKS);
        }

        @Override
        public String message() {
            return Failure.of(this, "statement that names `" + where.name() + "." + name() + "`")
                    + ": the column does not exist";
        }

        @Override
        public Origin origin() {
            return column.origin().isKnown() ? column.origin() : table.origin();
        }
    }

    /**
     * The release does not know the column, and no row goes in without a value for it.
     *
     * @param table the table that the release expects
     * @param where the live table
     * @param column the live column
     * @param mayBeFilled whether a trigger runs before inserts and so may give the value
     */
    record ExtraRequired(Table table, ObjectName where, Column column, boolean mayBeFilled) implements ColumnDrift {

        @Override
        public Kind kind() {
            return Kind.EXTRA_REQUIRED_COLUMN;
        }

        @Override
        public String name() {
            return column.name();
        }

        @Override
        public Optional<String> expected() {
            return Optional.empty();
        }

        @Override
        public Optional<String> actual() {
            return Optional.of(column.type() + " not null, "
                    + (column.columnDefault() instanceof ColumnDefault.None ? "no default" : "no value by itself"));
        }

        @Override
        public Impact impact() {
            return Impact.onInserts(mayBeFilled ? Effect.MAY_FAIL : Effect.FAILS);
        }

        @Override
        public String message() {
            String what = "INSERT into `" + where.name() + "` that leaves out `" + name() + "`";
            return (mayBeFilled ? "an " + what + " fails unless a trigger fills it" : Failure.of(this, what))
                    + ": NOT NULL, no default, unknown to the release";
        }

        @Override
        public Origin origin() {
            return table.origin();
        }
    }
}
