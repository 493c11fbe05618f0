package dev.schemaguard.jdbc.cli;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.SchemaSources;
import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.FailOn;
import dev.schemaguard.policy.OnUnverified;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.source.SchemaSourceException;
import java.util.ArrayList;
import java.util.List;
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

    @Option(
            names = "--expect",
            required = true,
            paramLabel = "LOCATION",
            description =
                    "What the release expects: a folder of migrations, a .sql script, a schema.json, classpath:..."
                            + " or a jdbc: URL. Repeatable; every one must hold.")
    private List<String> expectations = new ArrayList<>();

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
        SchemaGuard guard = SchemaGuard.expecting(
                        expectations.stream().map(CheckCommand::source).toList())
                .policy(Policy.DEFAULT.withFailOn(failOn).withOnUnverified(onUnverified))
                .scope(scope.scope())
                .build();
        DriftReport report = guard.check(database.dataSource(url, scope.timeout(), System.getenv()));
        reporting.write(report, command.commandLine().getOut());
        return ExitCode.of(report).number();
    }

    /** A place that cannot even be recognised is part of the report, too, so that whoever parses it finds the reason. */
    private static SchemaSource source(String location) {
        try {
            return SchemaSources.of(location);
        } catch (SchemaSourceException e) {
            return new Unrecognised(location, e);
        }
    }

    /** A place that holds no expectation. */
    private record Unrecognised(String name, SchemaSourceException reason) implements SchemaSource {

        @Override
        public Schema load(Dialect dialect) {
            throw reason;
        }
    }
}
