package dev.schemaguard.jdbc.gate;

import java.time.Duration;

/**
 * How long, and how often, to look again for a schema that is still being migrated.
 *
 * @param atMost how long to go on looking before giving up; zero to look once
 * @param firstPause the pause after the first look; each later one is twice as long
 * @param longestPause the longest pause
 */
public record WaitSettings(Duration atMost, Duration firstPause, Duration longestPause) {

    /** One look; a gate that it leaves shut looks again after a second at the earliest, and later every 15 seconds. */
    public static final WaitSettings ONCE =
            new WaitSettings(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(15));

    public WaitSettings {
        if (atMost.isNegative()) {
            throw new IllegalArgumentException("atMost was " + atMost + ", it must not be negative");
        }
        if (firstPause.isNegative() || firstPause.isZero()) {
            throw new IllegalArgumentException("firstPause was " + firstPause + ", it must be positive");
        }
        if (longestPause.compareTo(firstPause) < 0) {
            throw new IllegalArgumentException(
                    "longestPause was " + longestPause + ", it must be at least firstPause, " + firstPause);
        }
    }

    /** The usual pauses, for that long. */
    public static WaitSettings atMost(Duration atMost) {
        return ONCE.lasting(atMost);
    }

    /** The same pauses, for that long. */
    public WaitSettings lasting(Duration newAtMost) {
        return new WaitSettings(newAtMost, firstPause, longestPause);
    }

    /** For as long, with other pauses. */
    public WaitSettings pausing(Duration newFirstPause, Duration newLongestPause) {
        return new WaitSettings(atMost, newFirstPause, newLongestPause);
    }
}
