package dev.schemaguard.model;

/** What a column holds when an insert leaves it out. */
public sealed interface ColumnDefault {

    /** The column has no default, so it becomes null. {@code DEFAULT NULL} is the same. */
    ColumnDefault NONE = new None();

    /** Nothing is said about a default. */
    ColumnDefault UNSTATED = new Unstated();

    /** A default in the dialect's normal spelling. */
    static Expression of(String expression) {
        return new Expression(expression, expression, true);
    }

    /**
     * A default computed for each row that leaves the column out.
     *
     * @param text the expression in SQL, spelled by the dialect, which may leave casts out
     * @param written the same with all casts that it needs: what a statement is to hold
     * @param compared whether another text means another value; else only that there is a default is known, for the server may
     *     spell this one otherwise
     */
    record Expression(String text, String written, boolean compared) implements ColumnDefault {

        /** The same default as a statement is to hold it. */
        public Expression written(String newWritten) {
            return new Expression(text, newWritten, compared);
        }

        /** The same default, of which only that it is there is compared. */
        public Expression notCompared() {
            return new Expression(text, written, false);
        }

        @Override
        public String toString() {
            return written;
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
