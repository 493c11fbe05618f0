package dev.schemaguard.jdbc.sync;

import dev.schemaguard.inspect.FailureKind;
import dev.schemaguard.inspect.Failures;
import dev.schemaguard.text.Secrets;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;

/** What a failure of the database means for a sync. */
final class SyncFailure {

    /** Failures that say nothing about the schema: try again. */
    private static final Set<FailureKind> PASSING = EnumSet.of(
            FailureKind.CONNECTION_LOST,
            FailureKind.NOT_SERVING,
            FailureKind.TOO_MANY_CONNECTIONS,
            FailureKind.SESSION_ENDED,
            FailureKind.CANCELLED,
            FailureKind.LOCKED,
            FailureKind.GAVE_WAY,
            FailureKind.OUT_OF_MEANS);

    private SyncFailure() {}

    /** Whether the same may go well later, so that it is not the schema that stands in the way. */
    static boolean isPassing(Failures failures, SQLException failure) {
        return failure.getSQLState() == null || PASSING.contains(failures.of(failure));
    }

    static String describe(Failures failures, SQLException failure) {
        String said = Secrets.said(failure);
        return switch (failures.of(failure)) {
            case LOCKED -> said + "; somebody works on the table: try again, or with a longer --lock-timeout";
            case CANCELLED -> said + "; try again, or with a longer --statement-timeout";
            case LABEL_NOT_USABLE ->
                said + "; a label of an enum can be used only after the transaction that adds it: run what"
                        + " 'schema-guard fix' prints";
            default -> said;
        };
    }
}
