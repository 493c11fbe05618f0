package dev.schemaguard.inspect;

import dev.schemaguard.inspect.InspectionException.Reason;
import dev.schemaguard.model.Secrets;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells from a driver's failure why the catalog could not be read. */
public final class InspectionFailure {

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
    public static InspectionException tooLarge(CatalogTooLargeException failure) {
        return new InspectionException(
                Reason.FAILED,
                failure.getMessage() + ", a quarter of this JVM's heap at most: look for a default, check or label of"
                        + " unusual length, name fewer schemas or tables, or allow more heap",
                failure);
    }

    static InspectionException translate(SQLException failure, InspectionScope scope) {
        String state = Optional.ofNullable(failure.getSQLState()).orElse("");
        String said = described(state, Secrets.said(failure));
        if (failure instanceof SQLTimeoutException
                || state.equals(QUERY_CANCELED)
                || state.equals(LOCK_NOT_AVAILABLE)
                || isSilence(failure)) {
            return new InspectionException(Reason.TIMED_OUT, late(failure, state, said, scope), failure);
        }
        if (state.startsWith("08") || SESSION_ENDED.contains(state)) {
            return new InspectionException(
                    Reason.UNREACHABLE,
                    "the connection was lost while the catalog was read (" + said
                            + "): check that the database runs and try again",
                    failure);
        }
        return switch (state) {
            case INSUFFICIENT_PRIVILEGE ->
                new InspectionException(
                        Reason.NOT_PERMITTED,
                        "the role may not read the catalog (" + said + "): grant it what the server names",
                        failure);
            case TRANSACTION_ABORTED ->
                new InspectionException(
                        Reason.FAILED,
                        "the connection's transaction had failed before (" + said
                                + "): roll it back, or check on another connection",
                        failure);
            case CATALOG_CHANGED ->
                new InspectionException(
                        Reason.FAILED,
                        "the catalog could not be read, perhaps since it changed at the same time (" + said
                                + "): try again when no migration runs",
                        failure);
            default -> new InspectionException(Reason.FAILED, "the catalog could not be read: " + said, failure);
        };
    }

    /**
     * Whose time was up. PostgreSQL has one state for all that ends a statement and tells them apart only by its words, which
     * may be in another language; so where they tell nothing, all that it may have been is said.
     */
    private static String late(SQLException failure, String state, String said, InspectionScope scope) {
        String words = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        if (isSilence(failure)) {
            return "nothing came from the server for as long as the connection waits (" + said
                    + "): check that the server and the network are well";
        }
        String ours = "the catalog did not answer within " + SpokenDuration.of(scope.timeout());
        String locked = "look for a migration that holds a lock on the tables, or allow more time";
        if (state.equals(LOCK_NOT_AVAILABLE)) {
            return "the server ended a question to the catalog, which waited longer for a lock than this session's"
                    + " lock_timeout allows (" + said + "): " + locked;
        }
        if (!state.equals(QUERY_CANCELED) || words.contains("user request")) {
            return ours + " (" + said + "): " + locked;
        }
        String theirs = "the server ended a question to the catalog, which took longer than this session's"
                + " statement_timeout allows (" + said + ")";
        return words.contains("statement timeout")
                ? theirs + ": " + locked
                : "a question to the catalog was cancelled (" + said + "), because it took longer than "
                        + SpokenDuration.of(scope.timeout())
                        + " or than this session's statement_timeout, or by somebody: " + locked;
    }

    /** Whether the driver gave up the connection because nothing came over it in time. */
    private static boolean isSilence(SQLException failure) {
        return failure.getCause() instanceof SocketTimeoutException;
    }

    private static String described(String state, String said) {
        return state.isEmpty() ? said : "SQLState " + state + ": " + said;
    }
}
