package dev.schemaguard.spring.start;

import dev.schemaguard.SchemaDriftException;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.SchemaUnverifiedException;
import dev.schemaguard.database.Databases;
import dev.schemaguard.jdbc.GuardedDataSource;
import dev.schemaguard.jdbc.gate.GateState;
import dev.schemaguard.jdbc.gate.Mode;
import dev.schemaguard.jdbc.gate.WaitSettings;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.policy.Unverified.Code;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.source.library.LibraryContracts;
import dev.schemaguard.spring.Readiness;
import dev.schemaguard.spring.SchemaGuards;
import dev.schemaguard.spring.SchemaGuards.Guarded;
import dev.schemaguard.spring.SchemaNotAsExpectedException;
import dev.schemaguard.spring.expectation.DataSourceBeans;
import dev.schemaguard.spring.expectation.Expected;
import dev.schemaguard.spring.expectation.SchemaGuardProperties;
import dev.schemaguard.text.Printable;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;

/** Sets up the gate of a database and lets the start through it, or not. */
final class BootGate {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaGuards.class);

    private final GuardRegistry guards;
    private final EventRelay events;
    private final ObjectProvider<Policy> policies;
    private final WrappingPostProcessor wrapping;
    private final Supplier<LibraryContracts> libraries;
    private final boolean debug;

    /**
     * Guards nothing yet.
     *
     * @param libraries the contracts of the libraries that the application uses
     * @param debug whether somebody asked to be told more, as Spring Boot's own report is
     */
    BootGate(
            GuardRegistry guards,
            EventRelay events,
            ObjectProvider<Policy> policies,
            WrappingPostProcessor wrapping,
            Supplier<LibraryContracts> libraries,
            boolean debug) {
        this.debug = debug;
        this.guards = guards;
        this.events = events;
        this.policies = policies;
        this.wrapping = wrapping;
        this.libraries = libraries;
    }

    /**
     * Verifies all databases behind a DataSource.
     *
     * @throws SchemaNotAsExpectedException if the mode is to fail, and one of them is not as expected or that could not be
     *     found out
     */
    void pass(String name, DataSource dataSource, Expected expected, SchemaGuardProperties settings) {
        DataSourceBeans.databases(name, dataSource).forEach((database, pool) -> {
            Front front = Front.of(database, pool, settings, wrapping);
            if (TrainingRun.isHere()) {
                rehearse(front, expected, settings);
            } else {
                one(front, expected, settings);
            }
        });
    }

    /** Loads what a start loads, and asks no database, for there may be none where an application is packaged. */
    private void rehearse(Front front, Expected expected, SchemaGuardProperties settings) {
        LOG.info("'{}' is not checked, for this run is only recorded ({})", front.name(), TrainingRun.PROPERTY);
        gate(front, expected, settings, Mode.WARN);
        guard(expected, settings)
                .rehearse(
                        Databases.foreseen("", BootGate.class.getClassLoader()).orElseGet(Databases::assumed));
    }

    private void one(Front front, Expected expected, SchemaGuardProperties settings) {
        front.sayWhatCannotBe(settings);
        LOG.info("guarding '{}' by {}: {}", front.name(), expected.text(), expected.why());
        try {
            GuardedDataSource gate = gate(front, expected, settings, settings.mode());
            DriftReport report = gate.verifyNow();
            tell(front, expected, report);
            if (isExcused(report, expected, settings)) {
                excuse(front, expected, settings, report);
            } else if (gate.mode() == Mode.HOLD && gate.state() instanceof GateState.Shut) {
                front.sayWhatIsNotRefused();
            }
        } catch (SchemaDriftException e) {
            refused(front, expected, settings, e.report(), e);
        } catch (SchemaUnverifiedException e) {
            refused(front, expected, settings, e.report(), e);
        } catch (SQLException e) {
            throw new SchemaNotAsExpectedException(front.name(), e);
        }
        guards.find(front.name()).flatMap(Guarded::gate).ifPresent(front::guardedBy);
    }

    private void refused(
            Front front, Expected expected, SchemaGuardProperties settings, DriftReport report, SQLException e) {
        tell(front, expected, report);
        if (isExcused(report, expected, settings)) {
            excuse(front, expected, settings, report);
            return;
        }
        events.startFails();
        throw new SchemaNotAsExpectedException(front.name(), e);
    }

    private void tell(Front front, Expected expected, DriftReport report) {
        if (debug) {
            LOG.info("{}", new StartFacts(front.name(), expected, report).text());
        }
    }

    private static boolean isExcused(DriftReport report, Expected expected, SchemaGuardProperties settings) {
        return settings.onUnverified() == null && expected.excuses(report);
    }

    /** Looks once more with a gate that lets everything through: the expectation is what is not to be trusted. */
    private void excuse(Front front, Expected expected, SchemaGuardProperties settings, DriftReport report) {
        LOG.warn(
                "what '{}' has to have cannot be verified for sure, and nobody named {}, so the application starts all"
                        + " the same: {}; {}",
                front.name(),
                expected.text(),
                report,
                advice(expected, report));
        try {
            gate(front, expected, settings, Mode.WARN).verifyNow();
        } catch (SQLException e) {
            throw new SchemaNotAsExpectedException(front.name(), e);
        }
    }

    /** What the report itself says where it says that. */
    private static String advice(Expected expected, DriftReport report) {
        boolean ofStatements = !expected.statements().stated().isEmpty();
        return report.unverified().stream()
                        .anyMatch(unknown -> unknown.code() == Code.NOT_LOOKED_AT
                                || ofStatements && unknown.code() == Code.EXPECTATION_NOT_READABLE)
                ? Printable.line(report.unverified().get(0).reason())
                : "take a snapshot of a migrated database to META-INF/schema-guard/schema.json, or set"
                        + " schema-guard.expect";
    }

    private GuardedDataSource gate(Front front, Expected expected, SchemaGuardProperties settings, Mode mode) {
        GuardedDataSource.Builder builder = GuardedDataSource.builder(new BorrowedPool(front.pool()))
                .guard(guard(expected, settings))
                .named(front.name())
                .mode(mode)
                .waitFor(WaitSettings.atMost(settings.waitFor()))
                .timeout(settings.timeout())
                .shutOnLaterDrift(settings.readiness() == Readiness.LIVE)
                .translateErrors(settings.translateErrors() && front.isWrapped())
                .listener(events.of(front.name()));
        if (!front.isWrapped()) {
            builder.onlyLooking();
        }
        if (mode == Mode.FAIL) {
            builder.firstRefusalIsTold();
        }
        settings.interval().ifPresent(builder::recheckEvery);
        GuardedDataSource gate = builder.build();
        guards.put(new Guarded(front.name(), expected.text(), settings.readiness(), Optional.of(gate))
                .because(expected.why()));
        return gate;
    }

    private SchemaGuard guard(Expected expected, SchemaGuardProperties settings) {
        return expected.guard(settings, policies.getIfAvailable(() -> Policy.DEFAULT), libraries);
    }
}
