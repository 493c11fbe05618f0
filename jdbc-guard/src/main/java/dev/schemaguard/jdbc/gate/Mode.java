package dev.schemaguard.jdbc.gate;

import java.util.Locale;
import java.util.Optional;

/** What a guarded DataSource does when the database lacks what the release expects, or that could not be found out. */
public enum Mode {
    /** It refuses connections, and {@code GuardedDataSource.verifyNow()} throws, so that a start is stopped. */
    FAIL,
    /**
     * It refuses connections, but {@code GuardedDataSource.verifyNow()} does not throw: the application starts, stays not
     * ready, and is healed by a migration that comes late, without anybody asking for a connection.
     */
    HOLD,
    /** It says so and hands out connections. */
    WARN,
    /** It looks at nothing and hands out connections. */
    OFF;

    /** The identifier in options: {@code fail}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The mode with that identifier, if there is one. */
    public static Optional<Mode> of(String id) {
        for (Mode mode : values()) {
            if (mode.id().equals(id.strip().toLowerCase(Locale.ROOT))) {
                return Optional.of(mode);
            }
        }
        return Optional.empty();
    }

    boolean letsEverythingThrough() {
        return this == WARN || this == OFF;
    }
}
