package dev.schemaguard.maven;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.jdbc.verb.RenewedBaseline;
import dev.schemaguard.jdbc.verb.ReportFile;
import dev.schemaguard.jdbc.verb.VerbException;
import dev.schemaguard.policy.Baseline;
import dev.schemaguard.policy.BaselineException;
import dev.schemaguard.policy.FailOn;
import dev.schemaguard.policy.OnUnverified;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.report.ReportFormat;
import dev.schemaguard.report.TextOptions;
import dev.schemaguard.source.SchemaSource;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * A goal that ends with a verdict. The report is in the build's log, and the build fails in two ways: a
 * {@link MojoFailureException} where the database drifted, a {@link MojoExecutionException} where that could not be verified.
 */
@SuppressWarnings("NullAway.Init")
abstract class JudgingGoal extends Goal {

    /** From which severity on a finding fails the build: breaking, risky, advisory or never. */
    @Parameter(property = "schema-guard.fail-on", defaultValue = "breaking")
    private String failOn;

    /** What becomes of a check that could not find out everything: fail or warn. */
    @Parameter(property = "schema-guard.on-unverified", defaultValue = "fail")
    private String onUnverified;

    /** The file of findings that are known and accepted, so that only new ones count. */
    @Parameter(property = "schema-guard.baseline")
    private @Nullable File baseline;

    /** Accepts all that is found now: writes the file for baseline. What it accepts already keeps its reasons and last days. */
    @Parameter(property = "schema-guard.write-baseline")
    private @Nullable File writeBaseline;

    /** The form of the file that report-out names: text, json, markdown, html, junit or github. */
    @Parameter(property = "schema-guard.format", defaultValue = "text")
    private String format;

    /** The file that the report is written to, besides the log. */
    @Parameter(property = "schema-guard.report-out")
    private @Nullable File reportOut;

    /** The log lists each finding, also those that do not count. */
    @Parameter(property = "schema-guard.verbose", defaultValue = "false")
    private boolean verbose;

    /** A guard for what is expected, by the goal's parameters. */
    final SchemaGuard.Builder guard(List<SchemaSource> expected) {
        SchemaGuard.Builder builder =
                SchemaGuard.expecting(expected).policy(policy()).scope(scope());
        return reportOut != null && format() == ReportFormat.HTML ? builder.keepingSchemas() : builder;
    }

    private Policy policy() {
        File known =
                baseline != null ? baseline : writeBaseline != null && writeBaseline.exists() ? writeBaseline : null;
        try {
            return Policy.DEFAULT
                    .withFailOn(Values.oneOf("failOn", FailOn.of(failOn), ids(FailOn.values(), FailOn::id)))
                    .withOnUnverified(onUnverified())
                    .baseline(known == null ? Baseline.NONE : Baseline.read(known.toPath()));
        } catch (BaselineException e) {
            throw new VerbException(String.valueOf(e.getMessage()));
        }
    }

    private OnUnverified onUnverified() {
        return Values.onUnverified(onUnverified);
    }

    private ReportFormat format() {
        return Values.oneOf("format", ReportFormat.of(format), ids(ReportFormat.values(), ReportFormat::id));
    }

    private static <E> List<String> ids(E[] values, Function<E, String> id) {
        return Arrays.stream(values).map(id).toList();
    }

    /** Writes the report, and fails where its verdict does. */
    final void judge(DriftReport found) throws MojoExecutionException, MojoFailureException {
        DriftReport report = accepted(found);
        boolean everything = report.verdict() == Verdict.CONFORMS;
        Consumer<String> log = report.failed() ? getLog()::error : everything ? getLog()::info : getLog()::warn;
        report.toText(new TextOptions(verbose, false, 0)).lines().forEach(log);
        if (reportOut != null) {
            Written.folderOf(reportOut.toPath());
            ReportFormat form = format();
            new ReportFile("reportOut", reportOut.toPath()).write(report.to(form));
        }
        if (!report.failed()) {
            return;
        }
        String verdict = report.toLine() + "; the report is in the log above";
        if (report.verdict() == Verdict.DRIFTED) {
            throw new MojoFailureException(verdict);
        }
        throw new MojoExecutionException(verdict);
    }

    private DriftReport accepted(DriftReport report) {
        return Optional.ofNullable(writeBaseline)
                .map(file ->
                        new RenewedBaseline(file.toPath(), "writeBaseline", onUnverified()).of(report, getLog()::warn))
                .orElse(report);
    }
}
