package dev.schemaguard.spring.web;

import dev.schemaguard.Diagnosis;
import dev.schemaguard.report.DriftReport;
import java.util.Optional;

/**
 * Why a request failed that was right, in words for whoever sent it: RFC 9457. None of them names a table.
 *
 * @param type tells the cases apart, for programs
 * @param title the same in words
 * @param detail what to do
 * @param report what the database lacks, where that is known
 */
record SchemaProblem(String type, String title, String detail, Optional<DriftReport> report) {

    private static final String TYPE = "urn:schemaguard:problem:";

    /** The problem behind a failure, whatever it is wrapped in; empty where it is none of ours. */
    static Optional<SchemaProblem> of(Throwable failure) {
        return switch (Diagnosis.of(failure)) {
            case DRIFT ->
                Optional.of(new SchemaProblem(
                        TYPE + "drift",
                        "The service is being upgraded",
                        "Its database does not have yet what this release needs. Nothing is wrong with the request; try"
                                + " again later.",
                        Diagnosis.report(failure)));
            case UNREACHABLE ->
                Optional.of(new SchemaProblem(
                        TYPE + "unreachable",
                        "The service cannot reach its database",
                        "Nothing is wrong with the request; try again later.",
                        Optional.empty()));
            case NOT_PERMITTED -> Optional.empty();
            case OTHER ->
                Diagnosis.report(failure)
                        .map(unverified -> new SchemaProblem(
                                TYPE + "unverified",
                                "The service is not ready",
                                "It does not know yet that its database has what this release needs. Nothing is wrong"
                                        + " with the request; try again later.",
                                Optional.empty()));
        };
    }
}
