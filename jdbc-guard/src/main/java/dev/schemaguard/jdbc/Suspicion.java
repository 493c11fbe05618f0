package dev.schemaguard.jdbc;

import dev.schemaguard.SchemaDriftException;
import dev.schemaguard.diff.Drift;
import dev.schemaguard.diff.Subject;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.report.DriftReport;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A failed statement that looks as if something it names did not exist: drift, or a typo.
 *
 * @param state the failure's SQLState
 * @param message what the driver said
 */
record Suspicion(String state, String message) {

    /** Undefined column, table, object, function or operator, schema (PostgreSQL manual, appendix A; DB2 has the first four). */
    private static final Set<String> POSTGRES = Set.of("42703", "42P01", "42704", "42883", "3F000");

    /** Table or column not found: MySQL and MariaDB (1146, 1054), SQL Server, ODBC. H2 adds two for a table with near names. */
    private static final Set<String> ODBC = Set.of("42S02", "42S22", "42S03", "42S04");

    /** Oracle's ORA-00942 and ORA-00904 share their SQLState with every other syntax error. */
    private static final Set<Integer> ORACLE = Set.of(942, 904);

    private static final String ORACLE_SYNTAX = "42000";
    private static final String UNDEFINED_FUNCTION = "42883";

    static Optional<Suspicion> of(SQLException failure) {
        for (Throwable link : failure) {
            if (link instanceof SchemaDriftException) {
                // Another guarded DataSource, further inside, has said so already.
                return Optional.empty();
            }
            if (link instanceof SQLException exception && suspects(exception)) {
                return Optional.of(
                        new Suspicion(String.valueOf(exception.getSQLState()), String.valueOf(exception.getMessage())));
            }
        }
        return Optional.empty();
    }

    private static boolean suspects(SQLException exception) {
        String state = exception.getSQLState();
        return state != null
                && (POSTGRES.contains(state)
                        || ODBC.contains(state)
                        || (state.equals(ORACLE_SYNTAX) && ORACLE.contains(exception.getErrorCode())));
    }

    /** Whether what a check found accounts for the failure: then it is no typo. */
    boolean isExplainedBy(DriftReport report) {
        return report.findings().stream().map(Finding::drift).anyMatch(this::isExplainedBy);
    }

    private boolean isExplainedBy(Drift drift) {
        Subject subject = drift.subject();
        return switch (drift.kind()) {
            case EMPTY_SCHEMA -> true;
            case MISSING_TABLE, MISSING_COLUMN, MISSING_SEQUENCE, MISSING_TYPE ->
                subject.column()
                        .or(subject::object)
                        .or(subject::table)
                        .filter(this::names)
                        .isPresent();
            // "operator does not exist: uuid = text" names no column.
            case TYPE_DIFFERENT -> state.equals(UNDEFINED_FUNCTION);
            default -> false;
        };
    }

    private boolean names(String name) {
        return Pattern.compile("(?<!\\w)" + Pattern.quote(name) + "(?!\\w)", Pattern.CASE_INSENSITIVE)
                .matcher(message)
                .find();
    }
}
