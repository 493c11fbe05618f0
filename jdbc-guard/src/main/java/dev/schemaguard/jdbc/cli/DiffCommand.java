package dev.schemaguard.jdbc.cli;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.SchemaSources;
import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import dev.schemaguard.jdbc.cli.option.DriverDataSource;
import dev.schemaguard.jdbc.cli.option.LayoutOptions;
import dev.schemaguard.jdbc.cli.option.Passwords;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.text.Secrets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
        Optional<DriverDataSource> expected = database(from, fromUser, "--from-password-env", fromPasswordEnv);
        Optional<DriverDataSource> compared = database(to, toUser, "--to-password-env", toPasswordEnv);
        SchemaSource source = expected.map(this::captured).orElseGet(() -> layout.source(from));
        Function<SchemaGuard, DriftReport> check = compared.<Function<SchemaGuard, DriftReport>>map(
                        dataSource -> guard -> guard.check(dataSource))
                .orElseGet(() -> guard -> guard.check(layout.source(to), kind(expected)));
        return comparing.run(List.of(source), check, line());
    }

    private SchemaSource captured(DriverDataSource dataSource) {
        return SchemaSources.database(
                Secrets.url(from), dataSource, comparing.scope().scope());
    }

    private Optional<DriverDataSource> database(
            String location, @Nullable String user, String option, @Nullable String passwordEnv) {
        if (!DriverDataSource.isUrl(location)) {
            return Optional.empty();
        }
        return Optional.of(DriverDataSource.of(
                location,
                Optional.ofNullable(user),
                Passwords.fromEnvironment(option, Optional.ofNullable(passwordEnv), System.getenv()),
                driverPath,
                comparing.scope().timeout()));
    }

    /** The kind of the one database that there may be; of two files it is named or assumed. */
    private Database kind(Optional<DriverDataSource> database) {
        if (database.isEmpty()) {
            return layout.kind();
        }
        try (Connection connection = database.get().getConnection()) {
            return Databases.behind(connection);
        } catch (SQLException e) {
            // The report will say that it cannot be reached.
            return layout.kind();
        }
    }
}
