package dev.schemaguard.jdbc.cli;

import dev.schemaguard.Remedy;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.fix.FixPlan;
import dev.schemaguard.inspect.DatabaseInfo;
import dev.schemaguard.policy.FailOn;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.policy.Unverified;
import dev.schemaguard.report.DriftReport;
import java.io.PrintWriter;
import java.nio.file.Path;
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

/** Prints the SQL that would cure the drift. Writes nothing to the database. */
@Command(
        name = "fix",
        description = "Prints the SQL that would cure the drift of a database, with the hazards of each statement.",
        footer = {
            "",
            "Example:",
            "  schema-guard fix --url jdbc:postgresql://db/app --user app --expect db/migration --out fix.sql"
        })
final class FixCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    @Mixin
    private ExpectationOptions expected = new ExpectationOptions();

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            defaultValue = "breaking",
            description = "From which severity on the exit code is 1: breaking, risky, advisory or never."
                    + " Default: breaking.")
    private FailOn failOn = FailOn.BREAKING;

    @Option(names = "--out", paramLabel = "FILE", description = "The file to write, in place of standard output.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        CommandSpec command = spec;
        if (command == null) {
            throw new IllegalStateException("the command runs only from a command line");
        }
        String url = database.url()
                .orElseThrow(() -> new ParameterException(command.commandLine(), "name the database with --url"));
        Remedy remedy = SchemaGuard.expecting(expected.sources(command.commandLine()))
                .policy(Policy.DEFAULT.withFailOn(failOn))
                .scope(scope.onePlace(command.commandLine()))
                .build()
                .remedy(database.dataSource(url, scope.timeout(), System.getenv()));
        write(script(remedy), command.commandLine().getOut());
        for (Unverified unknown : remedy.report().unverified()) {
            command.commandLine().getErr().println("not verified: " + unknown.reason());
        }
        return ExitCode.of(remedy.report()).number();
    }

    private String script(Remedy remedy) {
        DriftReport report = remedy.report();
        FixPlan plan = remedy.plan();
        List<String> head = new ArrayList<>();
        head.add(report.toString());
        report.database().map(FixCommand::where).ifPresent(head::add);
        report.unverified().forEach(unknown -> head.add("NOT VERIFIED: " + unknown.reason()));
        boolean named = report.database()
                .filter(found -> found.product().equals("PostgreSQL"))
                .isPresent();
        return plan.toSql(head, named ? scope.scope().schemas() : List.of());
    }

    private static String where(DatabaseInfo database) {
        return "Database " + database.url() + " as role " + database.user();
    }

    private void write(String script, PrintWriter standard) {
        if (out == null) {
            standard.print(script);
            standard.flush();
            return;
        }
        new ReportFile("--out", out).write(script);
    }
}
