package dev.schemaguard.jdbc;

import java.sql.SQLException;

/** What becomes of the failure of a statement before the application sees it. */
interface StatementFailures {

    /**
     * The failure to throw, which may be the same.
     *
     * @param statement the failed statement; empty where it is not known
     */
    SQLException translate(SQLException failure, String statement);
}
