package dev.schemaguard.policy;

import dev.schemaguard.drift.Drift;
import java.util.List;

/** Port: what is known of the statements that a release sends, beyond what its expectation says of tables. */
@FunctionalInterface
public interface Evidence {

    /** Nothing is known of any statement. */
    Evidence NONE = drift -> Statements.UNKNOWN;

    /** What is known of the statements that meet that difference. */
    Statements about(Drift drift);

    /**
     * The statements that meet a difference.
     *
     * @param met those of which it is known, in the order in which they stand
     * @param certain whether the release is known to send no other that does, so that the weight of the difference is theirs
     */
    record Statements(List<Broken> met, boolean certain) {

        static final Statements UNKNOWN = new Statements(List.of(), false);

        public Statements {
            met = List.copyOf(met);
        }
    }
}
