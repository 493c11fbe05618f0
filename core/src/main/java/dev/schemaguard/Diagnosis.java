package dev.schemaguard;

import dev.schemaguard.report.DriftReport;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
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
        for (Throwable link : chain(failure)) {
            Diagnosis diagnosis = ofOne(link);
            if (diagnosis == DRIFT) {
                return DRIFT;
            }
            // The innermost link knows best: a pool's time-out often hides a refused password.
            found = diagnosis == OTHER ? found : diagnosis;
        }
        return found;
    }

    /**
     * The report with which the guard refused, whatever the refusal is wrapped in; empty where it refused nothing. Where the
     * failure is no {@link #DRIFT}, the report is of a check that could not verify.
     */
    public static Optional<DriftReport> report(Throwable failure) {
        Optional<DriftReport> unverified = Optional.empty();
        for (Throwable link : chain(failure)) {
            if (link instanceof SchemaDriftException drift) {
                return Optional.of(drift.report());
            }
            if (link instanceof SchemaUnverifiedException unknown) {
                unverified = Optional.of(unknown.report());
            }
        }
        return unverified;
    }

    /** The innermost failure of the database within a failure, if there is one. */
    static Optional<SQLException> databaseFailure(Throwable failure) {
        Optional<SQLException> found = Optional.empty();
        for (Throwable link : chain(failure)) {
            if (link instanceof SQLException exception) {
                found = Optional.of(exception);
            }
        }
        return found;
    }

    /** The failure and its causes, outermost first; a circle of causes ends where it closes. */
    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> links = new ArrayList<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable link = failure; link != null && seen.add(link); link = link.getCause()) {
            links.add(link);
        }
        return links;
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
