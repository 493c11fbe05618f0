package dev.schemaguard.jdbc.verb;

/** Something outside the program stands in the way of what it was asked. Its message is all that the user sees. */
public final class VerbException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public VerbException(String message) {
        super(message);
    }
}
