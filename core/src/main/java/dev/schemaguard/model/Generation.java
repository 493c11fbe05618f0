package dev.schemaguard.model;

/** Whether the database computes a column from the row's other columns. */
public sealed interface Generation {

    /** Whether the database computes the column, so that no statement may write it. */
    boolean isComputed();

    /** The expression; none where there is none or it was not read. */
    SqlText sql();

    /** The expression's normal spelling, which is compared; empty where there is none or it was not read. */
    String expression();

    /** The column is an ordinary one. */
    Generation NONE = None.INSTANCE;

    /** Nothing is said. */
    Generation UNSTATED = Unstated.INSTANCE;

    /**
     * Computed when the row is written.
     *
     * @param sql the expression; none where it was not read
     */
    record Stored(SqlText sql) implements Generation {

        /** One whose expression needs no other spelling in statements. */
        public Stored(String expression) {
            this(SqlText.of(expression));
        }

        @Override
        public String expression() {
            return sql.text();
        }

        @Override
        public boolean isComputed() {
            return true;
        }
    }

    /**
     * Computed when the row is read (PostgreSQL 18, MySQL, H2).
     *
     * @param sql the expression; none where it was not read
     */
    record Virtual(SqlText sql) implements Generation {

        /** One whose expression needs no other spelling in statements. */
        public Virtual(String expression) {
            this(SqlText.of(expression));
        }

        @Override
        public String expression() {
            return sql.text();
        }

        @Override
        public boolean isComputed() {
            return true;
        }
    }

    /** Not computed. */
    enum None implements Generation {
        INSTANCE;

        @Override
        public SqlText sql() {
            return SqlText.NONE;
        }

        @Override
        public String expression() {
            return "";
        }

        @Override
        public boolean isComputed() {
            return false;
        }
    }

    /** An expectation that leaves it open. */
    enum Unstated implements Generation {
        INSTANCE;

        @Override
        public SqlText sql() {
            return SqlText.NONE;
        }

        @Override
        public String expression() {
            return "";
        }

        @Override
        public boolean isComputed() {
            return false;
        }
    }
}
