package dev.schemaguard;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a failure of the database means for whoever asked: the schema does not fit, the role may not, the server does not
 * answer, or something else. It never means that a row does not exist.
 */
public enum Diagnosis {
    /** The database lacks what the release expects. */
    DRIFT,
    /** The role may not do what was asked, or may not connect. */
    NOT_PERMITTED,
    /** The server did not answer, or gave up. */
    UNREACHABLE,
    /** None of these. */
    OTHER;

    /** SQLState classes of a connection that is not there: 08 connection exception (ISO 9075-2, table 38). */
    private static final String CONNECTION_CLASS = "08";

    /** PostgreSQL going down, coming up, or out of connections (manual, appendix A). */
    private static final Set<String> NOT_SERVING = Set.of("57P01", "57P02", "57P03", "53300");

    /** Insufficient privilege, and authorization that failed (manual, appendix A). */
    private static final Set<String> REFUSED = Set.of("42501", "28000", "28P01", "28501");

    /** The diagnosis of a failure, whatever it is wrapped in. */
    public static Diagnosis of(Throwable failure) {
        Diagnosis found = OTHER;
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable link = failure; link != null && seen.add(link); link = link.getCause()) {
            Diagnosis diagnosis = ofOne(link);
            if (diagnosis == DRIFT) {
                return DRIFT;
            }
            // The innermost link knows best: a pool's time-out often hides a refused password.
            found = diagnosis == OTHER ? found : diagnosis;
        }
        return found;
    }

    /** The innermost failure of the database within a failure, if there is one. */
    static Optional<SQLException> databaseFailure(Throwable failure) {
        Optional<SQLException> found = Optional.empty();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable link = failure; link != null && seen.add(link); link = link.getCause()) {
            if (link instanceof SQLException exception) {
                found = Optional.of(exception);
            }
        }
        return found;
    }

    private static Diagnosis ofOne(Throwable link) {
        if (link instanceof SchemaDriftException) {
            return DRIFT;
        }
        if (link instanceof SQLException exception) {
            Diagnosis byState = ofState(exception.getSQLState());
            return byState == OTHER && isLostConnection(exception) ? UNREACHABLE : byState;
        }
        return OTHER;
    }

    private static Diagnosis ofState(@Nullable String state) {
        if (state == null) {
            return OTHER;
        }
        if (REFUSED.contains(state)) {
            return NOT_PERMITTED;
        }
        return state.startsWith(CONNECTION_CLASS) || NOT_SERVING.contains(state) ? UNREACHABLE : OTHER;
    }

    private static boolean isLostConnection(SQLException exception) {
        return exception instanceof SQLTransientConnectionException
                || exception instanceof SQLNonTransientConnectionException
                || exception instanceof SQLRecoverableException;
    }
}
