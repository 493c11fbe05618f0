package dev.schemaguard.inspect;

import dev.schemaguard.text.Printable;
import org.jspecify.annotations.Nullable;

/** The live schema could not be read. Its message says why and what to do, and holds no secret. */
public final class InspectionException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /**
     * The live schema could not be read.
     *
     * @param reason why, as one of the cases that call for different answers
     * @param message what happened, with the values, and what to do
     * @param cause the driver's own failure, or {@code null}
     */
    public InspectionException(Reason reason, String message, @Nullable Throwable cause) {
        super(Printable.line(message), cause);
        this.reason = reason;
    }

    /** Why the schema could not be read. */
    public Reason reason() {
        return reason;
    }

    /** The cases that call for different answers. */
    public enum Reason {
        /** No connection could be made, or it was lost. */
        UNREACHABLE,
        /** The role may not connect or may not see the schema. */
        NOT_PERMITTED,
        /** The schema to look at does not exist. */
        SCHEMA_NOT_FOUND,
        /** The catalog did not answer in time. */
        TIMED_OUT,
        /** The catalog answered with an error of another kind. */
        FAILED
    }
}
