package dev.schemaguard.jdbc.cli;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.policy.FailOn;
import dev.schemaguard.policy.OnUnverified;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.report.DriftReport;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Compares a live database with what a release expects, and reports. Writes nothing to the database. */
@Command(
        name = "check",
        description = "Compares a live database with what a release expects, and reports.",
        footer = {
            "",
            "Example:",
            "  schema-guard check --url jdbc:postgresql://db/app --user app --password-env APP_PASSWORD \\",
            "                     --expect db/migration --format json"
        })
final class CheckCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    @Mixin
    private ReportOptions reporting = new ReportOptions();

    @Mixin
    private ExpectationOptions expectation = new ExpectationOptions();

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

    @Override
    public Integer call() {
        CommandSpec command = spec;
        if (command == null) {
            throw new IllegalStateException("the command runs only from a command line");
        }
        String url = database.url()
                .orElseThrow(() -> new ParameterException(command.commandLine(), "name the database with --url"));
        if (expectation.locations().isEmpty()) {
            throw new ParameterException(command.commandLine(), "name what the release expects with --expect");
        }
        SchemaGuard guard = SchemaGuard.expecting(expectation.sources())
                .policy(Policy.DEFAULT.withFailOn(failOn).withOnUnverified(onUnverified))
                .scope(scope.scope())
                .build();
        DriftReport report = guard.check(database.dataSource(url, scope.timeout(), System.getenv()));
        reporting.write(report, command.commandLine().getOut());
        return ExitCode.of(report).number();
    }
}
