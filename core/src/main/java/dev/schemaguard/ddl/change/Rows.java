package dev.schemaguard.ddl.change;

import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ObjectName;
import java.util.List;
import java.util.Optional;

/** Where the rows of a query come from, as its text says it; which columns they have is known where the tables are. */
public sealed interface Rows {

    /** Rows of which nothing is known. */
    Rows UNKNOWN = new Unknown();

    /** The one row without columns of a query without FROM. */
    Rows NONE = new None();

    /** How often all columns of something are meant, as far as the text is read. */
    int stars();

    /** Nothing is known. */
    record Unknown() implements Rows {

        @Override
        public int stars() {
            return 0;
        }
    }

    /** No columns. */
    record None() implements Rows {

        @Override
        public int stars() {
            return 0;
        }
    }

    /**
     * The rows of a table or view.
     *
     * @param name its name
     */
    record Of(ObjectName name) implements Rows {

        @Override
        public int stars() {
            return 0;
        }
    }

    /**
     * Rows under other names.
     *
     * @param rows the rows
     * @param name the name by which columns are qualified; empty where there is none
     * @param columns the new names of the first of the columns
     */
    record Named(Rows rows, String name, List<String> columns) implements Rows {

        public Named {
            columns = List.copyOf(columns);
        }

        @Override
        public int stars() {
            return rows.stars();
        }
    }

    /**
     * The rows of two sides, side by side.
     *
     * @param left the one side
     * @param right the other side
     * @param merged the columns of both that come out as one
     * @param natural whether all columns of the same name come out as one
     */
    record Joined(Rows left, Rows right, List<String> merged, boolean natural) implements Rows {

        public Joined {
            merged = List.copyOf(merged);
        }

        @Override
        public int stars() {
            return left.stars() + right.stars();
        }
    }

    /**
     * The rows of a query.
     *
     * @param items what it selects
     * @param from where that comes from
     */
    record Selected(List<Item> items, Rows from) implements Rows {

        public Selected {
            items = List.copyOf(items);
        }

        @Override
        public int stars() {
            return from.stars()
                    + (int) items.stream().filter(All.class::isInstance).count();
        }
    }

    /**
     * The rows of several queries, one behind the other: their names are those of the first, their types may be others.
     *
     * @param first the first query
     */
    record Combined(Rows first) implements Rows {

        @Override
        public int stars() {
            return first.stars();
        }
    }

    /** What a query selects. */
    sealed interface Item {

        /** Something under a name that the text does not say. */
        Item UNNAMED = new Unnamed();
    }

    /** Something under a name that is not known. */
    record Unnamed() implements Item {}

    /**
     * All columns.
     *
     * @param qualifier the table or the alias that has them; empty for those of all
     */
    record All(Optional<ObjectName> qualifier) implements Item {}

    /**
     * A column.
     *
     * @param name the name that it gets
     * @param qualifier the table or the alias that has it; empty where that is not said
     * @param column its own name
     */
    record OfColumn(String name, Optional<ObjectName> qualifier, String column) implements Item {}

    /**
     * Anything else under a name.
     *
     * @param name the name
     * @param type its type, as far as the text says it
     */
    record Value(String name, ColumnType type) implements Item {}
}
