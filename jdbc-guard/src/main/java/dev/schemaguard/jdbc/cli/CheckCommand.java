package dev.schemaguard.jdbc.cli;

import dev.schemaguard.jdbc.cli.option.DatabaseOptions;
import dev.schemaguard.jdbc.cli.option.Durations;
import dev.schemaguard.jdbc.cli.option.ExpectationOptions;
import dev.schemaguard.jdbc.cli.option.StatementOptions;
import dev.schemaguard.jdbc.verb.CheckMetrics;
import dev.schemaguard.jdbc.verb.PatientCheck;
import dev.schemaguard.jdbc.verb.ReportFile;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.text.Secrets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares a live database with what a release expects, and reports. Writes nothing to the database. */
@Command(
        name = "check",
        description = "Compares a live database with what a release expects, and reports.",
        footer = {
            "",
            "Examples:",
            "  A pipeline's check; two --expect, and both must hold:",
            "    schema-guard check --url jdbc:postgresql://db/app --user app \\",
            "        --password-env APP_PASSWORD --expect old.json --expect db/migration",
            "  Say which statements of the release would break:",
            "    schema-guard check @check.args --statements statements.sql",
            "  Wait for a migration that still runs:",
            "    schema-guard check --url jdbc:postgresql://db/app --user app \\",
            "        --expect schema.json --wait-for 60s",
            "  Accept what is known, and fail on what is new:",
            "    schema-guard check @check.args --write-baseline baseline.json",
            "    schema-guard check @check.args --baseline baseline.json",
            "  Watch for drift, and tell a monitor:",
            "    schema-guard check @check.args --metrics schema_guard.prom",
            "  (check.args holds options, such as --url jdbc:postgresql://db/app)"
        })
final class CheckCommand extends Verb {

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private Comparing comparing = new Comparing();

    @Mixin
    private ExpectationOptions expectation = new ExpectationOptions();

    @Mixin
    private StatementOptions statements = new StatementOptions();

    @Option(
            names = "--wait-for",
            paramLabel = "TIME",
            defaultValue = "0s",
            converter = Durations.class,
            description = "How long to look again until the check passes, while a migration still runs. Default: not at"
                    + " all.")
    private Duration waitFor = Duration.ZERO;

    @Option(
            names = "--metrics",
            paramLabel = "FILE",
            description = "The file that a monitor reads what was found from, in Prometheus' text format, such as"
                    + " schema_guard.prom.")
    private @Nullable Path metrics;

    @Override
    public Integer call() {
        String url = database.requiredUrl(line());
        Duration timeout = comparing.scope().timeout();
        DataSource dataSource = database.dataSource(url, timeout, System.getenv());
        PatientCheck check =
                new PatientCheck(waitFor, timeout, text -> line().getErr().println("schema-guard: " + text));
        DriftReport report = comparing.report(
                expectation.ahead(url, timeout, line(), location -> database.other(location, timeout)),
                statements.sources(),
                guard -> check.of(guard, dataSource),
                line());
        if (metrics != null) {
            CheckMetrics measured = new CheckMetrics(Secrets.url(url), report, Instant.now());
            new ReportFile("--metrics", metrics).write(measured.text());
        }
        return ExitCode.of(report).number();
    }
}
