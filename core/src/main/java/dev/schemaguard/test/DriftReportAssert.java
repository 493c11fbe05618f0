package dev.schemaguard.test;

import dev.schemaguard.drift.Kind;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about what a check found, for those who test that their guard would stop a release:
 *
 * <pre>{@code
 * assertThat(guard.check(databaseOfTheReleaseBefore))
 *         .isDrifted()
 *         .hasDrift(Kind.MISSING_COLUMN, "posts.quality");
 * }</pre>
 *
 * <p>Not final, for AssertJ's soft assertions extend it; make no subclass of your own.
 */
public class DriftReportAssert extends AbstractAssert<DriftReportAssert, DriftReport> {

    /** Assertions about a report, for AssertJ; users say {@link SchemaAssertions#assertThat(DriftReport)}. */
    public DriftReportAssert(@Nullable DriftReport actual) {
        super(actual, DriftReportAssert.class);
    }

    /** Holds if the database has what is expected, and all of it was looked at. */
    public DriftReportAssert conforms() {
        return has(Verdict.CONFORMS);
    }

    /** Holds if the database is known to lack something at or over the policy's threshold. */
    public DriftReportAssert isDrifted() {
        return has(Verdict.DRIFTED);
    }

    /** Holds if it could not be found out whether the database has what is expected. */
    public DriftReportAssert isUnverified() {
        return has(Verdict.UNVERIFIED);
    }

    /** Holds if the check does not fail under its policy, whatever the verdict is. */
    public DriftReportAssert passes() {
        isNotNull();
        if (actual.failed()) {
            failWithMessage("%s", actual.toText().stripTrailing());
        }
        return this;
    }

    /**
     * Holds if there is such a finding, accepted ones included.
     *
     * @param subject what it is about, without the schema: {@code posts}, {@code posts.quality}, {@code posts(a,b)}
     */
    public DriftReportAssert hasDrift(Kind kind, String subject) {
        isNotNull();
        if (!names(kind, subject)) {
            failWithMessage(
                    "%s",
                    "the report has no '" + kind.id() + "' of '" + subject + "', it has "
                            + (ids().isEmpty() ? "no finding" : "'" + String.join("', '", ids()) + "'") + text());
        }
        return this;
    }

    /**
     * Holds if there is no such finding, nor an accepted one. Of a report that is not verified that says little.
     *
     * @param subject what it would be about, without the schema: {@code posts}, {@code posts.quality}, {@code posts(a,b)}
     */
    public DriftReportAssert doesNotHaveDrift(Kind kind, String subject) {
        isNotNull();
        if (names(kind, subject)) {
            failWithMessage("%s", "the report has '" + kind.id() + "' of '" + subject + "'" + text());
        }
        return this;
    }

    private DriftReportAssert has(Verdict verdict) {
        isNotNull();
        if (actual.verdict() != verdict) {
            failWithMessage("%s", "the verdict was to be '" + verdict.id() + "'" + text());
        }
        return this;
    }

    private boolean names(Kind kind, String subject) {
        return actual.findings().stream()
                .filter(finding -> finding.drift().kind() == kind)
                .anyMatch(finding -> finding.subject().equals(subject)
                        || finding.drift().subject().toString().equals(subject));
    }

    private List<String> ids() {
        return actual.findings().stream().map(Finding::id).toList();
    }

    private String text() {
        return "\n\n" + actual.toText().stripTrailing();
    }
}
