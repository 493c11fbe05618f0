package dev.schemaguard.jdbc;

import java.time.Duration;

/** A duration as a person would say it: {@code 30 s}, {@code 200 ms}. */
final class SpokenDuration {

    private SpokenDuration() {}

    static String of(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
