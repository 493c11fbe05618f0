package dev.schemaguard.test;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether what the database has takes the place of what the snapshot says. Somebody has to look at that, so a build server
 * never does it.
 *
 * @param asked whether somebody asked for it
 * @param server the environment variable that tells a build server, if one does
 */
record Acceptance(boolean asked, Optional<String> server) {

    private static final String PROPERTY = "schema-guard.snapshot";
    private static final String VARIABLE = "SCHEMA_GUARD_SNAPSHOT";
    private static final String ACCEPT = "accept";
    private static final String VERIFY = "verify";

    /** How to ask for it. */
    static final String HOW = "run the test with -D" + PROPERTY + "=" + ACCEPT + " (or the environment variable "
            + VARIABLE + "=" + ACCEPT + ")";

    /** What build servers set; the first is set by nearly all. */
    private static final List<String> SERVERS =
            List.of("CI", "TF_BUILD", "JENKINS_URL", "TEAMCITY_VERSION", "CODEBUILD_BUILD_ID");

    private static final List<String> NOTHING = List.of("", "false", "0", "no");

    /** What this process was told. */
    static Acceptance current() {
        return of(System::getProperty, System::getenv);
    }

    /**
     * What somebody was told.
     *
     * @param properties gives the value of a system property, or {@code null}
     * @param variables gives the value of an environment variable, or {@code null}
     */
    static Acceptance of(Lookup properties, Lookup variables) {
        Optional<String> server = server(variables);
        String property = text(properties.value(PROPERTY));
        boolean asked =
                property.isEmpty() ? asked(VARIABLE, text(variables.value(VARIABLE))) : asked(PROPERTY, property);
        return new Acceptance(asked, server);
    }

    /** The environment variable that tells a build server, if one does. */
    static Optional<String> server(Lookup variables) {
        return SERVERS.stream()
                .filter(name -> !NOTHING.contains(text(variables.value(name)).toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private static boolean asked(String name, String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case ACCEPT -> true;
            case VERIFY, "" -> false;
            default ->
                throw new IllegalArgumentException(
                        name + " was '" + value + "', it must be '" + ACCEPT + "' or '" + VERIFY + "'");
        };
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    /** Whether the snapshot is written. */
    boolean writes() {
        return asked && server.isEmpty();
    }

    /** What to do about a snapshot that is not what the database has. */
    String advice() {
        return server.map(name -> asked
                        ? "it was not accepted, for this is a build server (" + name
                                + " is set) and nobody would have looked at it; accept it on a machine of your own and commit"
                                + " the file"
                        : HOW + " on a machine of your own and commit the file")
                .orElse(HOW + " and commit the file");
    }

    /** Gives the value of a name, or {@code null}. */
    interface Lookup {

        @Nullable
        String value(String name);
    }
}
