package dev.schemaguard.jdbc.gate;

import dev.schemaguard.SchemaDriftException;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.SchemaUnverifiedException;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.SpokenDuration;
import dev.schemaguard.policy.Unverified;
import dev.schemaguard.policy.Unverified.Code;
import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.text.Printable;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a check, again and again if asked to wait, until it passes or time is up; serves the gate, a framework and the
 * command line.
 *
 * <p>It always comes back: each check is torn off its connection when it takes too long. Safe for use by many threads.
 */
public final class SchemaVerifier {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaVerifier.class);

    /** What waiting cannot cure: only another expectation, or another setting, can. */
    private static final Set<Code> HOPELESS = EnumSet.of(
            Code.EXPECTATION_NOT_READABLE, Code.EMPTY_EXPECTATION, Code.STATICALLY_UNREADABLE, Code.INTERNAL_ERROR);

    private final SchemaGuard guard;
    private final WaitSettings wait;
    private final BoundedCheck check;
    private final Executor executor;
    private final TimeSource time;
    private final Consumer<String> waiting;

    private SchemaVerifier(
            SchemaGuard guard,
            WaitSettings wait,
            Duration timeout,
            Executor executor,
            TimeSource time,
            Consumer<String> waiting) {
        this.guard = Objects.requireNonNull(guard, "guard");
        this.wait = Objects.requireNonNull(wait, "wait");
        this.check = new BoundedCheck(guard, timeout, executor);
        this.executor = executor;
        this.time = time;
        this.waiting = waiting;
    }

    /** Checks once, for 30 seconds at most. */
    public static SchemaVerifier of(SchemaGuard guard) {
        return new SchemaVerifier(
                guard,
                WaitSettings.ONCE,
                InspectionScope.DEFAULT_TIMEOUT,
                new GuardThreads("schema-guard-check"),
                TimeSource.SYSTEM,
                LOG::warn);
    }

    /** The same, checking again until the check passes or the settings' time is up. */
    public SchemaVerifier waiting(WaitSettings settings) {
        return new SchemaVerifier(guard, settings, check.timeout(), executor, time, waiting);
    }

    /** The same with another limit for each single check, connecting included. */
    public SchemaVerifier within(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout was " + timeout + ", it must be positive");
        }
        return new SchemaVerifier(guard, wait, timeout, executor, time, waiting);
    }

    /** The same, telling somebody else than the log what it waits for, whenever that changes. */
    public SchemaVerifier announcing(Consumer<String> listener) {
        return new SchemaVerifier(
                guard, wait, check.timeout(), executor, time, Objects.requireNonNull(listener, "listener"));
    }

    public SchemaVerifier timedBy(TimeSource newTime, Executor newExecutor) {
        return new SchemaVerifier(guard, wait, check.timeout(), newExecutor, newTime, waiting);
    }

    /**
     * Checks the database behind a DataSource and insists on the outcome.
     *
     * @return the report of a check that did not fail
     * @throws SchemaDriftException if the database lacks what the release expects
     * @throws SchemaUnverifiedException if that could not be found out in time
     * @throws SQLException if the calling thread was interrupted; its flag is set again
     */
    public DriftReport verify(DataSource dataSource) throws SQLException {
        try {
            Verification found = untilPassed(dataSource);
            if (found.failed()) {
                throw found.shut().refusal();
            }
            return found.report();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while the schema was verified", SchemaUnverifiedException.SQL_STATE, e);
        }
    }

    /** One check. */
    Verification once(DataSource dataSource) throws InterruptedException {
        return check.run(guard, dataSource);
    }

    /** Checks until one passes or time is up; the last one, which reads everything, counts. */
    Verification untilPassed(DataSource dataSource) throws InterruptedException {
        long start = time.nanoTime();
        Backoff backoff = new Backoff(wait, time);
        Verification found = once(dataSource);
        Optional<DriftReport> said = Optional.empty();
        while (found.failed() && isWorthWaiting(found.report())) {
            Duration left = wait.atMost().minusNanos(time.nanoTime() - start);
            if (left.isNegative() || left.isZero()) {
                return found;
            }
            said = Optional.of(say(said, found.report(), left));
            Duration pause = backoff.next();
            boolean last = pause.compareTo(left) >= 0;
            time.pause(last ? left : pause);
            found = last ? once(dataSource) : again(dataSource, found);
        }
        return found;
    }

    /** Reads only what was not as expected, and once that is well, everything. */
    private Verification again(DataSource dataSource, Verification failed) throws InterruptedException {
        SchemaGuard narrowed = guard.narrowedTo(failed.report());
        Verification found = check.run(narrowed, dataSource);
        return found.failed() || narrowed == guard ? found : once(dataSource);
    }

    private DriftReport say(Optional<DriftReport> said, DriftReport report, Duration left) {
        if (said.isPresent() && !ReportChange.between(said.get(), report)) {
            return said.get();
        }
        waiting.accept("waiting up to " + SpokenDuration.of(left) + " more for " + missing(report));
        return report;
    }

    /** How long {@link #untilPassed} may take. */
    Duration patience() {
        return wait.atMost().plus(check.timeout());
    }

    Duration timeout() {
        return check.timeout();
    }

    Verification unfinished(Code code, String reason, @Nullable Throwable cause) {
        return check.unfinished(code, reason, cause);
    }

    private static boolean isWorthWaiting(DriftReport report) {
        return report.unverified().stream()
                .filter(unknown -> unknown.group().isEmpty())
                .map(Unverified::code)
                .noneMatch(HOPELESS::contains);
    }

    private static String missing(DriftReport report) {
        Stream<String> found = report.findings().stream()
                .filter(finding -> finding.group().isEmpty()
                        && finding.counts(report.policy().failOn().threshold()))
                .map(finding -> Printable.line(finding.id()));
        Stream<String> unknown = report.unverified().stream()
                .filter(one -> one.group().isEmpty())
                .map(one -> Printable.line(one.reason()));
        return (report.verdict() == Verdict.DRIFTED ? found : unknown).collect(Collectors.joining(", "));
    }
}
