package dev.schemaguard.database;

import java.time.Duration;
import java.util.Objects;

/**
 * Bounds on letting a server describe statements.
 *
 * @param lock how long a lock may be waited for, and how long one may be held; no less than that of one statement is
 * @param total how long all of it may take
 */
public record DescribeLimits(Duration lock, Duration total) {

    /** Short enough not to be noticed by a migration that waits, and a few seconds for all. */
    public static final DescribeLimits USUAL = new DescribeLimits(Duration.ofSeconds(1), Duration.ofSeconds(10));

    public DescribeLimits {
        Objects.requireNonNull(lock, "lock");
        Objects.requireNonNull(total, "total");
        if (lock.isNegative() || lock.isZero() || total.isNegative() || total.isZero()) {
            throw new IllegalArgumentException("lock and total must be positive, and are " + lock + " and " + total);
        }
    }

    /** The same within that time. */
    public DescribeLimits within(Duration time) {
        return time.compareTo(total) < 0 ? new DescribeLimits(lock, time) : this;
    }
}
