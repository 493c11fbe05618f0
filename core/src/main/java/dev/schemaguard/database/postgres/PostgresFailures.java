package dev.schemaguard.database.postgres;

import static java.util.Map.entry;

import dev.schemaguard.inspect.FailureKind;
import dev.schemaguard.inspect.Failures;
import java.sql.SQLException;
import java.util.Map;

/** What PostgreSQL's SQLStates mean (manual, appendix A). */
final class PostgresFailures implements Failures {

    private static final Map<String, FailureKind> STATES = Map.ofEntries(
            entry("3D000", FailureKind.NO_SUCH_DATABASE),
            entry("28000", FailureKind.NOT_LET_IN),
            entry("28P01", FailureKind.NOT_LET_IN),
            entry("42501", FailureKind.NOT_PERMITTED),
            entry("57014", FailureKind.CANCELLED),
            entry("55P03", FailureKind.LOCKED),
            entry("57P01", FailureKind.NOT_SERVING),
            entry("57P02", FailureKind.NOT_SERVING),
            entry("57P03", FailureKind.NOT_SERVING),
            entry("57P04", FailureKind.SESSION_ENDED),
            entry("57P05", FailureKind.SESSION_ENDED),
            entry("25P03", FailureKind.SESSION_ENDED),
            entry("25P04", FailureKind.SESSION_ENDED),
            entry("53300", FailureKind.TOO_MANY_CONNECTIONS),
            entry("25P02", FailureKind.TRANSACTION_FAILED),
            // CONCURRENTLY and VACUUM, and a procedure that commits.
            entry("25001", FailureKind.NOT_IN_A_TRANSACTION),
            entry("2D000", FailureKind.NOT_IN_A_TRANSACTION),
            entry("55P04", FailureKind.LABEL_NOT_USABLE),
            // What the server says of numbers that it knows no more, for all that is internal.
            entry("XX000", FailureKind.CATALOG_CHANGED),
            entry("42P01", FailureKind.UNDEFINED_TABLE),
            entry("42703", FailureKind.UNDEFINED_COLUMN),
            entry("42883", FailureKind.UNDEFINED_FUNCTION),
            entry("42704", FailureKind.UNDEFINED_OBJECT),
            entry("3F000", FailureKind.UNDEFINED_SCHEMA));

    /** What is meant by a class of states, where the state itself is none of the above. */
    private static final Map<String, FailureKind> CLASSES = Map.of(
            "08", FailureKind.CONNECTION_LOST,
            "40", FailureKind.GAVE_WAY,
            "53", FailureKind.OUT_OF_MEANS,
            "57", FailureKind.OUT_OF_MEANS,
            "58", FailureKind.OUT_OF_MEANS);

    @Override
    public FailureKind of(SQLException failure) {
        String state = failure.getSQLState();
        if (state == null || state.length() != 5) {
            return FailureKind.OTHER;
        }
        FailureKind kind = STATES.get(state);
        return kind == null ? CLASSES.getOrDefault(state.substring(0, 2), FailureKind.OTHER) : kind;
    }
}
