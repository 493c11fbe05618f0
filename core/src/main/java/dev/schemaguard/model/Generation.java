package dev.schemaguard.model;

/** Whether the database computes a column from the row's other columns. */
public sealed interface Generation {

    /** Whether the database computes the column, so that no statement may write it. */
    boolean isComputed();

    /** The expression in SQL; empty where there is none or it was not read. */
    String expression();

    /** The column is an ordinary one. */
    Generation NONE = new None();

    /** Nothing is said. */
    Generation UNSTATED = new Unstated();

    /**
     * Computed when the row is written.
     *
     * @param expression the expression in SQL; empty where it was not read
     */
    record Stored(String expression) implements Generation {

        @Override
        public boolean isComputed() {
            return true;
        }
    }

    /**
     * Computed when the row is read (PostgreSQL 18, MySQL, H2).
     *
     * @param expression the expression in SQL; empty where it was not read
     */
    record Virtual(String expression) implements Generation {

        @Override
        public boolean isComputed() {
            return true;
        }
    }

    /** Not computed. */
    record None() implements Generation {

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
    record Unstated() implements Generation {

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
