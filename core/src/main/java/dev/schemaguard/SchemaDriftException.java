package dev.schemaguard;

import dev.schemaguard.report.DriftReport;
import java.io.ObjectStreamException;
import java.sql.SQLException;

/** The database lacks what the release expects. Carries the whole report; its message is one line of it. */
public final class SchemaDriftException extends SQLException {

    /** The SQLState of this exception. */
    public static final String SQL_STATE = "SG001";

    private static final long serialVersionUID = 1L;

    private final transient DriftReport report;

    /** The database that the report is about lacks what the release expects. */
    public SchemaDriftException(DriftReport report) {
        super(report.toLine(), SQL_STATE);
        this.report = report;
    }

    /** What the check found. */
    public DriftReport report() {
        return report;
    }

    /** Travels as a plain exception with the same message: the report does not. */
    private Object writeReplace() throws ObjectStreamException {
        return new SQLException(getMessage(), SQL_STATE);
    }
}
