package dev.schemaguard.jdbc.cli;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.jdbc.cli.option.ReportOptions;
import dev.schemaguard.jdbc.cli.option.ScopeOptions;
import dev.schemaguard.jdbc.cli.option.Terminal;
import dev.schemaguard.jdbc.cli.option.VerdictOptions;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.source.StatementSource;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** What every command does that compares: builds the guard, tells that it takes its time, writes the report. */
final class Comparing {

    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    @Mixin
    private VerdictOptions verdict = new VerdictOptions();

    @Mixin
    private ReportOptions reporting = new ReportOptions();

    ScopeOptions scope() {
        return scope;
    }

    /** Compares and reports, and gives the exit code. */
    int run(List<SchemaSource> expectations, Function<SchemaGuard, DriftReport> check, CommandLine command) {
        return run(expectations, List.of(), check, command);
    }

    /** The same for a release of which statements are known. */
    int run(
            List<SchemaSource> expectations,
            List<StatementSource> statements,
            Function<SchemaGuard, DriftReport> check,
            CommandLine command) {
        return ExitCode.of(report(expectations, statements, check, command)).number();
    }

    /** The same, and gives the report. */
    DriftReport report(
            List<SchemaSource> expectations,
            List<StatementSource> statements,
            Function<SchemaGuard, DriftReport> check,
            CommandLine command) {
        SchemaGuard.Builder builder = SchemaGuard.expecting(expectations)
                .statements(statements.toArray(StatementSource[]::new))
                .policy(verdict.policy())
                .scope(scope.scope());
        SchemaGuard guard = (reporting.showsSchemas() ? builder.keepingSchemas() : builder).build();
        DriftReport report = verdict.accepted(checked(guard, check, command), command.getErr());
        reporting.write(report, command.getOut());
        return report;
    }

    private static DriftReport checked(
            SchemaGuard guard, Function<SchemaGuard, DriftReport> check, CommandLine command) {
        Progress progress = Progress.of(
                "comparing with " + String.join(", ", guard.expectations()), Terminal.ofProcess(), command.getErr());
        try (progress) {
            return check.apply(guard);
        }
    }
}
