package dev.schemaguard.jdbc;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.jdbc.gate.Gate;
import dev.schemaguard.jdbc.gate.GateEvents;
import dev.schemaguard.jdbc.gate.GateRules;
import dev.schemaguard.jdbc.gate.GateState;
import dev.schemaguard.jdbc.gate.GuardThreads;
import dev.schemaguard.jdbc.gate.Mode;
import dev.schemaguard.jdbc.gate.ModeOverride;
import dev.schemaguard.jdbc.gate.OptionalGroups;
import dev.schemaguard.jdbc.gate.Rechecks;
import dev.schemaguard.jdbc.gate.SchemaVerifier;
import dev.schemaguard.jdbc.gate.Verification;
import dev.schemaguard.jdbc.gate.VerifierLook;
import dev.schemaguard.jdbc.translate.ErrorTranslator;
import dev.schemaguard.jdbc.translate.StatementFailures;
import dev.schemaguard.jdbc.translate.TranslatingConnection;
import dev.schemaguard.policy.Unverified;
import dev.schemaguard.policy.Unverified.Code;
import dev.schemaguard.report.DriftReport;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/** The gate of one DataSource with all that moves it: first look, later looks, looks in the background, news of them. */
final class GateController implements Gate.Watcher {

    private final SchemaGuard guard;
    private final Mode mode;
    private final Gate gate;
    private final Gate.Look backgroundLook;
    private final OptionalGroups groups;
    private final Rechecks rechecks;
    private final GateEvents events;
    private final Optional<StatementFailures> translator;
    private final GuardThreads threads = new GuardThreads("schema-guard");
    private volatile Optional<Instant> lastChecked = Optional.empty();

    GateController(GuardedDataSource.Builder settings, SchemaGuard guard) {
        this.guard = guard;
        this.mode = ModeOverride.apply(settings.mode, settings.environment);
        this.groups = new OptionalGroups(guard.groups());
        this.events =
                new GateEvents(settings.listener, settings.name, settings.firstRefusalIsTold, settings.onlyLooking);
        SchemaVerifier verifier = SchemaVerifier.of(guard)
                .waiting(settings.wait)
                .within(settings.timeout)
                .timedBy(settings.time, threads);
        DataSource inFront = settings.lookThrough.orElse(settings.pool);
        DataSource beside = settings.lookThrough
                .or(() -> HikariConnections.beside(settings.pool))
                .orElse(settings.pool);
        this.backgroundLook = VerifierLook.once(verifier, beside);
        this.gate = new Gate(
                new GateRules(mode, settings.shutOnLaterDrift, settings.wait),
                VerifierLook.waiting(verifier, inFront),
                VerifierLook.once(verifier, inFront),
                threads,
                settings.time,
                this);
        this.translator = settings.translateErrors && mode != Mode.OFF
                ? Optional.of(new ErrorTranslator(gate, guard, backgroundLook, settings.time, settings.patience))
                : Optional.empty();
        this.rechecks = new Rechecks(
                settings.recheckEvery,
                // Whoever sends no more work to what is shut does not ask for connections either.
                mode == Mode.HOLD || settings.shutOnLaterDrift,
                settings.time,
                () -> gate.lookSoon(backgroundLook));
    }

    Mode mode() {
        return mode;
    }

    GateState state() {
        return gate.state();
    }

    Optional<Instant> lastChecked() {
        return lastChecked;
    }

    void pass() throws SQLException {
        if (mode != Mode.OFF) {
            gate.pass();
        }
    }

    /** The connection as it may leave, once the gate is passed. */
    Connection letOut(Connection connection) {
        return translator.isPresent() ? new TranslatingConnection(connection, translator.get()) : connection;
    }

    DriftReport verifyNow() throws SQLException {
        if (mode == Mode.OFF) {
            return guard.unverified(new Unverified(
                    Code.SWITCHED_OFF, "the mode is \"off\", so nothing was looked at; choose another mode to check"));
        }
        Verification found = gate.verifyNow();
        if (mode == Mode.FAIL && found.failed()) {
            throw found.shut().refusal();
        }
        return found.report();
    }

    boolean isAvailable(String group) {
        boolean available = groups.isAvailable(group) || mode == Mode.OFF;
        if (!available) {
            gate.lookIfDue(backgroundLook);
        }
        return available;
    }

    @Override
    public void looked(GateState before, GateState after, Verification found, Duration pause) {
        lastChecked = Optional.of(Instant.now());
        groups.looked(found.report());
        rechecks.after(after, pause);
        events.looked(found);
        events.moved(before, after);
    }

    void close() {
        rechecks.close();
        threads.interrupt();
    }
}
