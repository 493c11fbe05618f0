package dev.schemaguard.inspect;

import java.time.Duration;

/** Durations as JDBC counts them. */
public final class Timeouts {

    private Timeouts() {}

    /** Whole seconds, rounded up, for to JDBC 0 means no time-out at all. */
    public static int seconds(Duration timeout) {
        long seconds = timeout.plusSeconds(1).minusNanos(1).toSeconds();
        return (int) Math.min(Integer.MAX_VALUE, Math.max(1, seconds));
    }
}
