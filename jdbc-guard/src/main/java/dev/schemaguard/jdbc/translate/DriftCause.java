package dev.schemaguard.jdbc.translate;

import dev.schemaguard.SchemaDriftException;
import dev.schemaguard.report.DriftReport;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Puts drift under the exception of a driver, which stays on top so that whoever knows it still does. Where a driver's
 * exception takes no cause, one that is just like it stands in for it, and has the driver's own as its innermost cause.
 */
final class DriftCause {

    private DriftCause() {}

    public static SQLException attach(SQLException failure, DriftReport report) {
        Throwable end = failure;
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        while (end.getCause() != null && seen.add(end)) {
            end = end.getCause();
        }
        SchemaDriftException drift = new SchemaDriftException(report);
        try {
            end.initCause(drift);
            return failure;
        } catch (IllegalStateException e) {
            // A cause was given when the exception was made, if only the absence of one.
            drift.initCause(failure);
            return standIn(failure, drift);
        }
    }

    private static SQLException standIn(SQLException failure, SchemaDriftException drift) {
        SQLException standIn = failure instanceof BatchUpdateException batch
                ? new DriftedBatchException(batch, drift)
                : failure instanceof SQLSyntaxErrorException
                        ? new DriftedSyntaxException(failure, drift)
                        : new DriftedException(failure, drift);
        standIn.setStackTrace(failure.getStackTrace());
        if (failure.getNextException() != null) {
            standIn.setNextException(failure.getNextException());
        }
        return standIn;
    }

    private static final class DriftedException extends SQLException {

        private static final long serialVersionUID = 1L;

        DriftedException(SQLException failure, SchemaDriftException drift) {
            super(failure.getMessage(), failure.getSQLState(), failure.getErrorCode(), drift);
        }
    }

    private static final class DriftedSyntaxException extends SQLSyntaxErrorException {

        private static final long serialVersionUID = 1L;

        DriftedSyntaxException(SQLException failure, SchemaDriftException drift) {
            super(failure.getMessage(), failure.getSQLState(), failure.getErrorCode(), drift);
        }
    }

    private static final class DriftedBatchException extends BatchUpdateException {

        private static final long serialVersionUID = 1L;

        DriftedBatchException(BatchUpdateException failure, SchemaDriftException drift) {
            super(
                    failure.getMessage(),
                    failure.getSQLState(),
                    failure.getErrorCode(),
                    failure.getLargeUpdateCounts(),
                    drift);
        }
    }
}
