package dev.schemaguard.jdbc.cli.option;

import dev.schemaguard.policy.Baseline;
import dev.schemaguard.policy.BaselineException;
import dev.schemaguard.policy.OnUnverified;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.report.DriftReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What fails a check, and what is accepted. */
public final class VerdictOptions {

    @Mixin
    private PolicyOptions counting = new PolicyOptions();

    @Option(
            names = "--on-unverified",
            paramLabel = "WHAT",
            defaultValue = "fail",
            description = "What becomes of a check that could not find out everything: fail or warn. Default: fail.")
    private OnUnverified onUnverified = OnUnverified.FAIL;

    @Option(
            names = "--write-baseline",
            paramLabel = "FILE",
            description =
                    "Accepts all that is found now: writes the file for --baseline. Reasons and last days of what it"
                            + " accepts already are kept.")
    private @Nullable Path writeBaseline;

    public Policy policy() {
        return counting.policy(writeBaseline).withOnUnverified(onUnverified);
    }

    /** The report as it stands once all that was to be accepted is. */
    public DriftReport accepted(DriftReport report, PrintWriter errors) {
        if (writeBaseline == null) {
            return report;
        }
        boolean looked = report.database().isPresent() || report.lookedAt().isPresent();
        boolean everything = report.unverified().isEmpty();
        if (!looked || !everything && onUnverified == OnUnverified.FAIL) {
            // What was not seen must not drop out of the file, and nobody should accept what he does not know.
            errors.println("schema-guard: --write-baseline: '" + writeBaseline
                    + "' is not written, for not everything could be looked at; the report says why");
            return report;
        }
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Baseline old = report.policy().baseline();
        Baseline renewed = old.renewed(report.findings(), "known since " + today + ", not looked into yet");
        Baseline next = everything ? renewed : renewed.withMissing(old);
        try {
            next.write(writeBaseline);
        } catch (BaselineException e) {
            throw new CliException(String.valueOf(e.getMessage()));
        }
        return report.under(next, today);
    }
}
