package dev.schemaguard.jdbc.cli;

/** Something outside the program stands in the way of a command. Its message is all that the user sees. */
final class CliException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CliException(String message) {
        super(message);
    }
}
