package dev.schemaguard.report;

import dev.schemaguard.model.Origin;
import java.util.List;
import java.util.Objects;

/**
 * How many of a release's statements were held against the schema.
 *
 * @param source where they come from, for people
 * @param read how many were read
 * @param others how many there are beside them that neither read nor write rows (DDL, calls, settings), and are not looked into
 * @param complete whether somebody declared that the release sends no others
 * @param notReadable those that could not be read, which state nothing
 * @param described of how many the server said whether it would take them
 * @param notDescribed those of which it said nothing; empty where no server was asked
 */
public record StatementCoverage(
        String source,
        int read,
        int others,
        boolean complete,
        List<NotReadable> notReadable,
        int described,
        List<NotReadable> notDescribed) {

    /** Statements that no server was asked for. */
    public StatementCoverage(String source, int read, int others, boolean complete, List<NotReadable> notReadable) {
        this(source, read, others, complete, notReadable, 0, List.of());
    }

    public StatementCoverage {
        Objects.requireNonNull(source, "source");
        notReadable = List.copyOf(notReadable);
        notDescribed = List.copyOf(notDescribed);
    }

    /**
     * A statement that could not be read, or not be described.
     *
     * @param origin where it stands, or who sends it
     * @param reason why it could not
     */
    public record NotReadable(Origin origin, String reason) {

        public NotReadable {
            Objects.requireNonNull(origin, "origin");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** The same where a server was asked. */
    public StatementCoverage described(int newDescribed, List<NotReadable> newNotDescribed) {
        return new StatementCoverage(source, read, others, complete, notReadable, newDescribed, newNotDescribed);
    }
}
