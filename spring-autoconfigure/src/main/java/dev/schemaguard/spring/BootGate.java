package dev.schemaguard.spring;

import dev.schemaguard.SchemaDriftException;
import dev.schemaguard.SchemaUnverifiedException;
import dev.schemaguard.jdbc.GuardedDataSource;
import dev.schemaguard.jdbc.Mode;
import dev.schemaguard.jdbc.WaitSettings;
import dev.schemaguard.model.Printable;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.policy.Unverified.Code;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.spring.SchemaGuards.Guarded;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;

/** Sets up the gate of a database and lets the start through it, or not. */
final class BootGate {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaGuards.class);

    private final SchemaGuards guards;
    private final News news;
    private final ObjectProvider<Policy> policies;

    BootGate(SchemaGuards guards, News news, ObjectProvider<Policy> policies) {
        this.guards = guards;
        this.news = news;
        this.policies = policies;
    }

    /**
     * Verifies all databases behind a DataSource.
     *
     * @throws SchemaNotAsExpectedException if the mode is to fail, and one of them is not as expected or that could not be
     *     found out
     */
    void pass(String name, DataSource dataSource, Expected expected, Settings settings) {
        Targets.databases(name, dataSource).forEach((database, pool) -> one(database, pool, expected, settings));
    }

    private void one(String name, DataSource bean, Expected expected, Settings settings) {
        DataSource pool = bean instanceof WrappedDataSource wrapped ? wrapped.pool() : bean;
        if (settings.translateErrors() && pool == bean) {
            LOG.warn("errors of '{}' are not translated: schema-guard.translate-errors needs schema-guard.wrap", name);
        }
        if (settings.readiness() == Readiness.LIVE && settings.mode() == Mode.WARN) {
            LOG.warn(
                    "'{}' stays ready whatever is found: schema-guard.readiness=live needs another mode than warn",
                    name);
        }
        LOG.info("guarding '{}' by {}: {}", name, expected.text(), expected.why());
        try {
            DriftReport report =
                    gate(name, pool, expected, settings, settings.mode()).verifyNow();
            if (isExcused(report, expected, settings)) {
                excuse(name, pool, expected, settings, report);
            }
        } catch (SchemaDriftException e) {
            refused(name, pool, expected, settings, e.report(), e);
        } catch (SchemaUnverifiedException e) {
            refused(name, pool, expected, settings, e.report(), e);
        } catch (SQLException e) {
            throw new SchemaNotAsExpectedException(name, e);
        }
        if (bean instanceof WrappedDataSource wrapped) {
            guards.find(name).flatMap(Guarded::gate).ifPresent(wrapped::guardedBy);
        }
    }

    private void refused(
            String name, DataSource pool, Expected expected, Settings settings, DriftReport report, SQLException e) {
        if (isExcused(report, expected, settings)) {
            excuse(name, pool, expected, settings, report);
            return;
        }
        news.startFails();
        throw new SchemaNotAsExpectedException(name, e);
    }

    private static boolean isExcused(DriftReport report, Expected expected, Settings settings) {
        return settings.onUnverified().isEmpty() && expected.excuses(report);
    }

    /** Looks once more with a gate that lets everything through: the expectation is what is not to be trusted. */
    private void excuse(String name, DataSource pool, Expected expected, Settings settings, DriftReport report) {
        LOG.warn(
                "what '{}' has to have cannot be verified for sure, and nobody named {}, so the application starts all"
                        + " the same: {}; {}",
                name,
                expected.text(),
                report,
                advice(report));
        try {
            gate(name, pool, expected, settings, Mode.WARN).verifyNow();
        } catch (SQLException e) {
            throw new SchemaNotAsExpectedException(name, e);
        }
    }

    private static String advice(DriftReport report) {
        return report.unverified().stream().anyMatch(unknown -> unknown.code() == Code.NOT_LOOKED_AT)
                ? Printable.line(report.unverified().get(0).reason())
                : "take a snapshot of a migrated database to META-INF/schema-guard/schema.json, or set"
                        + " schema-guard.expect";
    }

    private GuardedDataSource gate(String name, DataSource pool, Expected expected, Settings settings, Mode mode)
            throws SQLException {
        GuardedDataSource.Builder builder = GuardedDataSource.builder(new BorrowedPool(pool))
                .guard(expected.guard(settings, policies.getIfAvailable(() -> Policy.DEFAULT)))
                .named(name)
                .mode(mode)
                .waitFor(WaitSettings.atMost(settings.waitFor()))
                .timeout(settings.timeout())
                .shutOnLaterDrift(settings.readiness() == Readiness.LIVE)
                .translateErrors(settings.translateErrors())
                .listener(news.of(name));
        if (mode == Mode.FAIL) {
            builder.firstRefusalIsTold();
        }
        settings.recheckInterval().ifPresent(builder::recheckEvery);
        GuardedDataSource gate = builder.build();
        guards.put(new Guarded(name, expected.text(), settings.readiness(), Optional.of(gate)));
        return gate;
    }
}
