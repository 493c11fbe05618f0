package dev.schemaguard.jdbc.cli.option;

import dev.schemaguard.jdbc.verb.DriverDataSource;
import dev.schemaguard.jdbc.verb.Drivers;
import dev.schemaguard.jdbc.verb.Passwords;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Which database is looked at, and how the password gets here without being seen. */
public final class DatabaseOptions {

    @Option(names = "--url", paramLabel = "JDBC", description = "The database, such as jdbc:postgresql://host/name.")
    private @Nullable String url;

    @Option(names = "--user", paramLabel = "U", description = "The role to connect as.")
    private @Nullable String user;

    @Option(
            names = "--password-env",
            paramLabel = "NAME",
            description =
                    "The environment variable that holds the password; the same name with _FILE behind it names a file that"
                            + " does. Default: PGPASSWORD.")
    private @Nullable String passwordEnv;

    @Option(names = "--password-file", paramLabel = "FILE", description = "The file whose first line is the password.")
    private @Nullable Path passwordFile;

    @Option(
            names = "--driver-path",
            paramLabel = "JAR",
            description = "The jar of another database's JDBC driver. Repeatable.")
    private List<Path> driverPath = new ArrayList<>();

    /** The URL, if one was named. */
    public Optional<String> url(CommandLine command) {
        if (url == null) {
            return Optional.empty();
        }
        Optional<String> wrong = Drivers.wrong(url);
        if (wrong.isPresent()) {
            throw new UsageException(command, "--url: " + wrong.get());
        }
        return Optional.of(url);
    }

    /** The URL, for a verb that does nothing without one. */
    public String requiredUrl(CommandLine command) {
        return url(command).orElseThrow(() -> new UsageException(command, "name the database with --url"));
    }

    public DriverDataSource dataSource(String jdbcUrl, Duration timeout, Map<String, String> environment) {
        return DriverDataSource.of(
                jdbcUrl, Optional.ofNullable(user), password(environment), Drivers.ofProcess(driverPath), timeout);
    }

    /** Another database than the one that is named, with credentials of its own in its URL, if it has any. */
    public DriverDataSource other(String jdbcUrl, Duration timeout) {
        return DriverDataSource.of(jdbcUrl, Optional.empty(), Optional.empty(), Drivers.ofProcess(driverPath), timeout);
    }

    private Optional<String> password(Map<String, String> environment) {
        if (passwordFile != null) {
            return Optional.of(Passwords.firstLine("--password-file", passwordFile));
        }
        return Passwords.fromEnvironment("--password-env", Optional.ofNullable(passwordEnv), environment);
    }
}
