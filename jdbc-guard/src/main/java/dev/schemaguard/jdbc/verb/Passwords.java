package dev.schemaguard.jdbc.verb;

import dev.schemaguard.input.InputException;
import dev.schemaguard.input.InputFile;
import dev.schemaguard.input.Utf8;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** How a password gets here without being seen by others: not as an argument, which every user of the machine can read. */
public final class Passwords {

    private static final String DEFAULT = "PGPASSWORD";

    /** What images of databases put behind the name of a variable whose value lies in a file, as a mounted secret does. */
    private static final String FILE = "_FILE";

    /** In bytes, up to the end of the first line. */
    private static final long LONGEST = 64 << 10;

    private Passwords() {}

    /**
     * The password in an environment variable, or in the file that the variable of that name with {@code _FILE} behind it names.
     *
     * @param option the option that named the variable, for messages
     * @param variable its name, if one was named
     */
    public static Optional<String> fromEnvironment(
            String option, Optional<String> variable, Map<String, String> environment) {
        String name = variable.orElse(DEFAULT);
        Optional<String> password = Optional.ofNullable(environment.get(name));
        Optional<String> file = Optional.ofNullable(environment.get(name + FILE));
        // The name is not said: who takes the option for another one gives the password itself.
        String shown = variable.isEmpty() ? DEFAULT : option;
        if (password.isPresent() && file.isPresent()) {
            throw new VerbException(shown + ": the environment has the variable and the one that ends in " + FILE
                    + ", and only one of them can be meant; unset the other");
        }
        if (file.isPresent()) {
            return Optional.of(firstLine(shown + " with " + FILE, file.get()));
        }
        if (password.isEmpty() && variable.isPresent()) {
            throw new VerbException(option
                    + ": the environment has no variable of this name, nor one with " + FILE
                    + " behind it; name the variable, and set it");
        }
        return password;
    }

    private static String firstLine(String named, String file) {
        try {
            return firstLine(named, Path.of(file));
        } catch (InvalidPathException e) {
            throw new VerbException(named + ": the variable holds no path of a file; let it name the file");
        }
    }

    /**
     * The first line of a file. A pipe is well, as a shell makes one of what a vault prints; but it is not read for ever.
     *
     * @param named what named the file, for messages, which do not say its name: it may be the password itself
     */
    public static String firstLine(String named, Path file) {
        try (BufferedReader lines =
                new BufferedReader(Utf8.reader(InputFile.bounded(Files.newInputStream(file), LONGEST)))) {
            String line = lines.readLine();
            if (line == null) {
                throw new VerbException(named + ": the file is empty");
            }
            return line;
        } catch (InputException e) {
            throw new VerbException(named + ": the file " + e.getMessage() + "; " + e.remedy());
        } catch (IOException e) {
            throw new VerbException(named + ": the file cannot be read ("
                    + e.getClass().getSimpleName() + "); check the path and its permissions");
        }
    }
}
