package dev.schemaguard.model;

/** What a column holds when an insert leaves it out. */
public sealed interface ColumnDefault {

    /** The column has no default, so it becomes null. {@code DEFAULT NULL} is the same. */
    ColumnDefault NONE = new None();

    /** Nothing is said about a default. */
    ColumnDefault UNSTATED = new Unstated();

    /** A default in the dialect's normal spelling. */
    static Expression of(String expression) {
        return new Expression(SqlText.of(expression), true);
    }

    /**
     * A default computed for each row that leaves the column out.
     *
     * @param sql the expression
     * @param compared whether another text means another value; else only that there is a default is known, for the server may
     *     spell this one otherwise
     */
    record Expression(SqlText sql, boolean compared) implements ColumnDefault {

        /** Its normal spelling, which is compared. */
        public String text() {
            return sql.text();
        }

        /** What a statement is to hold. */
        public String written() {
            return sql.written();
        }

        /** The same default as a statement is to hold it. */
        public Expression written(String newWritten) {
            return new Expression(new SqlText(text(), newWritten), compared);
        }

        /** The same default, of which only that it is there is compared. */
        public Expression notCompared() {
            return new Expression(sql, false);
        }

        @Override
        public String toString() {
            return written();
        }
    }

    /** No default. */
    record None() implements ColumnDefault {

        /** Written out, as that of {@link ObjectName} and for its reason. */
        @Override
        public boolean equals(Object other) {
            return other instanceof None;
        }

        @Override
        public int hashCode() {
            return 1;
        }

        @Override
        public String toString() {
            return "no default";
        }
    }

    /** A default that the expectation leaves open. */
    record Unstated() implements ColumnDefault {

        /** Written out, as that of {@link ObjectName} and for its reason. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Unstated;
        }

        @Override
        public int hashCode() {
            return 2;
        }

        @Override
        public String toString() {
            return "any default";
        }
    }
}
