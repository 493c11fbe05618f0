package dev.schemaguard.jdbc.cli.option;

import dev.schemaguard.input.InputException;
import dev.schemaguard.input.InputFile;
import dev.schemaguard.input.Utf8;
import dev.schemaguard.jdbc.verb.DriverDataSource;
import dev.schemaguard.jdbc.verb.Drivers;
import dev.schemaguard.jdbc.verb.Passwords;
import dev.schemaguard.jdbc.verb.VerbException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
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

    /** In bytes, up to the end of the first line. */
    private static final long LONGEST_PASSWORD = 64 << 10;

    @Option(names = "--url", paramLabel = "JDBC", description = "The database, such as jdbc:postgresql://host/name.")
    private @Nullable String url;

    @Option(names = "--user", paramLabel = "U", description = "The role to connect as.")
    private @Nullable String user;

    @Option(
            names = "--password-env",
            paramLabel = "NAME",
            description = "The environment variable that holds the password. Default: PGPASSWORD.")
    private @Nullable String passwordEnv;

    @Option(names = "--password-file", paramLabel = "FILE", description = "The file whose first line is the password.")
    private @Nullable Path passwordFile;

    @Option(
            names = "--driver-path",
            paramLabel = "JAR",
            description = "The jar of another database's JDBC driver. Repeatable.")
    private List<Path> driverPath = new ArrayList<>();

    public Optional<String> url() {
        return Optional.ofNullable(url);
    }

    /** The URL, for a verb that does nothing without one. */
    public String requiredUrl(CommandLine command) {
        return url().orElseThrow(() -> new UsageException(command, "name the database with --url"));
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
            return Optional.of(firstLine(passwordFile));
        }
        return Passwords.fromEnvironment("--password-env", Optional.ofNullable(passwordEnv), environment);
    }

    /** A pipe is well, as a shell makes one of what a vault prints; but it is not read for ever. */
    private static String firstLine(Path file) {
        try (BufferedReader lines =
                new BufferedReader(Utf8.reader(InputFile.bounded(Files.newInputStream(file), LONGEST_PASSWORD)))) {
            String line = lines.readLine();
            if (line == null) {
                throw new VerbException("--password-file: the file is empty");
            }
            return line;
        } catch (InputException e) {
            // The name is not said: who takes the option for another one gives the password itself.
            throw new VerbException("--password-file: the file " + e.getMessage() + "; " + e.remedy());
        } catch (IOException e) {
            throw new VerbException("--password-file: the file cannot be read ("
                    + e.getClass().getSimpleName() + "); check the path and its permissions");
        }
    }
}
