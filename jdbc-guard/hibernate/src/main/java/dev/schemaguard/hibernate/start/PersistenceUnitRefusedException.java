package dev.schemaguard.hibernate.start;

import dev.schemaguard.SchemaDriftException;
import dev.schemaguard.SchemaUnverifiedException;
import dev.schemaguard.report.DriftReport;
import java.sql.SQLException;
import java.util.Optional;
import org.hibernate.HibernateException;

/**
 * Stops the building of a SessionFactory; its cause says why, and the log has the whole report. Its message is one line, for
 * whoever wraps it logs it once more.
 */
public final class PersistenceUnitRefusedException extends HibernateException {

    private static final long serialVersionUID = 1L;

    private final String unit;

    PersistenceUnitRefusedException(String unit, SQLException cause) {
        super(
                "the schema behind persistence unit '" + unit + "' is not known to be as expected: "
                        + cause.getMessage(),
                cause);
        this.unit = unit;
    }

    /** The name of the persistence unit. */
    public String unit() {
        return unit;
    }

    /** What the check found; empty where it was interrupted. */
    public Optional<DriftReport> report() {
        if (getCause() instanceof SchemaDriftException drift) {
            return Optional.of(drift.report());
        }
        return getCause() instanceof SchemaUnverifiedException unverified
                ? Optional.of(unverified.report())
                : Optional.empty();
    }
}
