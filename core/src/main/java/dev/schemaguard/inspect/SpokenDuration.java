package dev.schemaguard.inspect;

import java.time.Duration;

/** A duration as a person would say it: {@code 200 ms}, {@code 1.5 s}, {@code 30 s}. */
public final class SpokenDuration {

    private static final long LONG = 10_000;

    private SpokenDuration() {}

    /** Below a second to the millisecond, up to ten seconds to the tenth, then to the second. */
    public static String of(Duration duration) {
        long millis = duration.toMillis();
        if (millis == 0 && !duration.isZero()) {
            return "less than 1 ms";
        }
        if (millis > 0 && millis < 1000) {
            return millis + " ms";
        }
        if (millis % 1000 == 0 || millis >= LONG) {
            return Math.round(millis / 1000.0) + " s";
        }
        return Math.round(millis / 100.0) / 10.0 + " s";
    }
}
