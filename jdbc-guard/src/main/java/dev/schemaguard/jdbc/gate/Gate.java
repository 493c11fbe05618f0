package dev.schemaguard.jdbc.gate;

import dev.schemaguard.inspect.SpokenDuration;
import dev.schemaguard.policy.Unverified.Code;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Verifies once, remembers, and lets through or refuses.
 *
 * <p>However many threads ask, at most one look at the database is under way; it runs in a thread of its own, so that no
 * caller's interruption or time-out spoils it for the others.
 */
final class Gate {

    /** Looks at the database. */
    interface Look {

        Verification at() throws InterruptedException;

        /** What to say if it does not come to its end. */
        Verification unfinished(Code code, String reason, @Nullable Throwable cause);

        /** After which time nobody need wait for it any longer. */
        Duration patience();
    }

    /** Hears where the gate stands after each look, and for how long it will not look again by itself. */
    interface Watcher {

        void looked(GateState before, GateState after, Verification found, Duration pause);
    }

    /** A look under way, and what it led to. */
    private record Flight(Look look, CompletableFuture<Arrival> arrival) {}

    private record Arrival(GateState state, Verification found) {}

    private static final GateState UNVERIFIED = new GateState.Unverified();
    private static final GateState VERIFYING = new GateState.Verifying();

    private final GateRules rules;
    private final Look firstLook;
    private final Look laterLook;
    private final Executor executor;
    private final TimeSource time;
    private final Watcher watcher;
    private final Backoff backoff;
    private final Object lock = new Object();

    private volatile GateState state = UNVERIFIED;
    private @Nullable Flight flight;
    private long nextLook;

    Gate(GateRules rules, Look firstLook, Look laterLook, Executor executor, TimeSource time, Watcher watcher) {
        this.rules = rules;
        this.firstLook = firstLook;
        this.laterLook = laterLook;
        this.executor = executor;
        this.time = time;
        this.watcher = watcher;
        this.backoff = new Backoff(rules.pauses(), time);
        this.nextLook = time.nanoTime();
    }

    GateState state() {
        return state;
    }

    /** Returns if connections may be handed out. While the gate is open this costs one volatile read. */
    void pass() throws SQLException {
        if (!(state instanceof GateState.Open)) {
            passClosed();
        }
    }

    private void passClosed() throws SQLException {
        Flight joined;
        synchronized (lock) {
            GateState now = state;
            if (now instanceof GateState.Open) {
                return;
            }
            if (flight == null && now instanceof GateState.Shut shut && !isDue()) {
                throw shut.refusal();
            }
            joined = flight == null ? takeOff(laterLook) : flight;
        }
        if (await(joined).state() instanceof GateState.Shut shut) {
            throw shut.refusal();
        }
    }

    /** Looks now, or joins the look under way, and waits for what it finds. */
    Verification verifyNow() throws SQLException {
        Flight joined;
        synchronized (lock) {
            joined = flight == null ? takeOff(laterLook) : flight;
        }
        return await(joined).found();
    }

    /** Begins to look, unless somebody is looking, and does not wait. */
    void lookSoon(Look look) {
        synchronized (lock) {
            if (flight == null) {
                takeOff(look);
            }
        }
    }

    /** Begins to look if the back-off is over, and does not wait. */
    void lookIfDue(Look look) {
        synchronized (lock) {
            if (isDue()) {
                lookSoon(look);
            }
        }
    }

    /** Joins the look under way, or begins one if it may; empty if neither. */
    Optional<CompletableFuture<Verification>> lookIf(Look look, BooleanSupplier allowed) {
        synchronized (lock) {
            if (flight == null && !allowed.getAsBoolean()) {
                return Optional.empty();
            }
            Flight joined = flight == null ? takeOff(look) : flight;
            return Optional.of(joined.arrival().thenApply(Arrival::found));
        }
    }

    private boolean isDue() {
        return time.nanoTime() - nextLook >= 0;
    }

    /** Called with the lock held. */
    private Flight takeOff(Look later) {
        boolean first = state == UNVERIFIED;
        Flight started = new Flight(first ? firstLook : later, new CompletableFuture<>());
        flight = started;
        if (first) {
            state = VERIFYING;
        }
        try {
            executor.execute(() -> fly(started));
        } catch (RuntimeException | OutOfMemoryError e) {
            // No thread to be had. A later caller tries again, after the back-off.
            land(started, started.look().unfinished(Code.INTERNAL_ERROR, "no thread could be started to look", e));
        }
        return started;
    }

    private void fly(Flight flying) {
        long start = time.nanoTime();
        Verification found;
        try {
            found = flying.look().at();
        } catch (InterruptedException e) {
            found = flying.look().unfinished(Code.TIMED_OUT, "the check was interrupted", e);
        } catch (RuntimeException | Error e) {
            found = flying.look().unfinished(Code.INTERNAL_ERROR, "the check broke: " + e, e);
        }
        land(flying, found.taking(Duration.ofNanos(time.nanoTime() - start)));
    }

    private void land(Flight landed, Verification found) {
        GateState before;
        GateState after;
        Duration pause;
        synchronized (lock) {
            before = state;
            after = rules.next(before, found);
            state = after;
            flight = null;
            if (!rules.leavesToBeDesired(after)) {
                backoff.reset();
            }
            pause = backoff.next();
            nextLook = time.nanoTime() + pause.toNanos();
        }
        try {
            watcher.looked(before, after, found, pause);
        } finally {
            landed.arrival().complete(new Arrival(after, found));
        }
    }

    private Arrival await(Flight joined) throws SQLException {
        Duration patience = joined.look().patience();
        try {
            return joined.arrival().get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while waiting for the schema to be verified", "SG002", e);
        } catch (TimeoutException e) {
            String reason = "the schema was not verified within " + SpokenDuration.of(patience)
                    + "; the check is still under way, ask again later";
            Verification unknown = joined.look().unfinished(Code.TIMED_OUT, reason, e);
            return new Arrival(rules.next(state, unknown), unknown);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a look never ends by an exception", e);
        }
    }
}
