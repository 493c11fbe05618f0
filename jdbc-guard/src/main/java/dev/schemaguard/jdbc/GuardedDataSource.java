package dev.schemaguard.jdbc;

import dev.schemaguard.SchemaDriftException;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.SchemaUnverifiedException;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.jdbc.gate.GateController;
import dev.schemaguard.jdbc.gate.GateSettings;
import dev.schemaguard.jdbc.gate.GateState;
import dev.schemaguard.jdbc.gate.Mode;
import dev.schemaguard.jdbc.gate.ModeOverride;
import dev.schemaguard.jdbc.gate.SchemaGuardListener;
import dev.schemaguard.jdbc.gate.TimeSource;
import dev.schemaguard.jdbc.gate.WaitSettings;
import dev.schemaguard.jdbc.translate.ErrorTranslator;
import dev.schemaguard.jdbc.translate.StatementFailures;
import dev.schemaguard.jdbc.translate.TranslatingConnection;
import dev.schemaguard.report.DriftReport;
import java.sql.Connection;
import java.sql.ConnectionBuilder;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A DataSource that hands out no connection before the schema behind it is verified.
 *
 * <p>The first caller's wish for a connection starts the check; whoever comes meanwhile waits for its outcome. Once the
 * schema was found as expected, a connection costs one volatile read more than before. If it was not, every caller gets a
 * {@link SchemaDriftException} of its own, or a {@link SchemaUnverifiedException}, and a later call looks again, so that a
 * late migration heals the application without a restart.
 *
 * <p>Safe for use by many threads. Closing it closes the DataSource behind it where that can be closed.
 */
public final class GuardedDataSource extends DelegatingDataSource implements AutoCloseable {

    private final GateController controller;
    private final Optional<StatementFailures> translator;

    private GuardedDataSource(DataSource pool, GateController controller, Optional<StatementFailures> translator) {
        super(pool);
        this.controller = controller;
        this.translator = translator;
    }

    /** Guards a DataSource with the usual settings: drift, and not knowing, refuse connections. */
    public static GuardedDataSource wrap(DataSource pool, SchemaGuard guard) {
        return builder(pool).guard(guard).build();
    }

