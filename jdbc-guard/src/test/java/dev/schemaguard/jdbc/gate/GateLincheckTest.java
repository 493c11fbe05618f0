package dev.schemaguard.jdbc.gate;

import dev.schemaguard.policy.Unverified.Code;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Test;

/**
 * Every interleaving of a few threads at a gate has an order in which they could have come one after the other. The looks
 * that the gate begins are run by an operation of their own, so that they too are interleaved with everything else.
 */
public class GateLincheckTest {

    private final Queue<Runnable> begun = new ConcurrentLinkedQueue<>();
    private final Toggle look = new Toggle();
    private final Gate gate = new Gate(
            new GateRules(Mode.FAIL, true, WaitSettings.ONCE),
            look,
            look,
            begun::add,
            new Frozen(),
            (before, after, found, pause) -> {});

    /** Whether this call began a look: never while another is under way. */
    @Operation
    public boolean lookUnlessSomebodyDoes() {
        AtomicBoolean asked = new AtomicBoolean();
        boolean looking = gate.lookIf(look, () -> !asked.getAndSet(true)).isPresent();
        return looking && asked.get();
    }

    /** What callers can tell apart: before the first look has landed they wait, whether it has begun or not. */
    @Operation
    public String state() {
        GateState now = gate.state();
        return now.lastReport().isEmpty() ? "waiting" : now.getClass().getSimpleName();
    }

    /** Runs a look that has begun, if there is one; a gate's own executor would not run one twice either. */
    @Operation(nonParallelGroup = "executor")
    public boolean fly() {
        Runnable flight = begun.poll();
        if (flight != null) {
            flight.run();
        }
        return flight != null;
    }

    @Test
    void isLinearizable() {
        new ModelCheckingOptions()
                .threads(2)
                .actorsPerThread(3)
                .iterations(6)
                .invocationsPerIteration(100)
                .check(GateLincheckTest.class);
    }

    /** Finds drift the first time, none the second, and so on. */
    private static final class Toggle implements Gate.Look {

        private final AtomicInteger count = new AtomicInteger();

        @Override
        public Verification at() {
            return count.incrementAndGet() % 2 == 0 ? Looks.CONFORMS : Looks.DRIFTED;
        }

        @Override
        public Verification unfinished(Code code, String reason, Throwable cause) {
            throw new AssertionError(reason, cause);
        }

        @Override
        public Duration patience() {
            return Duration.ofSeconds(1);
        }
    }

    /** Time that never passes. */
    private static final class Frozen implements TimeSource {

        @Override
        public long nanoTime() {
            return 0;
        }

        @Override
        public void pause(Duration length) {}

        @Override
        public void after(Duration length, Runnable task) {}

        @Override
        public double chance() {
            return 0;
        }
    }
}
