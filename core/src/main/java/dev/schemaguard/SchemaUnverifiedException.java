package dev.schemaguard;

import dev.schemaguard.report.DriftReport;
import java.io.ObjectStreamException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * It could not be found out whether the database has what the release expects. Carries the report, of which
 * its message is one line, and the driver's own failure as cause where there is one.
 */
public final class SchemaUnverifiedException extends SQLException {

    /** The SQLState of this exception. */
    public static final String SQL_STATE = "SG002";

    private static final long serialVersionUID = 1L;

    private final transient DriftReport report;

    /**
     * The check that the report is about could not find out everything.
     *
     * @param report what it found out
     * @param cause what stood in its way, or {@code null}
     */
    public SchemaUnverifiedException(DriftReport report, @Nullable Throwable cause) {
        super(report.toLine(), SQL_STATE, cause);
        this.report = report;
    }

    /** What the check found out. */
    public DriftReport report() {
        return report;
    }

    /** Travels as a plain exception with the same message: the report does not. */
    private Object writeReplace() throws ObjectStreamException {
        return new SQLException(getMessage(), SQL_STATE, getCause());
    }
}
