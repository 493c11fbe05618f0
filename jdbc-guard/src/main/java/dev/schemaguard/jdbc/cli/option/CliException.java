package dev.schemaguard.jdbc.cli.option;

/** Something outside the program stands in the way of a command. Its message is all that the user sees. */
public final class CliException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CliException(String message) {
        super(message);
    }
}
