package dev.schemaguard.test;

import java.util.Locale;
import java.util.Optional;

/**
 * What becomes of statements that are not in the file.
 *
 * @param asked whether somebody asked to write them there
 * @param exact whether a run fails that did not send all that are in the file
 * @param server the environment variable that tells a build server, where nothing is written
 */
record StatementsMode(boolean asked, boolean exact, Optional<String> server) {

    static final String PROPERTY = "schema-guard.statements";
    private static final String VARIABLE = "SCHEMA_GUARD_STATEMENTS";

    /** How to ask for it. */
    private static final String HOW =
            "run the tests with -D" + PROPERTY + "=accept (or the environment variable " + VARIABLE + "=accept)";

    /** What this process was told. */
    static StatementsMode current() {
        return of(System::getProperty, System::getenv);
    }

    /** What somebody was told. */
    static StatementsMode of(Acceptance.Lookup properties, Acceptance.Lookup variables) {
        String property = Acceptance.text(properties.value(PROPERTY)).toLowerCase(Locale.ROOT);
        String name = property.isEmpty() ? VARIABLE : PROPERTY;
        String value =
                property.isEmpty() ? Acceptance.text(variables.value(VARIABLE)).toLowerCase(Locale.ROOT) : property;
        Optional<String> server = Acceptance.server(variables);
        return switch (value) {
            case "accept" -> new StatementsMode(true, false, server);
            case "exact" -> new StatementsMode(false, true, server);
            case "verify", "" -> new StatementsMode(false, false, server);
            default ->
                throw new IllegalArgumentException(
                        name + " was '" + value + "', it must be 'accept', 'exact' or 'verify'");
        };
    }

    boolean writes() {
        return asked && server.isEmpty();
    }

    /** What to do about statements that are not in the file. */
    String advice() {
        if (server.isPresent() && asked) {
            return "they were not accepted, for this is a build server (" + server.get()
                    + " is set) and nobody would have looked at them; accept them on a machine of your own and commit"
                    + " the file";
        }
        return HOW + (server.isPresent() ? " on a machine of your own" : "") + " and commit the file";
    }
}
