package dev.schemaguard.input;

import dev.schemaguard.model.Origin;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An expectation that cannot be read. Its message says where, why, and what to do, in one line that can be shown. */
public final class SchemaSourceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** As much of a reason as anybody reads; what it quotes may be of any length. */
    private static final int LONGEST = 1_000;

    private final transient Origin origin;
    private final String reason;
    private final String remedy;
    private final boolean timeUp;

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
        this(origin, Excerpt.of(reason, LONGEST), Excerpt.of(remedy, LONGEST), cause, false);
    }

    private SchemaSourceException(
            Origin origin, String reason, String remedy, @Nullable Throwable cause, boolean timeUp) {
        super((origin.isKnown() ? Excerpt.of(origin.toString(), LONGEST) + ": " : "") + reason + "; " + remedy, cause);
        this.origin = origin;
        this.reason = reason;
        this.remedy = remedy;
        this.timeUp = timeUp;
    }

    static SchemaSourceException timeUp(Origin origin, Duration time) {
        return new SchemaSourceException(
                origin,
                "reading the expectation took longer than " + spoken(time) + " and was stopped here",
                "name a smaller place, expect a snapshot of it (schema-guard snapshot), or raise the time-out (--timeout)",
                null,
                true);
    }

    private static String spoken(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }

    /** Whether it could not be read in time, rather than not at all. */
    public boolean isTimeUp() {
        return timeUp;
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
