package dev.schemaguard.jdbc.gate;

import dev.schemaguard.SchemaDriftException;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.SchemaUnverifiedException;
import dev.schemaguard.input.ReadingDeadline;
import dev.schemaguard.inspect.SpokenDuration;
import dev.schemaguard.policy.Unverified;
import dev.schemaguard.policy.Unverified.Code;
import dev.schemaguard.text.LoggedFailure;
import dev.schemaguard.text.Secrets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One check that never takes longer than it may, even if the server falls silent.
 *
 * <p>It runs in a thread of its own, which is torn off its connection when the time is up. A driver that hangs while it
 * connects cannot be torn off; then no other check starts before that thread has ended, so there is never more than one.
 */
final class BoundedCheck {

    private static final Logger LOG = LoggerFactory.getLogger(BoundedCheck.class);

    private final SchemaGuard guard;
    private final Duration timeout;
    private final Executor executor;
    private volatile @Nullable FutureTask<Verification> straggler;

    BoundedCheck(SchemaGuard guard, Duration timeout, Executor executor) {
        this.guard = guard;
        this.timeout = timeout;
        this.executor = executor;
    }

    Duration timeout() {
        return timeout;
    }

    Verification run(SchemaGuard narrowed, DataSource dataSource) throws InterruptedException {
        FutureTask<Verification> last = straggler;
        if (last != null && ended(last).isEmpty()) {
            return timedOut("an earlier check still hangs in the driver");
        }
        straggler = null;
        AbortableDataSource watched = new AbortableDataSource(dataSource);
        FutureTask<Verification> task = new FutureTask<>(check(narrowed, watched));
        executor.execute(task);
        boolean done = false;
        try {
            Optional<Verification> found = ended(task);
            done = found.isPresent();
            return found.orElseGet(() -> timedOut("the database did not answer"));
        } finally {
            if (!done) {
                straggler = task;
                tearOff(watched);
            }
        }
    }

    /** Reading what is expected ends a little earlier than the whole, so that it is not the database that is blamed for it. */
    private Callable<Verification> check(SchemaGuard narrowed, DataSource dataSource) {
        Duration reading = timeout.multipliedBy(9).dividedBy(10);
        return () -> ReadingDeadline.within(reading, () -> verification(narrowed, dataSource));
    }

    private Verification verification(SchemaGuard narrowed, DataSource dataSource) {
        try {
            return Verification.of(narrowed.verify(dataSource));
        } catch (SchemaDriftException e) {
            return Verification.of(e.report());
        } catch (SchemaUnverifiedException e) {
            return new Verification(e.report(), Optional.ofNullable(e.getCause()));
        } catch (SQLException e) {
            return broken(e);
        }
    }

    private Optional<Verification> ended(FutureTask<Verification> task) throws InterruptedException {
        try {
            return Optional.of(task.get(timeout.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of(broken(Objects.requireNonNullElse(e.getCause(), e)));
        }
    }

    private Verification broken(Throwable cause) {
        String reason = "the check itself broke: " + cause.getClass().getName() + ": " + Secrets.said(cause);
        return unfinished(Code.INTERNAL_ERROR, reason, cause);
    }

    private static void tearOff(AbortableDataSource watched) {
        try {
            watched.abort();
        } catch (SQLException | RuntimeException e) {
            LOG.debug("the connection of a check that hangs could not be aborted", LoggedFailure.of(e));
        }
    }

    private Verification timedOut(String what) {
        return unfinished(
                Code.TIMED_OUT,
                what + " within " + SpokenDuration.of(timeout)
                        + "; check that the server answers and that nothing locks its catalog",
                null);
    }

    Verification unfinished(Code code, String reason, @Nullable Throwable cause) {
        return new Verification(guard.unverified(new Unverified(code, reason)), Optional.ofNullable(cause));
    }
}
