package dev.schemaguard;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.schemaguard.embedded.TestPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Dumps databases with the pg_dump of this machine, which is no part of the embedded server. */
final class PgDump {

    private static final Pattern VERSION = Pattern.compile("\\) (\\d+)");

    private PgDump() {}

    /**
     * What {@code pg_dump --schema-only} writes. Skips the test that asks, where there is no pg_dump or it is older than the
     * server.
     */
    static String schemaOf(DataSource database) throws IOException {
        Path tool = tool().orElseGet(() -> abort("there is no pg_dump on this machine"));
        try (Connection connection = database.getConnection()) {
            int server = connection.getMetaData().getDatabaseMajorVersion();
            int client = version(tool);
            if (client < server) {
                abort("pg_dump " + client + " does not dump a server " + server + "; run with -Dpostgres.version="
                        + client + ".x");
            }
            return run(
                    tool.toString(),
                    "--schema-only",
                    "--dbname=" + uri(connection.getMetaData().getURL()));
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static String uri(String jdbcUrl) {
        String bare = jdbcUrl.substring("jdbc:".length()).replaceFirst("\\?.*", "");
        return bare.replace("//", "//" + TestPostgres.SUPERUSER + "@");
    }

    /** The newest one, for Debian keeps several; else the one on the path. */
    private static Optional<Path> tool() throws IOException {
        List<Path> found = new ArrayList<>();
        Path debian = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(debian)) {
            try (DirectoryStream<Path> versions = Files.newDirectoryStream(debian)) {
                versions.forEach(version -> found.add(version.resolve("bin/pg_dump")));
            }
        }
        for (String folder :
                Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1)) {
            found.add(Path.of(folder, "pg_dump"));
        }
        return found.stream().filter(Files::isExecutable).max(Comparator.comparing(PgDump::version));
    }

    private static int version(Path tool) {
        try {
            Matcher version = VERSION.matcher(run(tool.toString(), "--version"));
            return version.find() ? Integer.parseInt(version.group(1)) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    private static String run(String... command) throws IOException {
        Path errors = Files.createTempFile("pg_dump", ".txt");
        try {
            Process process =
                    new ProcessBuilder(command).redirectError(errors.toFile()).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException(String.format(Locale.ROOT, "%s: %s", command[0], Files.readString(errors)));
            }
            return output;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + command[0] + " ran", e);
        } finally {
            Files.delete(errors);
        }
    }
}
