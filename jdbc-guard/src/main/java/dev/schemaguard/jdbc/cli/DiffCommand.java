package dev.schemaguard.jdbc.cli;

import dev.schemaguard.jdbc.cli.option.LayoutOptions;
import dev.schemaguard.jdbc.verb.DriverDataSource;
import dev.schemaguard.jdbc.verb.Drivers;
import dev.schemaguard.jdbc.verb.Passwords;
import dev.schemaguard.jdbc.verb.TwoSchemas;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares any two schemas, live or written down: would what runs on the one run on the other? Writes nothing. */
@Command(
        name = "diff",
        description = "Compares two schemas, live or written down: what works with --from, would it work with --to?",
        footer = {
            "",
            "Examples:",
            "  Would what works on staging work in production?",
            "    schema-guard diff --from jdbc:postgresql://staging/app --from-user app \\",
            "        --from-password-env STAGING_PASSWORD \\",
            "        --to jdbc:postgresql://db/app --to-user app \\",
            "        --to-password-env APP_PASSWORD",
            "  Is the snapshot up to date?",
            "    schema-guard diff --from schema.json --to db/migration"
        })
final class DiffCommand extends Verb {

    @Option(
            names = "--from",
            required = true,
            paramLabel = "LOCATION",
            description = "What is expected: a jdbc: URL, a folder of migrations, a .sql script, a schema.json or"
                    + " classpath:...")
    private String from = "";

    @Option(
            names = "--to",
            required = true,
            paramLabel = "LOCATION",
            description = "What is compared with it: the same kinds.")
    private String to = "";

    @Option(names = "--from-user", paramLabel = "U", description = "The role to connect to --from as.")
    private @Nullable String fromUser;

    @Option(names = "--to-user", paramLabel = "U", description = "The role to connect to --to as.")
    private @Nullable String toUser;

    @Option(
            names = "--from-password-env",
            paramLabel = "NAME",
            description = "The environment variable that holds the password for --from. Default: PGPASSWORD.")
    private @Nullable String fromPasswordEnv;

    @Option(
            names = "--to-password-env",
            paramLabel = "NAME",
            description = "The environment variable that holds the password for --to. Default: PGPASSWORD.")
    private @Nullable String toPasswordEnv;

    @Option(
            names = "--driver-path",
            paramLabel = "JAR",
            description = "The jar of another database's JDBC driver. Repeatable.")
    private List<Path> driverPath = new ArrayList<>();

    @Mixin
    private Comparing comparing = new Comparing();

    @Mixin
    private LayoutOptions layout = new LayoutOptions();

    @Override
    public Integer call() {
        TwoSchemas both = new TwoSchemas(
                side(from, fromUser, "--from-password-env", fromPasswordEnv),
                side(to, toUser, "--to-password-env", toPasswordEnv),
                layout.places(),
                comparing.scope().scope(),
                layout.kind());
        return comparing.run(List.of(both.expected()), both::of, line());
    }

    private TwoSchemas.Side side(String location, @Nullable String user, String option, @Nullable String passwordEnv) {
        if (!DriverDataSource.isUrl(location)) {
            return new TwoSchemas.Side(location, Optional.empty());
        }
        return new TwoSchemas.Side(
                location,
                Optional.of(DriverDataSource.of(
                        location,
                        Optional.ofNullable(user),
                        Passwords.fromEnvironment(option, Optional.ofNullable(passwordEnv), System.getenv()),
                        Drivers.ofProcess(driverPath),
                        comparing.scope().timeout())));
    }
}
