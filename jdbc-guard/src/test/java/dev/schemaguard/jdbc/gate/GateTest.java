package dev.schemaguard.jdbc.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.management.ThreadMXBean;
import dev.schemaguard.SchemaDriftException;
import dev.schemaguard.SchemaUnverifiedException;
import dev.schemaguard.report.DriftReport;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GateTest {

    private final ManualTime time = new ManualTime();
    private final RecordingListener listener = new RecordingListener();
    private final ScriptedLook look = new ScriptedLook();
    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final Executor threads = new GuardThreads("gate-test");

    @AfterEach
    void stopCallers() {
        callers.shutdownNow();
    }

    @Test
    void twoHundredThreadsOnAColdGateCauseOneLook() throws Exception {
        look.finds(Looks.CONFORMS).holdUp();
        Gate gate = gate(Mode.FAIL);
        List<Future<?>> waiting = call(gate, 200);

        look.letGo();

        for (Future<?> caller : waiting) {
            caller.get(30, TimeUnit.SECONDS);
        }
        assertThat(look.count()).isEqualTo(1);
        assertThat(gate.state()).isInstanceOf(GateState.Open.class);
    }

    @Test
    void everyCallerGetsAnExceptionOfItsOwnAroundTheSameReport() throws Exception {
        look.finds(Looks.DRIFTED).holdUp();
        Gate gate = gate(Mode.FAIL);
        List<Future<?>> waiting = call(gate, 200);

        look.letGo();

        Set<Throwable> refusals = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Future<?> caller : waiting) {
            Throwable refusal =
                    catchThrowable(() -> caller.get(30, TimeUnit.SECONDS)).getCause();
            assertThat(refusal)
                    .isInstanceOfSatisfying(
                            SchemaDriftException.class,
                            drift -> assertThat(drift.report()).isSameAs(Looks.DRIFTED.report()));
            refusals.add(refusal);
        }
        assertThat(refusals).hasSize(200);
        assertThat(look.count()).isEqualTo(1);
        assertThat(listener.heard()).containsExactly("shut");
    }

    @Test
    void shutGateLooksAgainAtMostOncePerBackOff() {
        look.finds(Looks.DRIFTED);
        Gate gate = gate(Mode.FAIL);

        for (int second = 0; second < 60; second++) {
            assertThatThrownBy(gate::pass).isInstanceOf(SchemaDriftException.class);
            assertThatThrownBy(gate::pass).isInstanceOf(SchemaDriftException.class);
            time.pass(Duration.ofSeconds(1));
        }

        // Pauses of 0.75, 1.5, 3, 6, then 11.25 s, each ending at a full second: looks at 0, 1, 3, 6, 12, 24, 36, 48.
        assertThat(look.count()).isEqualTo(8);
        assertThat(listener.heard()).containsExactly("shut");
    }

    @Test
    void shutGateHealsAndBeginsItsBackOffAnew() throws SQLException {
        look.finds(Looks.DRIFTED);
        Gate gate = gate(Mode.FAIL);
        assertThatThrownBy(gate::pass).isInstanceOf(SchemaDriftException.class);

        look.finds(Looks.CONFORMS);
        time.pass(Duration.ofSeconds(1));
        gate.pass();

        assertThat(gate.state()).isEqualTo(new GateState.Open(Looks.CONFORMS.report()));
        assertThat(listener.heard()).containsExactly("shut", "healed");
    }

    @Test
    void openGateNeverLooksAgainByItself() throws SQLException {
        look.finds(Looks.CONFORMS);
        Gate gate = gate(Mode.FAIL);

        for (int call = 0; call < 100; call++) {
            gate.pass();
            time.pass(Duration.ofHours(1));
        }

        assertThat(look.count()).isEqualTo(1);
    }

    @Test
    void openGateAllocatesNothing() throws SQLException {
        Gate gate = gate(Mode.FAIL);
        passOften(gate);
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();

        passOften(gate);

        assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(100_000);
    }

    private static void passOften(Gate gate) throws SQLException {
        for (int call = 0; call < 100_000; call++) {
            gate.pass();
        }
    }

    @Test
    void unverifiedRefusalKeepsTheCause() {
        look.finds(Looks.UNREACHABLE);
        Gate gate = gate(Mode.FAIL);

        assertThatThrownBy(gate::pass)
                .isInstanceOfSatisfying(
                        SchemaUnverifiedException.class,
                        refusal -> assertThat(refusal.getSQLState()).isEqualTo("SG002"))
                .hasCause(Looks.UNREACHABLE.cause().orElseThrow());
        assertThat(listener.heard()).containsExactly("unverified");
    }

    @Test
    void laterDriftIsReportedButDoesNotShutAGateThatWasOpen() throws SQLException {
        look.finds(Looks.CONFORMS);
        Gate gate = gate(Mode.FAIL);
        gate.pass();

        look.finds(Looks.DRIFTED);
        gate.verifyNow();
        gate.verifyNow();
        gate.pass();
        look.finds(Looks.CONFORMS);
        gate.verifyNow();

        assertThat(listener.heard()).containsExactly("opened", "drifted-later", "healed");
    }

    @Test
    void laterDriftShutsTheGateWhenAskedTo() throws SQLException {
        look.finds(Looks.CONFORMS);
        Gate gate = gate(new GateRules(Mode.FAIL, true, WaitSettings.ONCE));
        gate.pass();

        look.finds(Looks.UNREACHABLE);
        gate.verifyNow();
        assertThatCode(gate::pass).as("not knowing is not drift").doesNotThrowAnyException();
        look.finds(Looks.DRIFTED);
        gate.verifyNow();

        assertThatThrownBy(gate::pass).isInstanceOf(SchemaDriftException.class);
        assertThat(listener.heard()).containsExactly("opened", "unverified", "shut");
    }

    @Test
    void interruptedCallerKeepsItsFlagAndSpoilsNothingForTheOthers() throws Exception {
        look.finds(Looks.CONFORMS).holdUp();
        Gate gate = gate(Mode.FAIL);
        List<Future<?>> others = call(gate, 1);
        look.awaitBegun();
        Thread.currentThread().interrupt();

        Throwable refusal = catchThrowable(gate::pass);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(refusal).isInstanceOf(SQLException.class).hasMessageContaining("interrupted");
        look.letGo();
        others.get(0).get(30, TimeUnit.SECONDS);
        assertThat(look.count()).isEqualTo(1);
    }

    @Test
    void callerThatWaitedLongEnoughIsRefusedAsUnverified() {
        look.finds(Looks.CONFORMS).patience(Duration.ofMillis(20)).holdUp();
        Gate gate = gate(Mode.FAIL);

        assertThatThrownBy(gate::pass)
                .isInstanceOf(SchemaUnverifiedException.class)
                .hasMessageContaining("within 20 ms");

        assertThat(gate.state()).isEqualTo(new GateState.Verifying());
        look.letGo();
    }

    @Test
    void callerThatWaitedLongEnoughIsLetThroughInModeWarn() {
        look.finds(Looks.CONFORMS).patience(Duration.ofMillis(20)).holdUp();

        assertThatCode(gate(Mode.WARN)::pass).doesNotThrowAnyException();

        look.letGo();
    }

    @Test
    void lookThatBreaksShutsTheGateAndSaysWhy() {
        look.breaks(new IllegalStateException("bug"));
        Gate gate = gate(Mode.FAIL);

        assertThatThrownBy(gate::pass)
                .isInstanceOf(SchemaUnverifiedException.class)
                .hasMessageContaining("bug")
                .hasRootCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void shutsWhenNoThreadIsToBeHad() {
        Gate gate = new Gate(
                new GateRules(Mode.FAIL, false, WaitSettings.ONCE),
                look,
                look,
                task -> {
                    throw new OutOfMemoryError("unable to create native thread");
                },
                time,
                watcher(listener));

        assertThatThrownBy(gate::pass)
                .isInstanceOf(SchemaUnverifiedException.class)
                .hasMessageContaining("no thread");
    }

    @Test
    void listenerThatBreaksDoesNotBreakTheGate() {
        look.finds(Looks.CONFORMS);
        Gate gate = new Gate(
                new GateRules(Mode.FAIL, false, WaitSettings.ONCE),
                look,
                look,
                threads,
                time,
                watcher(new SchemaGuardListener() {
                    @Override
                    public void opened(DriftReport report) {
                        throw new IllegalStateException("bug of a listener");
                    }
                }));

        assertThatCode(gate::pass).doesNotThrowAnyException();
    }

    private static Gate.Watcher watcher(SchemaGuardListener listener) {
        GateEvents events = new GateEvents(listener, Optional.empty(), false, false);
        return (before, after, found, pause) -> events.moved(before, after);
    }

    private Gate gate(Mode mode) {
        return gate(new GateRules(mode, false, WaitSettings.ONCE));
    }

    private Gate gate(GateRules rules) {
        return new Gate(rules, look, look, threads, time, watcher(listener));
    }

    /** So many threads that have called, or are about to. */
    private List<Future<?>> call(Gate gate, int count) throws InterruptedException {
        CountDownLatch ready = new CountDownLatch(count);
        List<Future<?>> calls = new ArrayList<>();
        for (int caller = 0; caller < count; caller++) {
            calls.add(callers.submit(() -> {
                ready.countDown();
                gate.pass();
                return null;
            }));
        }
        ready.await();
        return calls;
    }
}
