package dev.schemaguard;

import dev.schemaguard.database.Databases;
import dev.schemaguard.inspect.Causes;
import dev.schemaguard.inspect.FailureKind;
import dev.schemaguard.report.DriftReport;
import java.util.Optional;

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

    /** The diagnosis of a failure, whatever it is wrapped in. */
    public static Diagnosis of(Throwable failure) {
        if (Causes.of(failure).stream().anyMatch(SchemaDriftException.class::isInstance)) {
            return DRIFT;
        }
        FailureKind kind = Causes.kind(failure, Databases.failures());
        return kind.isRefusal() ? NOT_PERMITTED : kind.isAbsence() ? UNREACHABLE : OTHER;
    }

    /**
     * The report with which the guard refused, whatever the refusal is wrapped in; empty where it refused nothing. Where the
     * failure is no {@link #DRIFT}, the report is of a check that could not verify.
     */
    public static Optional<DriftReport> report(Throwable failure) {
        Optional<DriftReport> unverified = Optional.empty();
        for (Throwable link : Causes.of(failure)) {
            if (link instanceof SchemaDriftException drift) {
                return Optional.of(drift.report());
            }
            if (link instanceof SchemaUnverifiedException unknown) {
                unverified = Optional.of(unknown.report());
            }
        }
        return unverified;
    }
}
