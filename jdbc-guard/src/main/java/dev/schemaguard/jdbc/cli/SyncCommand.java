package dev.schemaguard.jdbc.cli;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.jdbc.sync.SchemaSync;
import dev.schemaguard.jdbc.sync.SyncOutcome;
import dev.schemaguard.jdbc.sync.SyncPlan;
import dev.schemaguard.jdbc.sync.SyncSettings;
import dev.schemaguard.policy.FailOn;
import dev.schemaguard.policy.Policy;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Applies what only adds, all or nothing, and checks again. */
@Command(
        name = "sync",
        description = {
            "Adds to a PostgreSQL database what a release expects and what can be had by adding only, all or nothing in"
                    + " one transaction, and checks again before the commit.",
            "Of many that start at once, one does it. Where something that is there has to change, nothing is done."
        },
        footer = {
            "",
            "Example:",
            "  schema-guard sync --url jdbc:postgresql://db/app --user owner --password-env OWNER_PASSWORD \\",
            "                    --expect schema.json"
        })
final class SyncCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    @Mixin
    private ExpectationOptions expected = new ExpectationOptions();

    @Option(names = "--dry-run", description = "Prints the plan and changes nothing.")
    private boolean dryRun;

    @Option(
            names = "--despite-migrations",
            description = "Adds beside the history of a migration tool, whose own migration then fails later.")
    private boolean despiteMigrations;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            defaultValue = "breaking",
            description = "What has to be cured for the sync to be done: breaking, risky or advisory findings."
                    + " Default: breaking.")
    private FailOn failOn = FailOn.BREAKING;

    @Option(
            names = "--wait-for",
            paramLabel = "TIME",
            defaultValue = "60s",
            converter = ScopeOptions.PositiveDuration.class,
            description = "How long to wait for another sync of this database. Default: 60s.")
    private Duration wait = Duration.ofSeconds(60);

    @Option(
            names = "--lock-timeout",
            paramLabel = "TIME",
            defaultValue = "5s",
            converter = ScopeOptions.PositiveDuration.class,
            description = "How long a statement waits for a lock on a table. Default: 5s.")
    private Duration lockTimeout = Duration.ofSeconds(5);

    @Option(
            names = "--statement-timeout",
            paramLabel = "TIME",
            defaultValue = "2m",
            converter = ScopeOptions.PositiveDuration.class,
            description = "How long a statement may run. Default: 2m.")
    private Duration statementTimeout = Duration.ofMinutes(2);

    @Override
    public Integer call() {
        CommandSpec command = spec;
        if (command == null) {
            throw new IllegalStateException("the command runs only from a command line");
        }
        String url = database.url()
                .orElseThrow(() -> new ParameterException(command.commandLine(), "name the database with --url"));
        SchemaGuard guard = SchemaGuard.expecting(expected.sources(command.commandLine()))
                .policy(Policy.DEFAULT.withFailOn(failOn))
                .scope(scope.onePlace(command.commandLine()))
                .build();
        PrintWriter out = command.commandLine().getOut();
        SyncOutcome outcome = SchemaSync.of(guard)
                .with(new SyncSettings(wait, lockTimeout, statementTimeout, despiteMigrations, dryRun))
                .showing(plan -> show(plan, out))
                .run(database.dataSource(url, longest(), System.getenv()));
        return tell(outcome, out, command.commandLine().getErr());
    }

    /** No answer may take longer, so that the driver waits long enough and never for ever. */
    private Duration longest() {
        return List.of(scope.timeout(), wait, statementTimeout).stream()
                .max(Duration::compareTo)
                .orElseThrow()
                .plusSeconds(5);
    }

    private static void show(SyncPlan plan, PrintWriter out) {
        plan.statements().forEach(sql -> out.println(sql + ";"));
        plan.left().forEach(leftover -> line(out, "left: " + leftover));
        out.flush();
    }

    /** A name may hold a line break, and what follows it must not look like a statement. */
    private static void line(PrintWriter out, String text) {
        text.lines().forEach(line -> out.println("-- " + line));
    }

    private static int tell(SyncOutcome outcome, PrintWriter out, PrintWriter errors) {
        if (outcome instanceof SyncOutcome.NothingToAdd) {
            line(out, "nothing to add: the database has what this release expects");
            return ExitCode.CLEAN.number();
        }
        if (outcome instanceof SyncOutcome.Planned planned) {
            line(out, "dry run: " + counted(planned.plan()) + " would be run; nothing was changed");
            return ExitCode.CLEAN.number();
        }
        if (outcome instanceof SyncOutcome.Applied applied) {
            line(out, "applied " + counted(applied.plan()) + "; the database has what this release expects");
            return ExitCode.CLEAN.number();
        }
        boolean refused = outcome instanceof SyncOutcome.Refused;
        List<String> reasons = outcome instanceof SyncOutcome.Refused refusal
                ? refusal.reasons()
                : ((SyncOutcome.Unverified) outcome).reasons();
        errors.println("schema-guard: sync " + (refused ? "refused" : "not possible") + ", nothing was changed");
        reasons.forEach(reason -> errors.println("  " + reason));
        return (refused ? ExitCode.DRIFTED : ExitCode.UNVERIFIED).number();
    }

    private static String counted(SyncPlan plan) {
        int count = plan.statements().size();
        return count + (count == 1 ? " statement" : " statements");
    }
}
