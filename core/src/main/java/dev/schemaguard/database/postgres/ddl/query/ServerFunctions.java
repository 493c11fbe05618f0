package dev.schemaguard.database.postgres.ddl.query;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The functions that the server brings along, none of which changes a table. */
public final class ServerFunctions {

    private static final String RESOURCE = "postgresql-functions.txt";

    private ServerFunctions() {}

    /** Whether there is one of that name. */
    public static boolean has(String name) {
        return Names.KNOWN.contains(name);
    }

    /** Read only where a script calls a function that it does not define. */
    private static final class Names {

        private static final Set<String> KNOWN = read();

        private static Set<String> read() {
            try (InputStream stream =
                            Objects.requireNonNull(ServerFunctions.class.getResourceAsStream(RESOURCE), RESOURCE);
                    BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
