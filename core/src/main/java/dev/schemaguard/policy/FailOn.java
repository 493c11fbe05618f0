package dev.schemaguard.policy;

import java.util.Locale;
import java.util.Optional;

/** From which severity on a finding fails a check. */
public enum FailOn {
    BREAKING(Severity.BREAKING),
    RISKY(Severity.RISKY),
    ADVISORY(Severity.ADVISORY),
    /** No finding fails a check; the verdict still tells the truth, by the ordinary threshold. */
    NEVER(Severity.BREAKING);

    private final Severity threshold;

    FailOn(Severity threshold) {
        this.threshold = threshold;
    }

    /** From this severity on a database counts as drifted. */
    public Severity threshold() {
        return threshold;
    }

    /** The identifier in reports and options: {@code breaking}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The threshold with that identifier, if there is one. */
    public static Optional<FailOn> of(String id) {
        for (FailOn failOn : values()) {
            if (failOn.id().equals(id.toLowerCase(Locale.ROOT))) {
                return Optional.of(failOn);
            }
        }
        return Optional.empty();
    }
}
