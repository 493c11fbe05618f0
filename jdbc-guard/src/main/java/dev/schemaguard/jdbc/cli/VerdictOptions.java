package dev.schemaguard.jdbc.cli;

import dev.schemaguard.policy.Baseline;
import dev.schemaguard.policy.BaselineException;
import dev.schemaguard.policy.FailOn;
import dev.schemaguard.policy.OnUnverified;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.report.DriftReport;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What fails a check, and what is accepted. */
final class VerdictOptions {

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            defaultValue = "breaking",
            description = "From which severity on the check fails: breaking, risky, advisory or never."
                    + " Default: breaking.")
    private FailOn failOn = FailOn.BREAKING;

    @Option(
            names = "--on-unverified",
            paramLabel = "WHAT",
            defaultValue = "fail",
            description = "What becomes of a check that could not find out everything: fail or warn. Default: fail.")
    private OnUnverified onUnverified = OnUnverified.FAIL;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "The file of findings that are known and accepted, so that only new ones count.")
    private @Nullable Path baseline;

    @Option(
            names = "--write-baseline",
            paramLabel = "FILE",
            description =
                    "Accepts all that is found now: writes the file for --baseline. Reasons and last days of what it"
                            + " accepts already are kept.")
    private @Nullable Path writeBaseline;

    Policy policy() {
        return Policy.DEFAULT.withFailOn(failOn).withOnUnverified(onUnverified).baseline(known());
    }

    private Baseline known() {
        try {
            if (baseline != null) {
                return Baseline.read(baseline);
            }
            return writeBaseline != null && Files.exists(writeBaseline) ? Baseline.read(writeBaseline) : Baseline.NONE;
        } catch (BaselineException e) {
            throw new CliException(String.valueOf(e.getMessage()));
        }
    }

    /** The report as it stands once all that was to be accepted is. */
    DriftReport accepted(DriftReport report, PrintWriter errors) {
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
