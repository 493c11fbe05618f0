package dev.schemaguard.jdbc.translate;

import java.sql.SQLException;

/** What becomes of the failure of a statement before the application sees it. */
public interface StatementFailures {

    /**
     * The failure to throw, which may be the same.
     *
     * @param statement the failed statement; empty where it is not known
     */
    SQLException translate(SQLException failure, String statement);
}
