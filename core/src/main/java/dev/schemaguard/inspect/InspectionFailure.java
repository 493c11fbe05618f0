package dev.schemaguard.inspect;

import dev.schemaguard.inspect.InspectionException.Reason;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Optional;
import java.util.Set;

/** Tells from a driver's failure why the catalog could not be read. */
final class InspectionFailure {

    private static final String QUERY_CANCELED = "57014";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String CATALOG_CHANGED = "XX000";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String TRANSACTION_ABORTED = "25P02";

    /** The server is shutting down, crashed, or is starting up; the database was dropped; the session idled too long. */
    private static final Set<String> SESSION_ENDED =
            Set.of("57P01", "57P02", "57P03", "57P04", "57P05", "25P03", "25P04");

    /**
     * An object is gone that the answer is about, or the transaction was the one to give way: serialization failure, deadlock,
     * and what the server says of numbers that it knows no more.
     */
    private static final Set<String> PASSING =
            Set.of(CATALOG_CHANGED, "40001", "40P01", "42P01", "42703", "42704", "42883");

    private InspectionFailure() {}

    /** Whether the same reading may succeed a moment later, since what failed it was a change of the catalog. */
    static boolean mayPass(SQLException failure) {
        return failure.getSQLState() != null && PASSING.contains(failure.getSQLState());
    }

    /** The catalog changed each time that it was read. */
    static InspectionException moved(CatalogMovedException failure) {
        return new InspectionException(
                Reason.FAILED,
                "the catalog changed each time that it was read (" + failure.getMessage()
                        + "): try again when no migration runs",
                failure);
    }

    /** The catalog's answer was too long to be taken. */
    static InspectionException tooLarge(CatalogTooLargeException failure) {
        return new InspectionException(
                Reason.FAILED,
                failure.getMessage() + ", a quarter of this JVM's heap at most: look for a default, check or label of"
                        + " unusual length, name fewer schemas or tables, or allow more heap",
                failure);
    }

    static InspectionException translate(SQLException failure, InspectionScope scope) {
        String state = Optional.ofNullable(failure.getSQLState()).orElse("");
        String said = Secrets.scrub(String.valueOf(failure.getMessage()));
        if (failure instanceof SQLTimeoutException
                || state.equals(QUERY_CANCELED)
                || state.equals(LOCK_NOT_AVAILABLE)) {
            return new InspectionException(
                    Reason.TIMED_OUT,
                    "the catalog did not answer within " + scope.timeout() + " (" + said
                            + "): look for a migration that holds a lock on the tables, or allow more time",
                    failure);
        }
        if (state.startsWith("08") || SESSION_ENDED.contains(state)) {
            return new InspectionException(
                    Reason.UNREACHABLE,
                    "the connection was lost while the catalog was read (" + describe(state, said)
                            + "): check that the database runs and try again",
                    failure);
        }
        if (state.equals(INSUFFICIENT_PRIVILEGE)) {
            return new InspectionException(
                    Reason.NOT_PERMITTED,
                    "the role may not read the catalog (" + describe(state, said) + "): grant it what the server names",
                    failure);
        }
        if (state.equals(TRANSACTION_ABORTED)) {
            return new InspectionException(
                    Reason.FAILED,
                    "the connection's transaction had failed before (" + describe(state, said)
                            + "): roll it back, or check on another connection",
                    failure);
        }
        if (state.equals(CATALOG_CHANGED)) {
            return new InspectionException(
                    Reason.FAILED,
                    "the catalog could not be read, perhaps since it changed at the same time (" + describe(state, said)
                            + "): try again when no migration runs",
                    failure);
        }
        return new InspectionException(
                Reason.FAILED, "the catalog could not be read: " + describe(state, said), failure);
    }

    private static String describe(String state, String said) {
        return state.isEmpty() ? said : "SQLState " + state + ": " + said;
    }
}