    /** Chooses how a DataSource is guarded. */
    public static Builder builder(DataSource pool) {
        return new Builder(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
        controller.pass();
        return letOut(super.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        controller.pass();
        return letOut(super.getConnection(user, password));
    }

    @Override
    public ConnectionBuilder createConnectionBuilder() throws SQLException {
        return new GuardedConnectionBuilder(super.createConnectionBuilder(), pool -> {
            controller.pass();
            return letOut(pool.connection());
        });
    }

    /** The connection as it may leave, once the gate is passed. */
    private Connection letOut(Connection connection) {
        return translator.isPresent() ? new TranslatingConnection(connection, translator.get()) : connection;
    }

    /**
     * Looks at the database now, whatever was found before, and opens or shuts the gate.
     *
     * @return what was found; in mode {@code fail} only a report of a check that did not fail
     * @throws SchemaDriftException in mode {@code fail}, if the database lacks what the release expects
     * @throws SchemaUnverifiedException in mode {@code fail}, if that could not be found out
     * @throws SQLException if the calling thread was interrupted; its flag is set again
     */
    public DriftReport verifyNow() throws SQLException {
        return controller.verifyNow();
    }

    /**
     * Whether the database has what an optional group of the expectation needs, as far as the last look knows; false before
     * the first. While it has not, asking looks again in the background, now and then.
     *
     * @throws IllegalArgumentException if no optional group has that name
     */
    public boolean isAvailable(String group) {
        return controller.isAvailable(group);
    }

    /** Where the gate stands. In mode {@code off} nobody ever looks. */
    public GateState state() {
        return controller.state();
    }

    /** When the last look ended; empty before the first. */
    public Optional<Instant> lastChecked() {
        return controller.lastChecked();
    }

    /** What is done about drift, after {@code SCHEMA_GUARD_MODE} had its say. */
    public Mode mode() {
        return controller.mode();
    }

    /**
     * Stops looking, and closes the DataSource behind this one if it can be closed.
     *
     * @throws SQLException if that DataSource could not be closed
     */
    @Override
    public void close() throws SQLException {
        controller.close();
        closeTarget();
    }

    @Override
    public String toString() {
        return "GuardedDataSource[" + state().getClass().getSimpleName() + ", "
                + target().getClass().getName() + "]";
    }

    /** Chooses how a DataSource is guarded; only the guard is required. */
    public static final class Builder {

        private final DataSource pool;
        private Optional<String> name = Optional.empty();
        private Optional<DataSource> lookThrough = Optional.empty();
        private @Nullable SchemaGuard guard;
        private Mode mode = Mode.FAIL;
        private WaitSettings wait = WaitSettings.ONCE;
        private Duration timeout = InspectionScope.DEFAULT_TIMEOUT;
        private Optional<Duration> recheckEvery = Optional.empty();
        private boolean shutOnLaterDrift;
        private boolean translateErrors;
        private Duration patience = ErrorTranslator.PATIENCE;
        private boolean firstRefusalIsTold;
        private boolean onlyLooking;
        private SchemaGuardListener listener = new SchemaGuardListener() {};
        private TimeSource time = TimeSource.SYSTEM;
        private Map<String, String> environment = System.getenv();

        private Builder(DataSource pool) {
            this.pool = Objects.requireNonNull(pool, "pool");
        }

        /** What is expected of the database. */
        public Builder guard(SchemaGuard newGuard) {
            this.guard = Objects.requireNonNull(newGuard, "guard");
            return this;
        }

        /** By what name the fields of log lines tell this DataSource from others; by default they do not. */
        public Builder named(String newName) {
            this.name = Optional.of(newName);
            return this;
        }

        /**
         * What to do about drift, and about not knowing; {@link Mode#FAIL} by default. The environment variable
         * {@code SCHEMA_GUARD_MODE} overrides it.
         */
        public Builder mode(Mode newMode) {
            this.mode = Objects.requireNonNull(newMode, "mode");
            return this;
        }

        /** How long the first look goes on for a schema that is still being migrated; by default it does not. */
        public Builder waitFor(Duration atMost) {
            return waitFor(wait.lasting(atMost));
        }

        /** How long the first look goes on, and what pauses it makes; a shut gate keeps the same pauses. */
        public Builder waitFor(WaitSettings settings) {
            this.wait = Objects.requireNonNull(settings, "settings");
            return this;
        }

        /** How long a single look may take, connecting included; 30 seconds by default. */
        public Builder timeout(Duration newTimeout) {
            this.timeout = Objects.requireNonNull(newTimeout, "timeout");
            return this;
        }

        /**
         * Where to get the connection for looking at the schema, if not from the guarded DataSource: one with a role of its
         * own, say. Without it, looks in the background use a connection beside the pool where that is a HikariCP pool, and
         * one of the guarded DataSource's otherwise.
         */
        public Builder lookThrough(DataSource database) {
            this.lookThrough = Optional.of(database);
            return this;
        }

        /** How often to look again in the background, give or take a quarter; by default it does not. */
        public Builder recheckEvery(Duration interval) {
            if (interval.isNegative() || interval.isZero()) {
                throw new IllegalArgumentException("interval was " + interval + ", it must be positive");
            }
            this.recheckEvery = Optional.of(interval);
            return this;
        }

        /**
         * Whether drift that is found later shuts a gate that was open. By default it does not: a migration must not take
         * every replica of a service out at once. A gate that may shut looks again by itself while it is shut.
         */
        public Builder shutOnLaterDrift(boolean shut) {
            this.shutOnLaterDrift = shut;
            return this;
        }

        /**
         * Whether a statement that fails for want of a table, a column, a type or a function gets a
         * {@link SchemaDriftException} as its innermost cause, if a look at the database confirms that it is drift. Off by
         * default; costs a thin wrapper for each connection and each statement.
         */
        public Builder translateErrors(boolean translate) {
            this.translateErrors = translate;
            return this;
        }

        /** How long a failed statement waits for the look that tells whether it is drift. */
        Builder patience(Duration newPatience) {
            this.patience = newPatience;
            return this;
        }

        /**
         * Says that whoever calls {@link GuardedDataSource#verifyNow()} shows what it throws, so that a first refusal is
         * not logged here as well. By default it is logged in full.
         */
        public Builder firstRefusalIsTold() {
            this.firstRefusalIsTold = true;
            return this;
        }

        /**
         * Says that nobody takes connections from this DataSource: it looks at the schema and tells of it, and no line of the
         * log claims that connections are refused.
         */
        public Builder onlyLooking() {
            this.onlyLooking = true;
            return this;
        }

        /** Who hears what becomes of the gate. */
        public Builder listener(SchemaGuardListener newListener) {
            this.listener = Objects.requireNonNull(newListener, "listener");
            return this;
        }

        public Builder time(TimeSource newTime) {
            this.time = newTime;
            return this;
        }

        public Builder environment(Map<String, String> newEnvironment) {
            this.environment = newEnvironment;
            return this;
        }

        /** The guarded DataSource. Nothing is looked at before somebody asks for a connection. */
        public GuardedDataSource build() {
            if (guard == null) {
                throw new IllegalStateException("no guard was named; say what is expected with guard(...)");
            }
            DataSource inFront = lookThrough.orElse(pool);
            DataSource beside =
                    lookThrough.orElseGet(() -> HikariConnections.beside(pool).orElse(pool));
            GateController controller = new GateController(settings(), guard, inFront, beside);
            Optional<StatementFailures> translator = translateErrors && controller.mode() != Mode.OFF
                    ? Optional.of(new ErrorTranslator(controller, guard, time, patience))
                    : Optional.empty();
            return new GuardedDataSource(pool, controller, translator);
        }

        private GateSettings settings() {
            return new GateSettings(
                    name,
                    ModeOverride.apply(mode, environment),
                    wait,
                    timeout,
                    recheckEvery,
                    shutOnLaterDrift,
                    firstRefusalIsTold,
                    onlyLooking,
                    listener,
                    time);
        }
    }
}
