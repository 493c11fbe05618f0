package dev.schemaguard.spring.autoconfigure;

import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.text.Printable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is wrong with an expectation that somebody named and that cannot be read. */
final class ExpectationFailureAnalyzer extends AbstractFailureAnalyzer<SchemaSourceException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SchemaSourceException failure) {
        String where = failure.origin().isKnown()
                ? "'" + Printable.line(failure.origin().toString()) + "'"
                : "The expectation";
        return new FailureAnalysis(
                "What this application expects of its database cannot be read: " + where + ": " + failure.reason()
                        + ".",
                "Check schema-guard.expect: " + failure.remedy() + ".",
                failure);
    }
}
