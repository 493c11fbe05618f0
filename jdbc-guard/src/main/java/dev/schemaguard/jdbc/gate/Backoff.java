package dev.schemaguard.jdbc.gate;

import java.time.Duration;

/**
 * Pauses that double up to the longest. Each is shortened by up to half, at random, so that a thousand replicas started
 * together do not look again together. Guarded by its owner.
 */
public final class Backoff {

    private final WaitSettings settings;
    private final TimeSource time;
    private Duration next;

    public Backoff(WaitSettings settings, TimeSource time) {
        this.settings = settings;
        this.time = time;
        this.next = settings.firstPause();
    }

    public Duration next() {
        Duration full = next;
        Duration doubled = full.multipliedBy(2);
        next = doubled.compareTo(settings.longestPause()) > 0 ? settings.longestPause() : doubled;
        return Duration.ofNanos((long) (full.toNanos() * (0.5 + time.chance() / 2)));
    }

    void reset() {
        next = settings.firstPause();
    }
}
