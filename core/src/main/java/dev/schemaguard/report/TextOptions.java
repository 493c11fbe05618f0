package dev.schemaguard.report;

/**
 * How a report is written for people.
 *
 * @param verbose whether findings that do not count are listed one by one, in place of a count for each kind
 * @param colour whether severities are coloured, by ANSI escape sequences
 * @param width the columns of the terminal, at which lines are broken; 0 where they are not
 * @param commandLine whether whoever reads it can ask again with other options, which it then names
 */
public record TextOptions(boolean verbose, boolean colour, int width, boolean commandLine) {

    /** For a log: no colours, no broken lines, and what does not count is counted. */
    public static final TextOptions PLAIN = new TextOptions(false, false, 0);

    private static final int LEAST_WIDTH = 40;

    public TextOptions {
        if (width != 0 && width < LEAST_WIDTH) {
            throw new IllegalArgumentException("width was " + width + ", it must be 0 or at least " + LEAST_WIDTH);
        }
    }

    /** For a reader who has no command line to ask again by. */
    public TextOptions(boolean verbose, boolean colour, int width) {
        this(verbose, colour, width, false);
    }

    /** The same, with each finding listed. */
    public TextOptions inFull() {
        return new TextOptions(true, colour, width, commandLine);
    }

    /** The same, for a terminal of that many columns. */
    public TextOptions onTerminal(boolean inColour, int columns) {
        return new TextOptions(verbose, inColour, columns, commandLine);
    }
}
