package dev.schemaguard.jdbc.verb;

import java.util.Map;
import java.util.Optional;

/** How a password gets here without being seen by others: not as an argument, which every user of the machine can read. */
public final class Passwords {

    private static final String DEFAULT = "PGPASSWORD";

    private Passwords() {}

    /**
     * The password in an environment variable.
     *
     * @param option the option that named the variable, for messages
     * @param variable its name, if one was named
     */
    public static Optional<String> fromEnvironment(
            String option, Optional<String> variable, Map<String, String> environment) {
        if (variable.isEmpty()) {
            return Optional.ofNullable(environment.get(DEFAULT));
        }
        Optional<String> password = variable.map(environment::get);
        if (password.isEmpty()) {
            // The name is not said: who takes the option for another one gives the password itself.
            throw new VerbException(
                    option + ": the environment has no variable of this name; name the variable, and set it");
        }
        return password;
    }
}
