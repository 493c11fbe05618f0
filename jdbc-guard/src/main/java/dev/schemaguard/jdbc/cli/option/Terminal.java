package dev.schemaguard.jdbc.cli.option;

import java.io.Console;
import java.util.Map;

/**
 * Whether somebody sits before a terminal, and what it shows.
 *
 * @param present whether there is one
 * @param colour whether it shows colours
 * @param width how many columns it has
 */
public record Terminal(boolean present, boolean colour, int width) {

    private static final int USUAL_WIDTH = 80;
    private static final int READABLE_WIDTH = 120;
    private static final int LEAST_WIDTH = 40;

    /** The terminal of this process, if its output goes to one. */
    public static Terminal ofProcess() {
        return of(isInteractive(), System.getenv());
    }

    /** Colours are off where NO_COLOR is set to anything (no-color.org) or the terminal is a dumb one. */
    public static Terminal of(boolean present, Map<String, String> environment) {
        boolean wanted = environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(environment.getOrDefault("TERM", ""));
        String columns = environment.getOrDefault("COLUMNS", "");
        int width = columns.matches("[0-9]{1,5}") ? Integer.parseInt(columns) : USUAL_WIDTH;
        return new Terminal(present, present && wanted, Math.max(LEAST_WIDTH, Math.min(READABLE_WIDTH, width)));
    }

    /** Null up to JDK 21 where there is no terminal, and asked from JDK 22 on. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isInteractive() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
