package dev.schemaguard.spring.autoconfigure;

import dev.schemaguard.SchemaDriftException;
import dev.schemaguard.SchemaUnverifiedException;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.spring.SchemaNotAsExpectedException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why a start was stopped: what the database lacks, or why that is not known. */
final class SchemaFailureAnalyzer extends AbstractFailureAnalyzer<SchemaNotAsExpectedException> {

    private static final String IN_THE_MEANTIME =
            "To start in spite of it, set schema-guard.mode to 'warn', or to 'hold' to wait for it and not be ready"
                    + " (or the environment variable SCHEMA_GUARD_MODE).";

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SchemaNotAsExpectedException failure) {
        String name = failure.dataSource();
        if (failure.getCause() instanceof SchemaDriftException drift) {
            return drifted(name, drift.report(), failure);
        }
        if (failure.getCause() instanceof SchemaUnverifiedException unverified) {
            return unverified(name, unverified.report(), failure);
        }
        return new FailureAnalysis(String.valueOf(failure.getMessage()), null, failure);
    }

    private static FailureAnalysis drifted(String name, DriftReport report, Throwable failure) {
        return new FailureAnalysis(
                "The database behind DataSource '" + name + "' lacks what this application expects.\n\n"
                        + report.toText().stripTrailing(),
                "Do what the report says.\n\n" + IN_THE_MEANTIME,
                failure);
    }

    private static FailureAnalysis unverified(String name, DriftReport report, Throwable failure) {
        return new FailureAnalysis(
                "It could not be verified that the database behind DataSource '" + name
                        + "' has what this application expects.\n\n"
                        + report.toText().stripTrailing(),
                "Do what the report says. For a database that comes up later than the application, set"
                        + " schema-guard.wait-for, such as 60s.\n\n" + IN_THE_MEANTIME,
                failure);
    }
}
