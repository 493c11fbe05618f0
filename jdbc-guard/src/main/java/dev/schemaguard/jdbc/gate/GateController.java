package dev.schemaguard.jdbc.gate;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.policy.Unverified;
import dev.schemaguard.policy.Unverified.Code;
import dev.schemaguard.report.DriftReport;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/** The gate of one DataSource with all that moves it: first look, later looks, looks in the background, news of them. */
public final class GateController {

    private final SchemaGuard guard;
    private final Mode mode;
    private final Gate gate;
    private final Gate.Look backgroundLook;
    private final OptionalGroups groups;
    private final Rechecks rechecks;
    private final GateEvents events;
    private final GuardThreads threads = new GuardThreads("schema-guard");
    private volatile Optional<Instant> lastChecked = Optional.empty();

    /**
     * Looks at nothing yet.
     *
     * @param guard what is expected
     * @param inFront where to look while callers wait
     * @param beside where to look in the background, so that no look waits for connections which all wait for the look
     */
    public GateController(GateSettings settings, SchemaGuard guard, DataSource inFront, DataSource beside) {
        this.guard = guard;
        this.mode = settings.mode();
        this.groups = new OptionalGroups(guard.groups());
        this.events = new GateEvents(
                settings.listener(), settings.name(), settings.firstRefusalIsTold(), settings.onlyLooking());
        SchemaVerifier verifier = SchemaVerifier.of(guard)
                .waiting(settings.waiting())
                .within(settings.timeout())
                .timedBy(settings.time(), threads);
        this.backgroundLook = VerifierLook.once(verifier, beside);
        this.gate = new Gate(
                settings.rules(),
                VerifierLook.waiting(verifier, inFront),
                VerifierLook.once(verifier, inFront),
                threads,
                settings.time(),
                this::looked);
        this.rechecks = new Rechecks(
                settings.recheckEvery(),
                settings.looksUntilOpen(),
                settings.time(),
                () -> gate.lookSoon(backgroundLook));
    }

    /** What is done about drift. */
    public Mode mode() {
        return mode;
    }

    /** Where the gate stands. */
    public GateState state() {
        return gate.state();
    }

    /** When the last look ended; empty before the first. */
    public Optional<Instant> lastChecked() {
        return lastChecked;
    }

    /** Returns if connections may be handed out. */
    public void pass() throws SQLException {
        if (mode != Mode.OFF) {
            gate.pass();
        }
    }

    /** Looks now, whatever was found before, and opens or shuts the gate. */
    public DriftReport verifyNow() throws SQLException {
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

    /** Joins the look under way, or begins one in the background if it may; empty if neither. */
    public Optional<CompletableFuture<DriftReport>> lookIf(BooleanSupplier allowed) {
        return gate.lookIf(backgroundLook, allowed).map(look -> look.thenApply(Verification::report));
    }

    /** Whether the database has what an optional group needs; if not, looks again in the background, now and then. */
    public boolean isAvailable(String group) {
        boolean available = groups.isAvailable(group) || mode == Mode.OFF;
        if (!available) {
            gate.lookIfDue(backgroundLook);
        }
        return available;
    }

    private void looked(GateState before, GateState after, Verification found, Duration pause) {
        lastChecked = Optional.of(Instant.now());
        groups.looked(found.report());
        rechecks.after(after, pause);
        events.looked(found);
        events.moved(before, after);
    }

    /** Stops looking. */
    public void close() {
        rechecks.close();
        threads.interrupt();
    }
}
