package dev.schemaguard.statements.reading;

/** A statement, or a part of it, is not understood. */
final class NotReadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    NotReadable(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
