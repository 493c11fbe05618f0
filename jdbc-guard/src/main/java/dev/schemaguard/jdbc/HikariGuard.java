package dev.schemaguard.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.schemaguard.SchemaGuard;

/**
 * A HikariCP pool and its gate in one step. A class of its own, for HikariCP is optional and no signature of
 * {@link GuardedDataSource} may need it.
 */
public final class HikariGuard {

    /** HikariCP's own default: the pool's constructor fails where no connection can be opened at once. */
    private static final long FAILS_AT_ONCE = 1;

    private static final long COMES_UP_WITHOUT_DATABASE = -1;

    private HikariGuard() {}

    /**
     * Opens a pool and chooses how it is guarded. The configuration is copied, so it may be used again.
     *
     * <p>Unless {@code initializationFailTimeout} was set, the pool comes up while the database cannot be reached: it is for
     * the gate to wait for it, to say that it could not look, and to heal.
     *
     * @param config the pool's settings
     * @param guard what is expected of the database
     */
    public static GuardedDataSource.Builder builder(HikariConfig config, SchemaGuard guard) {
        HikariConfig copy = new HikariConfig();
        config.copyStateTo(copy);
        if (copy.getInitializationFailTimeout() == FAILS_AT_ONCE) {
            copy.setInitializationFailTimeout(COMES_UP_WITHOUT_DATABASE);
        }
        return GuardedDataSource.builder(new HikariDataSource(copy)).guard(guard);
    }
}
