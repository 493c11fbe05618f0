package dev.schemaguard.database.standard;

import dev.schemaguard.inspect.FailureKind;
import dev.schemaguard.inspect.Failures;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;

/**
 * What failures mean by the standard's SQLStates and classes (ISO 9075-2, table 38), those of ODBC that many servers give, and the
 * exceptions of JDBC.
 */
public final class StandardFailures implements Failures {

    private static final Map<String, FailureKind> STATES = Map.of(
            "28000", FailureKind.NOT_LET_IN,
            // DB2's, for a login.
            "28501", FailureKind.NOT_LET_IN,
            // Table or column not found: MySQL and MariaDB (1146, 1054), SQL Server, ODBC; two of H2 are for tables of
            // near names.
            "42S02", FailureKind.UNDEFINED_TABLE,
            "42S03", FailureKind.UNDEFINED_TABLE,
            "42S04", FailureKind.UNDEFINED_TABLE,
            "42S22", FailureKind.UNDEFINED_COLUMN);

    private static final String CONNECTION_CLASS = "08";

    /** Oracle's ORA-00942 and ORA-00904 share their SQLState with every other syntax error. */
    private static final String SYNTAX = "42000";

    private static final Map<Integer, FailureKind> ORACLE =
            Map.of(942, FailureKind.UNDEFINED_TABLE, 904, FailureKind.UNDEFINED_OBJECT);

    @Override
    public FailureKind of(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        if (state.equals(SYNTAX)) {
            return ORACLE.getOrDefault(failure.getErrorCode(), FailureKind.OTHER);
        }
        FailureKind kind = STATES.getOrDefault(state, FailureKind.OTHER);
        return kind == FailureKind.OTHER && (state.startsWith(CONNECTION_CLASS) || isLostConnection(failure))
                ? FailureKind.CONNECTION_LOST
                : kind;
    }

    private static boolean isLostConnection(SQLException failure) {
        return failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || failure instanceof SQLRecoverableException;
    }
}
