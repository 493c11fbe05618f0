package dev.schemaguard.hibernate.start;

import dev.schemaguard.SchemaDriftException;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.SchemaUnverifiedException;
import dev.schemaguard.hibernate.MappedUnit;
import dev.schemaguard.jdbc.GuardedDataSource;
import dev.schemaguard.jdbc.gate.Mode;
import dev.schemaguard.policy.Unverified;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.source.library.LibraryContracts;
import dev.schemaguard.source.library.LibrarySettings;
import dev.schemaguard.text.Printable;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;

/** Holds the database of one persistence unit to its mapping, once. */
final class UnitGuard {

    private static final Logger LOG = SchemaGuardIntegrator.LOG;

    private final String unit;
    private final MappedUnit mapped;
    private final UnitSettings settings;
    private final LibrarySettings ofLibraries;

    /**
     * Guards nothing yet.
     *
     * @param ofLibraries what the application set for the libraries that it uses
     */
    UnitGuard(String unit, MappedUnit mapped, UnitSettings settings, LibrarySettings ofLibraries) {
        this.unit = unit;
        this.mapped = mapped;
        this.settings = settings;
        this.ofLibraries = ofLibraries;
    }

    /**
     * Verifies the database.
     *
     * @throws PersistenceUnitRefusedException if the mode is to fail, and the database is not as expected or that could not be
     *     found out
     */
    void pass(DataSource database) {
        LOG.info("guarding persistence unit '{}' by its mapping", unit);
        SchemaGuard guard = SchemaGuard.expecting(mapped.mapping())
                .libraries(libraries())
                .policy(settings.policy())
                .scope(settings.scope(mapped.schemas()))
                .build();
        try {
            look(database, guard, settings.mode());
        } catch (SchemaDriftException e) {
            throw refused(e, e.report());
        } catch (SchemaUnverifiedException e) {
            if (!isAboutTheMapping(e.report())) {
                throw refused(e, e.report());
            }
            LOG.warn(
                    "the mapping of persistence unit '{}' cannot be held against the database for sure, so it starts all"
                            + " the same: {}; schema-guard.on-unverified=fail refuses it",
                    unit,
                    reasons(e.report()));
        } catch (SQLException e) {
            throw new PersistenceUnitRefusedException(unit, e);
        }
    }

    private LibraryContracts libraries() {
        ClassLoader loader = Optional.ofNullable(Thread.currentThread().getContextClassLoader())
                .orElseGet(UnitGuard.class::getClassLoader);
        return settings.libraries() ? LibraryContracts.on(loader, ofLibraries) : LibraryContracts.NONE;
    }

    private void look(DataSource database, SchemaGuard guard, Mode mode) throws SQLException {
        // The gate itself reads no environment: the settings have the last word of the kill switch already.
        try (GuardedDataSource gate = GuardedDataSource.builder(database)
                .guard(guard)
                .named(unit)
                .mode(mode)
                .environment(Map.of())
                .waitFor(settings.waitFor())
                .timeout(settings.timeout())
                .onlyLooking()
                .firstRefusalIsTold()
                .build()) {
            gate.verifyNow();
        }
    }

    private PersistenceUnitRefusedException refused(SQLException refusal, DriftReport report) {
        LOG.error("refusing to start persistence unit '{}'\n{}", unit, report.toText());
        return new PersistenceUnitRefusedException(unit, refusal);
    }

    private static String reasons(DriftReport report) {
        return report.unverified().stream()
                .map(unknown -> Printable.line(unknown.reason()))
                .collect(Collectors.joining("; "));
    }

    /** Nobody named the mapping as an expectation, so what cannot be made out of it must not stop a healthy application. */
    private boolean isAboutTheMapping(DriftReport report) {
        return settings.onUnverified().isEmpty()
                && report.unverified().stream().map(Unverified::code).allMatch(Unverified.Code::blamesExpectation);
    }
}
