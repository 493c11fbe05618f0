package dev.schemaguard.source;

import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Printable;
import org.jspecify.annotations.Nullable;

/** An expectation that cannot be read. Its message says where, why, and what to do, in one line that can be shown. */
public final class SchemaSourceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Origin origin;
    private final String reason;
    private final String remedy;

    /**
     * An expectation that cannot be read.
     *
     * @param origin the file and, where it helps, the line
     * @param reason what is wrong, with the values
     * @param remedy what to do about it
     */
    public SchemaSourceException(Origin origin, String reason, String remedy) {
        this(origin, reason, remedy, null);
    }

    /**
     * An expectation that cannot be read because of an earlier failure.
     *
     * @param origin the file and, where it helps, the line
     * @param reason what is wrong, with the values
     * @param remedy what to do about it
     * @param cause the earlier failure, or {@code null}
     */
    public SchemaSourceException(Origin origin, String reason, String remedy, @Nullable Throwable cause) {
        super(Printable.line((origin.isKnown() ? origin + ": " : "") + reason + "; " + remedy), cause);
        this.origin = origin;
        this.reason = Printable.line(reason);
        this.remedy = Printable.line(remedy);
    }

    /** Where it happened. */
    public Origin origin() {
        return origin;
    }

    /** What is wrong. */
    public String reason() {
        return reason;
    }

    /** What to do about it. */
    public String remedy() {
        return remedy;
    }
}
