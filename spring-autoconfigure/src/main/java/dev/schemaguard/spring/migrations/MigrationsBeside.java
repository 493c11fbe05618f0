package dev.schemaguard.spring.migrations;

import dev.schemaguard.check.MigrationComparison;
import dev.schemaguard.database.Databases;
import dev.schemaguard.jdbc.SpareConnection;
import dev.schemaguard.jdbc.gate.RiskLine;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.report.MigrationFindings;
import dev.schemaguard.source.PackagedMigrations;
import dev.schemaguard.text.LoggedFailure;
import dev.schemaguard.text.Printable;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/**
 * Compares each mapped database once with what the application packages to make it: in one thread at the lowest priority, with
 * a connection that the pool has to spare, after the start. It names what it finds in the log and in the report; whatever
 * stands in its way ends it without a word.
 */
public final class MigrationsBeside implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationsBeside.class);

    private static final int MOST_FINDINGS = 5;

    /** An idle connection comes at once, and so does one without a pool, from a server nearby. */
    private static final Duration AT_ONCE = Duration.ofMillis(250);

    /** A question to a catalog takes less; nobody who closes a context is to wait for more. */
    private static final Duration PARTING = Duration.ofMillis(500);

    private final List<MappedDatabase> databases = new CopyOnWriteArrayList<>();
    private @Nullable Thread thread;
    private volatile boolean over;

    /** Nothing to compare yet. */
    public MigrationsBeside() {}

    /** Adds a database that is to be compared. */
    public void add(MappedDatabase database) {
        databases.add(database);
    }

    /** Begins, once, where the application is at work. Nothing hangs on the priority; it spares a start on few processors. */
    @SuppressWarnings("ThreadPriorityCheck")
    synchronized void begin() {
        if (databases.isEmpty() || thread != null || over || !OrdinaryRun.isHere()) {
            return;
        }
        Thread started = new Thread(this::compare, "schema-guard-migrations");
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
        running.ifPresent(MigrationsBeside::end);
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

    private void compare() {
        if (OrdinaryRun.isRecorded()) {
            return;
        }
        for (MappedDatabase database : databases) {
            try {
                if (!over) {
                    compare(database);
                }
            } catch (SQLException | RuntimeException | Error e) {
                // It decides nothing, so that nothing may come of it.
                if (!over) {
                    LOG.debug(
                            "the migrations of '{}' could not be compared beside its mapping",
                            database.name(),
                            LoggedFailure.of(e));
                }
            }
        }
    }

    /** All is read before a connection is taken. */
    private void compare(MappedDatabase database) throws SQLException {
        Optional<DriftReport> mapping = database.lastReport().get().filter(MigrationsBeside::isReadAsItRuns);
        Optional<PackagedMigrations> packaged =
                mapping.flatMap(report -> database.packaged().get());
        Optional<MigrationComparison> comparison = packaged.flatMap(database.guard()::beside);
        if (comparison.isEmpty() || over) {
            return;
        }
        Optional<SpareConnection> spare = SpareConnection.of(database.pool(), AT_ONCE);
        if (spare.isEmpty()) {
            return;
        }
        try (SpareConnection connection = spare.get()) {
            MigrationFindings found = comparison.get().compare(connection.connection(), mapping.orElseThrow());
            if (!over) {
                database.found().accept(found);
                name(database, found);
            }
        }
    }

    /** Whether scripts are known to be read as that database runs them. */
    private static boolean isReadAsItRuns(DriftReport report) {
        return report.database()
                .flatMap(database -> Databases.named(database.product().toLowerCase(Locale.ROOT)))
                .filter(database -> database.ddl().isProven())
                .isPresent();
    }

    private static void name(MappedDatabase database, MigrationFindings found) {
        List<Finding> risks = found.findings().stream()
                .filter(finding -> finding.counts(Severity.RISKY))
                .toList();
        risks.stream()
                .limit(MOST_FINDINGS)
                .forEach(risk -> LOG.atWarn()
                        .addKeyValue("dataSource", database.name())
                        .addKeyValue("finding", Printable.line(risk.id()))
                        .log(
                                "the migrations of '{}' say more than its mapping: {}",
                                database.name(),
                                RiskLine.of(risk)));
        if (risks.size() > MOST_FINDINGS) {
            LOG.atWarn()
                    .addKeyValue("dataSource", database.name())
                    .log("and {} more of the kind; the report lists each", risks.size() - MOST_FINDINGS);
        }
    }
}
