package dev.schemaguard.jdbc.cli;

import dev.schemaguard.jdbc.cli.option.UsageException;
import dev.schemaguard.jdbc.verb.VerbException;
import dev.schemaguard.text.Printable;
import dev.schemaguard.text.Secrets;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Runs the command that was named. Whatever goes wrong, the process says it in a line and ends with a number of its own. */
public final class Main {

    /** In the order of the help. */
    private static final List<String> COMMANDS =
            List.of("check", "diff", "fix", "sync", "snapshot", "statements", "doctor", "explain", "completion");

    private Main() {}

    /** Runs the command line and ends the process. */
    public static void main(String[] args) {
        int code = ExitCode.UNVERIFIED.number();
        try {
            code = run(args, System.out, System.err);
        } catch (Throwable e) {
            // A failure of the program itself must not look like drift, which is what the JVM's own 1 would say.
            System.err.println("schema-guard: internal error: " + describe(e));
        } finally {
            Runtime.getRuntime().halt(code);
        }
    }

    public static int run(String[] args, PrintStream out, PrintStream err) {
        PrintWriter output = new PrintWriter(out, true, StandardCharsets.UTF_8);
        PrintWriter errors = new PrintWriter(err, true, StandardCharsets.UTF_8);
        int code = commandLine(args)
                .setOut(output)
                .setErr(errors)
                .setParameterExceptionHandler((e, wrong) -> usage(e, new Usage(List.of(args)), errors))
                .setExecutionExceptionHandler((e, command, parsed) -> failure(e, errors))
                .setExecutionStrategy(parsed -> execute(parsed, args, out, err, errors))
                .execute(args);
        output.flush();
        if (output.checkError()) {
            // A verdict that nobody can read is none, and an answer that is cut off may look like a whole one.
            errors.println(
                    "schema-guard: standard output could not be written, so the exit code is 2 whatever was found or"
                            + " done; see that there is room, and that somebody reads it");
            code = ExitCode.UNVERIFIED.number();
        }
        errors.flush();
        return code;
    }

    private static int execute(
            ParseResult parsed, String[] args, PrintStream out, PrintStream err, PrintWriter errors) {
        LiquibasePath liquibase = LiquibasePath.of(parsed);
        if (liquibase.isEmpty()) {
            return new CommandLine.RunLast().execute(parsed);
        }
        try {
            return liquibase.run(args, out, err);
        } catch (RuntimeException e) {
            return failure(e, errors);
        }
    }

    /** Only the command that is named is set up, for each costs a cold start tens of milliseconds; all, where none is. */
    private static CommandLine commandLine(String[] args) {
        return with(args.length > 0 && COMMANDS.contains(args[0]) ? List.of(args[0]) : COMMANDS);
    }

    /** All that the command line has. */
    static CommandLine whole() {
        return with(COMMANDS);
    }

    private static CommandLine with(List<String> commands) {
        // What the parser warns of would name values, and any of them may be a password in the wrong place.
        CommandLine.tracer().setLevel(CommandLine.TraceLevel.OFF);
        CommandLine root = new CommandLine(new Root());
        for (String name : commands) {
            root.addSubcommand(command(name));
        }
        return root.setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static Object command(String name) {
        return switch (name) {
            case "check" -> new CheckCommand();
            case "snapshot" -> new SnapshotCommand();
            case "diff" -> new DiffCommand();
            case "fix" -> new FixCommand();
            case "sync" -> new SyncCommand();
            case "statements" -> new StatementsCommand();
            case "doctor" -> new DoctorCommand();
            case "explain" -> new ExplainCommand();
            case "completion" -> new CompletionCommand();
            default -> throw new IllegalArgumentException("no command '" + name + "'");
        };
    }

    private static int usage(ParameterException wrong, Usage usage, PrintWriter errors) {
        errors.println("schema-guard: " + Printable.line(usage.wrong(wrong)));
        errors.println("Try 'schema-guard "
                + (wrong.getCommandLine().getParent() == null
                        ? ""
                        : wrong.getCommandLine().getCommandName() + " ")
                + "--help'.");
        return ExitCode.USAGE.number();
    }

    private static int failure(Exception failure, PrintWriter errors) {
        errors.println("schema-guard: "
                + (failure instanceof VerbException
                        ? Printable.line(String.valueOf(failure.getMessage()))
                        : "internal error: " + describe(failure)));
        return ExitCode.UNVERIFIED.number();
    }

    private static String describe(Throwable failure) {
        return failure.getClass().getSimpleName() + ": " + Secrets.said(failure);
    }

    /** The command that only holds the others. */
    @Command(
            name = "schema-guard",
            description = "Tells whether a database has what a release expects.",
            mixinStandardHelpOptions = true,
            scope = ScopeType.INHERIT,
            versionProvider = Version.class,
            synopsisSubcommandLabel = "COMMAND",
            footer = {
                "",
                "Exit codes: 0 nothing at or over --fail-on, 1 drifted, 2 could not be verified",
                "or written, 3 usage.",
                "",
                "Examples:",
                "  Migrations of Flyway, goose, golang-migrate and others, told by looking:",
                "    schema-guard check --url jdbc:postgresql://db/app --user app \\",
                "        --password-env APP_PASSWORD --expect db/migration",
                "  A Liquibase changelog, read by Liquibase's own jars:",
                "    schema-guard check --url jdbc:postgresql://db/app --user app \\",
                "        --expect db/changelog.xml --liquibase-path liquibase/",
                "  Another database, by the jar of its driver:",
                "    schema-guard check --url jdbc:mariadb://db/app --user app \\",
                "        --driver-path mariadb-java-client.jar --expect schema.json",
                "",
                "'schema-guard COMMAND --help' lists the options of a command."
            })
    private static final class Root implements Runnable {

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public void run() {
            if (spec != null) {
                throw new UsageException(spec.commandLine(), "name a command, such as check");
            }
        }
    }

    /** The version, from the jar's manifest. */
    static final class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"schema-guard " + (version == null ? "dev" : version)};
        }
    }
}
