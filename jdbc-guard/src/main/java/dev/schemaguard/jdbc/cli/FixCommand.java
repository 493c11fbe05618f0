package dev.schemaguard.jdbc.cli;

import dev.schemaguard.ReportWithFixes;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.jdbc.cli.option.DatabaseOptions;
import dev.schemaguard.jdbc.cli.option.ExpectationOptions;
import dev.schemaguard.jdbc.cli.option.ScopeOptions;
import dev.schemaguard.jdbc.cli.option.Terminal;
import dev.schemaguard.jdbc.cli.option.VerdictOptions;
import dev.schemaguard.jdbc.verb.FixScript;
import dev.schemaguard.jdbc.verb.ReportFile;
import dev.schemaguard.policy.Unverified;
import dev.schemaguard.text.Printable;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the SQL that would cure the drift. Writes nothing to the database. */
@Command(
        name = "fix",
        description = "Prints the SQL that would cure the drift of a database, with the hazards of each statement.",
        footer = {
            "",
            "Example:",
            "  schema-guard fix --url jdbc:postgresql://db/app --user app \\",
            "                   --expect db/migration --out fix.sql"
        })
final class FixCommand extends Verb {

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    @Mixin
    private ExpectationOptions expected = new ExpectationOptions();

    @Mixin
    private VerdictOptions verdict = new VerdictOptions();

    @Option(names = "--out", paramLabel = "FILE", description = "The file to write, in place of standard output.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        String url = database.requiredUrl(line());
        ReportWithFixes remedy = SchemaGuard.expecting(
                        expected.sources(line(), location -> database.other(location, scope.timeout())))
                .policy(verdict.policy())
                .scope(scope.onePlace(line()))
                .build()
                .remedy(database.dataSource(url, scope.timeout(), System.getenv()));
        write(new FixScript(remedy, scope.scope()).text(), line().getOut());
        for (Unverified unknown : remedy.report().unverified()) {
            line().getErr().println(Printable.line("not verified: " + unknown.reason()));
        }
        return ExitCode.of(verdict.accepted(remedy.report(), line().getErr())).number();
    }

    private void write(String script, PrintWriter standard) {
        if (out == null) {
            // Whoever reads it sees what is in a name; what is piped or written is as exact as SQL has to be.
            standard.print(Terminal.ofProcess().present() ? Printable.lines(script) + "\n" : script);
            standard.flush();
            return;
        }
        new ReportFile("--out", out).write(script);
    }
}
