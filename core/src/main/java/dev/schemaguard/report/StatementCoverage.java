package dev.schemaguard.report;

import dev.schemaguard.model.Origin;
import java.util.List;
import java.util.Objects;

/**
 * How many of a release's statements were held against the schema.
 *
 * @param source where they come from, for people
 * @param read how many were read
 * @param complete whether somebody declared that the release sends no others
 * @param notReadable those that could not be read, which state nothing
 */
public record StatementCoverage(String source, int read, boolean complete, List<NotReadable> notReadable) {

    public StatementCoverage {
        Objects.requireNonNull(source, "source");
        notReadable = List.copyOf(notReadable);
    }

    /**
     * A statement that could not be read.
     *
     * @param origin where it stands, or who sends it
     * @param reason why it cannot be read
     */
    public record NotReadable(Origin origin, String reason) {

        public NotReadable {
            Objects.requireNonNull(origin, "origin");
            Objects.requireNonNull(reason, "reason");
        }
    }
}
