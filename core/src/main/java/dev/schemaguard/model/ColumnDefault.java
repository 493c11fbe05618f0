package dev.schemaguard.model;

/** What a column holds when an insert leaves it out. */
public sealed interface ColumnDefault {

    /** The column has no default, so it becomes null. {@code DEFAULT NULL} is the same. */
    ColumnDefault NONE = None.INSTANCE;

    /** Nothing is said about a default. */
    ColumnDefault UNSTATED = Unstated.INSTANCE;

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
    enum None implements ColumnDefault {
        INSTANCE;

        @Override
        public String toString() {
            return "no default";
        }
    }

    /** A default that the expectation leaves open. */
    enum Unstated implements ColumnDefault {
        INSTANCE;

        @Override
        public String toString() {
            return "any default";
        }
    }
}
