package dev.schemaguard.maven;

import dev.schemaguard.jdbc.verb.VerbException;
import dev.schemaguard.jdbc.verb.WrittenDuration;
import dev.schemaguard.policy.OnUnverified;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What parameters may say; an error names the parameter and what it takes, and not the value. */
final class Values {

    private Values() {}

    static Duration duration(String parameter, String text) {
        return WrittenDuration.of(text)
                .orElseThrow(() -> new VerbException(parameter + ": this is no duration; write 500ms, 30s, 2m or 1h"));
    }

    static OnUnverified onUnverified(String text) {
        return Arrays.stream(OnUnverified.values())
                .filter(value -> value.id().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new VerbException("onUnverified takes one of fail, warn"));
    }

    /** What was found by its name. */
    static <T> T oneOf(String parameter, Optional<T> found, List<String> names) {
        return found.orElseThrow(() -> new VerbException(parameter + " takes one of " + String.join(", ", names)));
    }
}
