package dev.schemaguard.policy;

import dev.schemaguard.drift.Drift;
import java.util.List;

/** Port: what is known of the statements that a release sends, beyond what its expectation says of tables. */
public interface Evidence {

    /** Nothing is known of any statement. */
    Evidence NONE = new Evidence() {
        @Override
        public List<Broken> brokenBy(Drift drift) {
            return List.of();
        }

        @Override
        public boolean tellsUnused(Drift drift) {
            return false;
        }
    };

    /** The statements that fail, or may fail, for that difference; the gravest first. */
    List<Broken> brokenBy(Drift drift);

    /**
     * Whether it is certain that no statement of the release uses what the difference is about, so that whatever nobody was found
     * to use does no harm.
     */
    boolean tellsUnused(Drift drift);
}
