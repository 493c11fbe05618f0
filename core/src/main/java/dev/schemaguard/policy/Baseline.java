package dev.schemaguard.policy;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Findings that a team knows and accepts, so that only new ones count.
 *
 * @param accepted for each finding's identifier the reason why it is accepted, sorted by identifier
 */
public record Baseline(Map<String, String> accepted) {

    /** Nothing is accepted. */
    public static final Baseline NONE = new Baseline(Map.of());

    public Baseline {
        accepted = Collections.unmodifiableMap(new TreeMap<>(accepted));
    }
}
