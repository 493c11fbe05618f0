package dev.schemaguard.jdbc.translate;

import dev.schemaguard.jdbc.gate.Backoff;
import dev.schemaguard.jdbc.gate.ReportChange;
import dev.schemaguard.jdbc.gate.TimeSource;
import dev.schemaguard.jdbc.gate.WaitSettings;
import dev.schemaguard.report.DriftReport;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How often failed statements may have the database looked at. Each thing that is said to be missing has pauses of its own, so
 * that a typo that is sent a thousand times a second does not keep what has just been dropped from being found; all together
 * they have a few looks at once and then one a second, so that a thousand kinds of typos do not keep the database busy. When a
 * look finds something else than the one before, the pauses begin anew. Safe for use by many threads.
 */
final class LookBudget {

    private static final WaitSettings PAUSES = WaitSettings.ONCE.pausing(Duration.ofSeconds(1), Duration.ofMinutes(1));

    private static final int MOST_OBJECTS = 1_000;
    private static final int MOST_AT_ONCE = 5;
    private static final long NANOS_A_LOOK = Duration.ofSeconds(1).toNanos();

    private final TimeSource time;
    private final Map<String, Turn> turns = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Turn> eldest) {
            return size() > MOST_OBJECTS;
        }
    };
    private Optional<ReportChange> last = Optional.empty();
    private long saved = MOST_AT_ONCE * NANOS_A_LOOK;
    private long savedAt;

    LookBudget(TimeSource time) {
        this.time = time;
        this.savedAt = time.nanoTime();
    }

    /** Whether the database may be looked at for the sake of that object now; if so, the look is counted. */
    synchronized boolean takes(String object) {
        long now = time.nanoTime();
        Turn turn = turns.computeIfAbsent(object, name -> new Turn(new Backoff(PAUSES, time), now));
        saved = Math.min(MOST_AT_ONCE * NANOS_A_LOOK, saved + now - savedAt);
        savedAt = now;
        if (now - turn.next < 0 || saved < NANOS_A_LOOK) {
            return false;
        }
        saved -= NANOS_A_LOOK;
        turn.next = now + turn.pauses.next().toNanos();
        return true;
    }

    /** What a look found. */
    synchronized void learned(DriftReport report) {
        ReportChange found = ReportChange.of(report);
        if (last.isPresent() && !last.get().equals(found)) {
            turns.clear();
        }
        last = Optional.of(found);
    }

    /** When an object may be looked for again. */
    private static final class Turn {

        private final Backoff pauses;
        private long next;

        Turn(Backoff pauses, long next) {
            this.pauses = pauses;
            this.next = next;
        }
    }
}
