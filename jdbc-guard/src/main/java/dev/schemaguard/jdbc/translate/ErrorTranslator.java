package dev.schemaguard.jdbc.translate;

import dev.schemaguard.SchemaDriftException;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.inspect.SpokenDuration;
import dev.schemaguard.jdbc.gate.GateController;
import dev.schemaguard.jdbc.gate.TimeSource;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.text.LoggedFailure;
import dev.schemaguard.text.Printable;
import dev.schemaguard.text.Secrets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a failed statement the drift as its cause, where a look at the database confirms that it is drift.
 *
 * <p>The look has a connection of its own where it can: the failed one is in a lost transaction, and a second one of a small
 * pool may never come. So the failed call waits for a bounded time, and the looks are rate-limited.
 */
public final class ErrorTranslator implements StatementFailures {

    /**
     * How long a failed call waits for a look, unless somebody says otherwise. The first look of a process has classes to load,
     * which takes a busy machine a second; who gives up before it ends is told that something broke, and not what.
     */
    public static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(ErrorTranslator.class);

    private final GateController gate;
    private final SchemaGuard guard;
    private final Duration patience;
    private final LookBudget budget;

    public ErrorTranslator(GateController gate, SchemaGuard guard, TimeSource time, Duration patience) {
        this.gate = gate;
        this.guard = guard;
        this.patience = patience;
        this.budget = new LookBudget(time);
    }

    /**
     * The failure itself, or one just like it, with a {@link SchemaDriftException} as its innermost cause if it is drift.
     *
     * @param statement the failed statement; empty where it is not known
     */
    @Override
    public SQLException translate(SQLException failure, String statement) {
        try {
            Optional<UndefinedObjectError> suspicion = UndefinedObjectError.of(failure, statement);
            return suspicion.isEmpty()
                    ? failure
                    : explanation(suspicion.get())
                            .map(report -> DriftCause.attach(failure, report))
                            .orElse(failure);
        } catch (RuntimeException e) {
            LOG.warn("a failed statement could not be told from drift", LoggedFailure.of(e));
            return failure;
        }
    }

    private Optional<DriftReport> explanation(UndefinedObjectError suspicion) {
        Optional<DriftReport> known = gate.state().lastReport().filter(suspicion::isExplainedBy);
        if (known.isPresent()) {
            return known;
        }
        if (!suspicion.mayBeAbout(guard.known())) {
            // What the release never expected has not drifted, and a stream of typos must not keep the database busy.
            LOG.debug(
                    "a statement failed ({}: {}), and the release expects nothing of that name",
                    Printable.line(suspicion.state()),
                    Secrets.said(suspicion.said()));
            return Optional.empty();
        }
        Optional<CompletableFuture<DriftReport>> looking = gate.lookIf(() -> budget.takes(suspicion.object()));
        return looking.flatMap(this::report).filter(report -> {
            budget.learned(report);
            boolean explained = suspicion.isExplainedBy(report);
            if (!explained) {
                LOG.info(
                        "a statement failed ({}: {}); drift is not confirmed: {}",
                        Printable.line(suspicion.state()),
                        Secrets.said(suspicion.said()),
                        report);
            }
            return explained;
        });
    }

    private Optional<DriftReport> report(CompletableFuture<DriftReport> looking) {
        try {
            return Optional.of(looking.get(patience.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (TimeoutException | ExecutionException e) {
            LOG.info(
                    "a statement failed; drift is not confirmed: no look ended within {}", SpokenDuration.of(patience));
            return Optional.empty();
        }
    }
}
