package dev.schemaguard.drift;

import dev.schemaguard.model.Column;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.Use;
import java.util.Optional;

/** A fact of a column that both sides have and that differs. */
public sealed interface ColumnFactDrift extends ColumnDrift
        permits ColumnFactDrift.TypeChanged,
                ColumnFactDrift.OtherCollation,
                ColumnFactDrift.OtherCharset,
                ColumnFactDrift.NotNullAdded,
                ColumnFactDrift.NotNullMissing,
                ColumnFactDrift.NotUpdatable,
                ColumnValueDrift {

    /** The column that the release expects. */
    Column expectedColumn();

    /** The live column. */
    Column actualColumn();

    @Override
    default String name() {
        return expectedColumn().name();
    }

    /** The column's name with that of its table, for messages. */
    default String label() {
        return "`" + where().name() + "." + name() + "`";
    }

    @Override
    default Use use(StatementKind statement) {
        Use ofTable = table().use().of(statement);
        boolean writes = statement != StatementKind.SELECT && statement != StatementKind.DELETE;
        return writes && ofTable != Use.NEVER && expectedColumn().written() != Use.UNSTATED
                ? expectedColumn().written()
                : ofTable;
    }

    @Override
    default Origin origin() {
        Origin own = expectedColumn().origin();
        return own.isKnown() ? own : table().origin();
    }

    /** The type is another one. */
    record TypeChanged(Table table, ObjectName where, Column expectedColumn, Column actualColumn, TypeFit fit)
            implements ColumnFactDrift {

        @Override
        public Kind kind() {
            return fit.kind();
        }

        /** What the database computes is written whenever a row is, though no statement names it. */
        @Override
        public Use use(StatementKind statement) {
            return actualColumn.generation().isComputed()
                    ? table.use().of(statement)
                    : ColumnFactDrift.super.use(statement);
        }

        @Override
        public Optional<String> expected() {
            return Optional.of(expectedColumn.type().toString());
        }

        @Override
        public Optional<String> actual() {
            return Optional.of(actualColumn.type().toString());
        }

        @Override
        public Impact impact() {
            boolean inPrimaryKey = table.primaryKey()
                    .filter(key -> key.columns().contains(name()))
                    .isPresent();
            boolean inKey = table.constraints(Constraint.Key.class)
                            .anyMatch(key -> key.columns().contains(name()))
                    || table.constraints(Constraint.ForeignKey.class)
                            .anyMatch(key -> key.columns().contains(name()));
            return fit.impact(inPrimaryKey, inKey);
        }

        @Override
        public String message() {
            return fit.consequence(this) + ": the release means " + expectedColumn.type() + ", the database has "
                    + actualColumn.type();
        }
    }

    /**
     * Texts are compared and sorted by other rules.
     *
     * @param loose whether the live rules take texts for equal that differ
     */
    record OtherCollation(Table table, ObjectName where, Column expectedColumn, Column actualColumn, boolean loose)
            implements ColumnFactDrift {

        @Override
        public Kind kind() {
            return Kind.COLLATION_DIFFERENT;
        }

        @Override
        public Optional<String> expected() {
            return expectedColumn
                    .collation()
                    .or(() -> Optional.of(expectedColumn.type().toString()));
        }

        @Override
        public Optional<String> actual() {
            return loose
                            && actualColumn
                                    .collation()
                                    .filter(name -> !name.equals("default"))
                                    .isEmpty()
                    ? Optional.of(actualColumn.type().toString())
                    : actualColumn.collation();
        }

        @Override
        public Impact impact() {
            Impact sorted = Impact.onReads(Effect.DEGRADED);
            return loose && isInKey()
                    ? Impact.onWrites(Effect.MAY_FAIL).with(StatementKind.SELECT, Effect.DEGRADED)
                    : sorted;
        }

        public boolean isInKey() {
            return table.constraints(Constraint.Key.class)
                            .anyMatch(key -> key.columns().contains(name()))
                    || table.indexes().stream()
                            .filter(Index::unique)
                            .flatMap(index -> index.parts().stream())
                            .anyMatch(this::isIndexed);
        }

        private boolean isIndexed(Index.Part part) {
            return part instanceof Index.ColumnPart column
                    ? column.name().equals(name())
                    : ((Index.ExpressionPart) part).text().contains(name());
        }

        @Override
        public String message() {
            return loose && isInKey()
                    ? "a statement that writes " + label() + " may meet a duplicate key: " + actual().orElse("")
                            + " takes texts for equal that differ"
                    : "rows are found and sorted by " + label() + " in other ways: the release means collation "
                            + expected().orElse("") + ", the database has " + actual().orElse("");
        }
    }

    /** The live column keeps its texts in a character set that does not have all the characters of the expected one. */
    record OtherCharset(Table table, ObjectName where, Column expectedColumn, Column actualColumn)
            implements ColumnFactDrift {

        @Override
        public Kind kind() {
            return Kind.CHARSET_DIFFERENT;
        }

        @Override
        public Optional<String> expected() {
            return expectedColumn.charset();
        }

        @Override
        public Optional<String> actual() {
            return actualColumn.charset();
        }

        @Override
        public Impact impact() {
            return Impact.onWrites(Effect.MAY_FAIL);
        }

        @Override
        public String message() {
            return "a text with characters that " + actual().orElse("") + " does not have is refused or lost in "
                    + label() + ": the release means character set "
                    + expected().orElse("");
        }
    }

    /** The release may write null, and the database refuses it. */
    record NotNullAdded(Table table, ObjectName where, Column expectedColumn, Column actualColumn)
            implements ColumnFactDrift {

        @Override
        public Kind kind() {
            return Kind.NOT_NULL_ADDED;
        }

        @Override
        public Optional<String> expected() {
            return Optional.of("nullable");
        }

        @Override
        public Optional<String> actual() {
            return Optional.of("not null");
        }

        @Override
        public Impact impact() {
            return Impact.onWrites(Effect.MAY_FAIL);
        }

        @Override
        public String message() {
            return "a statement that writes null to " + label() + " fails: the column is NOT NULL";
        }
    }

    /** The release reads the column as never null, and the database lets nulls in. */
    record NotNullMissing(Table table, ObjectName where, Column expectedColumn, Column actualColumn)
            implements ColumnFactDrift {

        @Override
        public Kind kind() {
            return Kind.NOT_NULL_MISSING;
        }

        @Override
        public Optional<String> expected() {
            return Optional.of("not null");
        }

        @Override
        public Optional<String> actual() {
            return Optional.of("nullable");
        }

        @Override
        public Impact impact() {
            return Impact.onReads(Effect.DEGRADED);
        }

        @Override
        public String message() {
            return "a null may be read from " + label() + ": the column is nullable";
        }
    }

    /** A view stands for the table, and this column of it takes no writes. */
    record NotUpdatable(Table table, ObjectName where, Column expectedColumn, Column actualColumn)
            implements ColumnFactDrift {

        @Override
        public Kind kind() {
            return Kind.NOT_UPDATABLE;
        }

        @Override
        public Optional<String> expected() {
            return Optional.of("updatable");
        }

        @Override
        public Optional<String> actual() {
            return Optional.of("not updatable");
        }

        @Override
        public Impact impact() {
            return Impact.onWrites(Effect.FAILS);
        }

        @Override
        public String message() {
            return Failure.of(this, "statement that writes a value to " + label())
                    + ": a view stands for the table, and this column of it takes no writes";
        }
    }
}
