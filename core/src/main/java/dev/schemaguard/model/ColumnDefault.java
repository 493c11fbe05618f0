package dev.schemaguard.model;

/** What a column holds when an insert leaves it out. */
public sealed interface ColumnDefault {

    /** The column has no default, so it becomes null. {@code DEFAULT NULL} is the same. */
    ColumnDefault NONE = new None();

    /** Nothing is said about a default. */
    ColumnDefault UNSTATED = new Unstated();

    /** A default in the dialect's normal spelling. */
    static ColumnDefault of(String expression) {
        return new Expression(expression);
    }

    /**
     * A default computed for each row that leaves the column out.
     *
     * @param text the expression in SQL, spelled by the dialect
     */
    record Expression(String text) implements ColumnDefault {

        @Override
        public String toString() {
            return text;
        }
    }

    /** No default. */
    record None() implements ColumnDefault {

        @Override
        public String toString() {
            return "no default";
        }
    }

    /** A default that the expectation leaves open. */
    record Unstated() implements ColumnDefault {

        @Override
        public String toString() {
            return "any default";
        }
    }
}
