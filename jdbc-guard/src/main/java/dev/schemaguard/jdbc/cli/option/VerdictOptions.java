package dev.schemaguard.jdbc.cli.option;

import dev.schemaguard.jdbc.verb.RenewedBaseline;
import dev.schemaguard.policy.OnUnverified;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.report.DriftReport;
import java.io.PrintWriter;
import java.nio.file.Path;
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
        return new RenewedBaseline(writeBaseline, "--write-baseline", onUnverified)
                .of(report, warning -> errors.println("schema-guard: " + warning));
    }
}
