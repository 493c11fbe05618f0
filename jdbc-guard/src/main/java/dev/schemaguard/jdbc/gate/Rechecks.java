package dev.schemaguard.jdbc.gate;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Looks again in the background: at a jittered interval if one is set, and for as long as a gate is shut that nobody may be
 * asking. At most one look is ever planned, and none needs a thread while it is.
 */
final class Rechecks {

    private static final long CLOSED = -1;

    private final Optional<Duration> interval;
    private final boolean untilOpen;
    private final TimeSource time;
    private final Runnable look;
    private final AtomicLong plan = new AtomicLong();

    /**
     * Plans nothing yet.
     *
     * @param interval how often to look, if at all
     * @param untilOpen whether to look while the gate is shut
     * @param time when to look
     * @param look begins a look and returns
     */
    Rechecks(Optional<Duration> interval, boolean untilOpen, TimeSource time, Runnable look) {
        this.interval = interval;
        this.untilOpen = untilOpen;
        this.time = time;
        this.look = look;
    }

    /**
     * Plans the next look, in place of the one that was planned.
     *
     * @param now where the gate stands
     * @param backoff for how long a shut gate does not look again by itself
     */
    void after(GateState now, Duration backoff) {
        if (untilOpen && now instanceof GateState.Shut) {
            plan(backoff);
        } else {
            interval.ifPresent(every -> plan(jittered(every)));
        }
    }

    private void plan(Duration pause) {
        long mine = plan.updateAndGet(last -> last == CLOSED ? CLOSED : last + 1);
        if (mine != CLOSED) {
            time.after(pause, () -> lookAsPlanned(mine));
        }
    }

    private void lookAsPlanned(long mine) {
        if (plan.get() == mine) {
            look.run();
        }
    }

    /** Between three quarters and five quarters of the interval, so that replicas do not march in step. */
    private Duration jittered(Duration every) {
        return Duration.ofNanos((long) (every.toNanos() * (0.75 + time.chance() / 2)));
    }

    void close() {
        plan.set(CLOSED);
    }
}
