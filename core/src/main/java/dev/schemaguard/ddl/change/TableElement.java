package dev.schemaguard.ddl.change;

import dev.schemaguard.ddl.draft.ColumnDefinition;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.ObjectName;
import java.util.Set;

/** What can stand between the parentheses of CREATE TABLE. */
public sealed interface TableElement {

    /**
     * A column.
     *
     * @param definition the column with what is said behind it
     */
    record OfColumn(ColumnDefinition definition) implements TableElement {}

    /**
     * A key or rule on its own.
     *
     * @param constraint the constraint; a name left to the server is empty
     */
    record OfConstraint(Constraint constraint) implements TableElement {}

    /**
     * NOT NULL as a constraint on its own (PostgreSQL 18).
     *
     * @param column the column that it holds for
     */
    record OfNotNull(String column) implements TableElement {}

    /**
     * The columns of another table.
     *
     * @param table the other table
     * @param options what is copied beside names, types and NOT NULL
     */
    record OfLike(ObjectName table, Set<LikeOption> options) implements TableElement {

        public OfLike {
            options = Set.copyOf(options);
        }
    }

    /** What LIKE can copy beside names, types and NOT NULL. */
    enum LikeOption {
        CONSTRAINTS,
        DEFAULTS,
        GENERATED,
        IDENTITY,
        INDEXES
    }
}
