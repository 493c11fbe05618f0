package dev.schemaguard.spring.afterwards;

import dev.schemaguard.jdbc.SpareConnection;
import dev.schemaguard.spring.SchemaGuards;
import dev.schemaguard.text.LoggedFailure;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/**
 * Looks once at what decides nothing: in one thread at the lowest priority, with a connection that the pool has to spare, after
 * the start. Whatever stands in the way of a look ends it without a word.
 */
public final class AfterStart implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaGuards.class);

    /** An idle connection comes at once, and so does one without a pool, from a server nearby. */
    private static final Duration AT_ONCE = Duration.ofMillis(250);

    /** A question to a catalog takes less; nobody who closes a context is to wait for more. */
    private static final Duration PARTING = Duration.ofMillis(500);

    private final List<Look> looks = new CopyOnWriteArrayList<>();
    private @Nullable Thread thread;
    private volatile boolean over;

    /** Nothing to look at yet. */
    public AfterStart() {}

    /** Adds a look. */
    public void add(Look look) {
        looks.add(look);
    }

    /** Whether the application has come to its end, so that nothing is to be said any more. */
    public boolean isOver() {
        return over;
    }

    /** A connection that the pool has to spare at this moment. */
    public Optional<SpareConnection> connection(DataSource pool) {
        return over ? Optional.empty() : SpareConnection.of(pool, AT_ONCE);
    }

    /** Begins, once, where the application is at work. Nothing hangs on the priority; it spares a start on few processors. */
    @SuppressWarnings("ThreadPriorityCheck")
    synchronized void begin() {
        if (looks.isEmpty() || thread != null || over || !OrdinaryRun.isHere()) {
            return;
        }
        Thread started = new Thread(this::look, "schema-guard-afterwards");
        started.setDaemon(true);
        started.setPriority(Thread.MIN_PRIORITY);
        thread = started;
        started.start();
    }

    @Override
    public void destroy() {
        over = true;
        Optional<Thread> running;
        synchronized (this) {
            running = Optional.ofNullable(thread);
        }
        running.ifPresent(AfterStart::end);
    }

    /** A connection that is given back in time is one less that its pool has to break off. */
    private static void end(Thread running) {
        running.interrupt();
        try {
            running.join(PARTING.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        if (OrdinaryRun.isRecorded()) {
            return;
        }
        for (Look look : looks) {
            try {
                if (!over) {
                    look.run(this);
                }
            } catch (SQLException | RuntimeException | Error e) {
                // It decides nothing, so that nothing may come of it.
                if (!over) {
                    LOG.debug("{}", look.failure(), LoggedFailure.of(e));
                }
            }
        }
    }
}
