package dev.schemaguard.report;

import java.time.Duration;

/**
 * How long the parts of a check took.
 *
 * @param expectation reading what is expected
 * @param inspection reading what is there
 */
public record Timing(Duration expectation, Duration inspection) {

    /** Nothing took any time. */
    public static final Timing ZERO = new Timing(Duration.ZERO, Duration.ZERO);
}
