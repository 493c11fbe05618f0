package dev.schemaguard.drift;

import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.Identity;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.Use;
import java.util.Optional;

/** What the database stores by itself, where a statement leaves the column out or in spite of what it gives. */
public sealed interface ColumnValueDrift extends ColumnFactDrift {

    /** The release may leave the column out, and the database has no value for it. */
    record DefaultMissing(Table table, ObjectName where, Column expectedColumn, Column actualColumn)
            implements ColumnValueDrift {

        @Override
        public Kind kind() {
            return Kind.DEFAULT_MISSING;
        }

        /** Who never writes the column leaves it out of every insert. */
        @Override
        public Use use(StatementKind statement) {
            return table.use().of(statement);
        }

        @Override
        public Optional<String> expected() {
            return Optional.of(expectedColumn.valueWhereLeftOut());
        }

        @Override
        public Optional<String> actual() {
            return Optional.empty();
        }

        @Override
        public Impact impact() {
            return Impact.onInserts(needsValue() ? Effect.MAY_FAIL : Effect.DEGRADED);
        }

        @Override
        public String message() {
            return needsValue()
                    ? "an INSERT into `" + where.name() + "` that leaves out `" + name()
                            + "` fails: NOT NULL, no default"
                    : "an INSERT that leaves out " + label() + " stores null in place of "
                            + expectedColumn.valueWhereLeftOut();
        }

        private boolean needsValue() {
            return actualColumn.nullability() == Nullability.NOT_NULL;
        }
    }

    /**
     * The database fills the column with another value.
     *
     * @param refused whether a check of the live table refuses that value
     */
    record DefaultDifferent(Table table, ObjectName where, Column expectedColumn, Column actualColumn, boolean refused)
            implements ColumnValueDrift {

        @Override
        public Kind kind() {
            return Kind.DEFAULT_DIFFERENT;
        }

        @Override
        public Optional<String> expected() {
            return Optional.of(expectedColumn.valueWhereLeftOut());
        }

        @Override
        public Optional<String> actual() {
            return Optional.of(actualColumn.valueWhereLeftOut());
        }

        @Override
        public Impact impact() {
            return Impact.onInserts(refused ? Effect.MAY_FAIL : Effect.DEGRADED);
        }

        @Override
        public String message() {
            if (refused) {
                return "an INSERT that leaves out " + label() + " fails: a check refuses the default "
                        + actualColumn.valueWhereLeftOut();
            }
            return DefaultValues.areLiterals(expectedColumn, actualColumn)
                    ? "an INSERT that leaves out " + label() + " stores " + actualColumn.valueWhereLeftOut()
                            + " in place of " + expectedColumn.valueWhereLeftOut()
                    : "whether an INSERT that leaves out " + label() + " stores the same value is not comparable: "
                            + actualColumn.valueWhereLeftOut() + " in place of " + expectedColumn.valueWhereLeftOut();
        }
    }

    /** An update gives the column another value by itself, or none. */
    record OnUpdateDifferent(Table table, ObjectName where, Column expectedColumn, Column actualColumn)
            implements ColumnValueDrift {

        @Override
        public Kind kind() {
            return Kind.ON_UPDATE_DIFFERENT;
        }

        /** Who never writes the column leaves it out of every update. */
        @Override
        public Use use(StatementKind statement) {
            return table.use().of(statement);
        }

        @Override
        public Optional<String> expected() {
            return value(expectedColumn);
        }

        @Override
        public Optional<String> actual() {
            return value(actualColumn);
        }

        private static Optional<String> value(Column column) {
            return column.onUpdate() instanceof ColumnDefault.Expression expression
                    ? Optional.of("on update " + expression)
                    : Optional.empty();
        }

        @Override
        public Impact impact() {
            return Impact.NONE.with(StatementKind.UPDATE, Effect.DEGRADED).with(StatementKind.UPSERT, Effect.DEGRADED);
        }

        @Override
        public String message() {
            String update = "an UPDATE that leaves out " + label();
            return actual().map(found -> update + " gives it a value by itself (" + found + ")"
                            + expected()
                                    .map(wanted -> " in place of " + wanted)
                                    .orElse(", which the release does not know"))
                    .orElseGet(() -> update + " leaves it as it is: the release means "
                            + expected().orElse(""));
        }
    }

    /** The release relies on numbers from the database, and it gives none. */
    record IdentityMissing(
            Table table, ObjectName where, Column expectedColumn, Column actualColumn, boolean mayBeFilled)
            implements ColumnValueDrift {

        @Override
        public Kind kind() {
            return Kind.IDENTITY_MISSING;
        }

        @Override
        public Use use(StatementKind statement) {
            return table.use().of(statement);
        }

        @Override
        public Optional<String> expected() {
            return Optional.of("generated number");
        }

        @Override
        public Optional<String> actual() {
            return Optional.of(
                    actualColumn.columnDefault() instanceof ColumnDefault.Expression expression
                            ? "default " + expression.text()
                            : "no generated number");
        }

        @Override
        public Impact impact() {
            // Who also writes the column leaves it out at times only.
            boolean atTimes = mayBeFilled || expectedColumn.written() == Use.ALWAYS;
            return Impact.onInserts(atTimes ? Effect.MAY_FAIL : Effect.FAILS);
        }

        @Override
        public String message() {
            String what = "INSERT into `" + where.name() + "` that leaves " + label() + " to the database";
            return (mayBeFilled ? "an " + what + " fails unless a trigger fills it" : Failure.of(this, what))
                    + ": the column generates no numbers";
        }
    }

    /**
     * The database computes the column, so no statement may write it.
     *
     * @param refused whether a statement that does is refused, or else what it writes is ignored
     */
    record GeneratedAlways(Table table, ObjectName where, Column expectedColumn, Column actualColumn, boolean refused)
            implements ColumnValueDrift {

        /** The same in a session that ignores what is written (MariaDB where it is not strict: Generated Columns). */
        public GeneratedAlways whereValuesAreIgnored() {
            return new GeneratedAlways(table, where, expectedColumn, actualColumn, false);
        }

        @Override
        public Kind kind() {
            return Kind.GENERATED_ALWAYS;
        }

        @Override
        public Use use(StatementKind statement) {
            // Only what is written to this very column counts: an insert that leaves it out is served well.
            if (expectedColumn.written() == Use.NEVER || table.use().of(statement) == Use.NEVER) {
                return Use.NEVER;
            }
            boolean mustBeGiven = statement == StatementKind.INSERT && expectedColumn.needsValue();
            return expectedColumn.written() == Use.ALWAYS || mustBeGiven ? Use.ALWAYS : Use.UNSTATED;
        }

        @Override
        public Optional<String> expected() {
            return Optional.of("an ordinary column");
        }

        @Override
        public Optional<String> actual() {
            return Optional.of(
                    actualColumn.identity() == Identity.ALWAYS ? "generated always as identity" : "generated always");
        }

        @Override
        public Impact impact() {
            boolean inPrimaryKey = table.primaryKey()
                    .filter(key -> key.columns().contains(name()))
                    .isPresent();
            // No update changes the key that it finds the row by.
            Effect effect = refused ? Effect.FAILS : Effect.DEGRADED;
            return Impact.onWrites(effect).with(StatementKind.UPDATE, inPrimaryKey ? Effect.WORKS : effect);
        }

        @Override
        public String message() {
            return refused
                    ? Failure.of(this, "statement that writes a value to " + label())
                            + ": the database computes the column"
                    : "a value written to " + label() + " is ignored: the database computes the column";
        }
    }
}
