package dev.schemaguard.inspect;

import dev.schemaguard.inspect.InspectionException.Reason;
import dev.schemaguard.text.Secrets;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells from a driver's failure why the catalog could not be read. */
public final class InspectionFailure {

    /**
     * An object is gone that the answer is about, or the transaction was the one to give way: serialization failure, deadlock,
     * and what the server says of numbers that it knows no more.
     */
    private static final Set<FailureKind> PASSING = EnumSet.of(
            FailureKind.CATALOG_CHANGED,
            FailureKind.GAVE_WAY,
            FailureKind.UNDEFINED_TABLE,
            FailureKind.UNDEFINED_COLUMN,
            FailureKind.UNDEFINED_OBJECT,
            FailureKind.UNDEFINED_FUNCTION);

    private InspectionFailure() {}

    /** Whether the same reading may succeed a moment later, since what failed it was a change of the catalog. */
    static boolean mayPass(FailureKind kind) {
        return PASSING.contains(kind);
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

    static InspectionException translate(SQLException failure, FailureKind kind, InspectionScope scope) {
        String state = Optional.ofNullable(failure.getSQLState()).orElse("");
        String said = described(state, Secrets.said(failure));
        if (failure instanceof SQLTimeoutException
                || kind == FailureKind.CANCELLED
                || kind == FailureKind.LOCKED
                || isSilence(failure)) {
            return new InspectionException(Reason.TIMED_OUT, late(failure, kind, said, scope), failure);
        }
        return switch (kind) {
            case CONNECTION_LOST, NOT_SERVING, SESSION_ENDED ->
                new InspectionException(
                        Reason.UNREACHABLE,
                        "the connection was lost while the catalog was read (" + said
                                + "): check that the database runs and try again",
                        failure);
            case NOT_PERMITTED ->
                new InspectionException(
                        Reason.NOT_PERMITTED,
                        "the role may not read the catalog (" + said + "): grant it what the server names",
                        failure);
            case TRANSACTION_FAILED ->
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
     * Whose time was up. A server may have one code for all that ends a statement and tell them apart only by its words, which
     * may be in another language; so where they tell nothing, all that it may have been is said.
     */
    private static String late(SQLException failure, FailureKind kind, String said, InspectionScope scope) {
        String words = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        if (isSilence(failure)) {
            return "nothing came from the server for as long as the connection waits (" + said
                    + "): check that the server and the network are well";
        }
        String ours = "the catalog did not answer within " + SpokenDuration.of(scope.timeout());
        String locked = "look for a migration that holds a lock on the tables, or allow more time";
        if (kind == FailureKind.LOCKED) {
            return "the server ended a question to the catalog, which waited longer for a lock than this session's"
                    + " lock_timeout allows (" + said + "): " + locked;
        }
        if (kind != FailureKind.CANCELLED || words.contains("user request")) {
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
