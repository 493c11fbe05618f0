package dev.schemaguard.jdbc.cli;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.jdbc.cli.option.DatabaseOptions;
import dev.schemaguard.jdbc.cli.option.ExpectationOptions;
import dev.schemaguard.jdbc.cli.option.PolicyOptions;
import dev.schemaguard.jdbc.cli.option.ScopeOptions;
import dev.schemaguard.jdbc.sync.SchemaSync;
import dev.schemaguard.jdbc.sync.SyncOutcome;
import dev.schemaguard.jdbc.sync.SyncPlan;
import dev.schemaguard.jdbc.sync.SyncSettings;
import dev.schemaguard.jdbc.verb.VerbException;
import dev.schemaguard.text.Printable;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Applies what only adds, all or nothing where the database can take DDL back, and checks again. */
@Command(
        name = "sync",
        description = {
            "Adds to a database what a release expects and what can be had by adding only, and checks again: all or"
                    + " nothing, in one transaction, where the database takes DDL back; else a statement at a time,"
                    + " naming what ran where one is refused. A database of which neither is known is refused.",
            "Of many that start at once, one does it. Where something that is there has to change, nothing is done."
        },
        footer = {
            "",
            "Example:",
            "  schema-guard sync --url jdbc:postgresql://db/app --user owner \\",
            "                    --password-env OWNER_PASSWORD --expect schema.json"
        })
final class SyncCommand extends Verb {

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
            names = "--allow-function",
            paramLabel = "NAME",
            description = {
                "Lets defaults, checks and other expressions call a function that is not known to do nothing but compute."
                        + " Can be repeated."
            })
    private List<String> allowedFunctions = new ArrayList<>();

    @Option(
            names = "--despite-read-only",
            description = "Writes where the transactions of the role, the database or the connection are read only.")
    private boolean despiteReadOnly;

    @Mixin
    private PolicyOptions policy = new PolicyOptions();

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
        String url = database.requiredUrl(line());
        SchemaGuard guard = SchemaGuard.expecting(
                        expected.sources(line(), location -> database.other(location, scope.timeout())))
                .policy(policy.policy())
                .scope(scope.onePlace(line()))
                .build();
        PrintWriter out = line().getOut();
        SyncOutcome outcome = SchemaSync.of(guard)
                .with(new SyncSettings(
                        wait,
                        lockTimeout,
                        statementTimeout,
                        despiteMigrations,
                        dryRun,
                        Set.copyOf(allowedFunctions),
                        despiteReadOnly))
                .showing(plan -> show(plan, out))
                .run(database.dataSource(url, scope.timeout(), System.getenv()));
        return tell(outcome, out, line().getErr());
    }

    private static void show(SyncPlan plan, PrintWriter out) {
        plan.statements().forEach(sql -> out.println(Printable.lines(sql) + ";"));
        plan.left().forEach(leftover -> comment(out, "left: " + leftover));
        if (out.checkError()) {
            // Nobody changes a database by a plan that nobody can read.
            throw new VerbException("what would be run could not be written to standard output; nothing was changed");
        }
    }

    /** A name may hold a line break, and what follows it must not look like a statement. */
    private static void comment(PrintWriter out, String text) {
        out.println("-- " + Printable.line(text));
    }

    private static int tell(SyncOutcome outcome, PrintWriter out, PrintWriter errors) {
        if (outcome instanceof SyncOutcome.NothingToAdd) {
            comment(out, "nothing to add: the database has what this release expects");
            return ExitCode.CLEAN.number();
        }
        if (outcome instanceof SyncOutcome.Planned planned) {
            comment(out, "dry run: " + counted(planned.plan()) + " would be run; nothing was changed");
            return ExitCode.CLEAN.number();
        }
        if (outcome instanceof SyncOutcome.Applied applied) {
            comment(out, "applied " + counted(applied.plan()) + "; the database has what this release expects");
            return ExitCode.CLEAN.number();
        }
        boolean refused = outcome instanceof SyncOutcome.Refused;
        List<String> reasons = outcome instanceof SyncOutcome.Refused refusal
                ? refusal.reasons()
                : ((SyncOutcome.Unverified) outcome).reasons();
        errors.println("schema-guard: sync " + (refused ? "refused" : "not possible") + ", nothing was changed");
        reasons.forEach(reason -> errors.println("  " + Printable.line(reason)));
        return (refused ? ExitCode.DRIFTED : ExitCode.UNVERIFIED).number();
    }

    private static String counted(SyncPlan plan) {
        int count = plan.statements().size();
        return count + (count == 1 ? " statement" : " statements");
    }
}
