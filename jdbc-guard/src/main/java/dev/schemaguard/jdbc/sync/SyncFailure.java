package dev.schemaguard.jdbc.sync;

import dev.schemaguard.model.Secrets;
import java.sql.SQLException;
import java.util.Set;

/** What a failure of the database means for a sync. */
final class SyncFailure {

    static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String CANCELLED = "57014";
    private static final String LABEL_NOT_USABLE = "55P04";

    /** Failures that say nothing about the schema: try again (manual, appendix A). */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "40", "53", "57", "58");

    private SyncFailure() {}

    /** Whether the same may go well later, so that it is not the schema that stands in the way. */
    static boolean isPassing(SQLException failure) {
        String state = state(failure);
        return state.length() < 2
                || PASSING_CLASSES.contains(state.substring(0, 2))
                || state.equals(LOCK_NOT_AVAILABLE);
    }

    static String describe(SQLException failure) {
        String said = Secrets.said(failure);
        return switch (state(failure)) {
            case LOCK_NOT_AVAILABLE ->
                said + "; somebody works on the table: try again, or with a longer --lock-timeout";
            case CANCELLED -> said + "; try again, or with a longer --statement-timeout";
            case LABEL_NOT_USABLE ->
                said + "; a label of an enum can be used only after the transaction that adds it: run what"
                        + " 'schema-guard fix' prints";
            default -> said;
        };
    }

    private static String state(SQLException failure) {
        String state = failure.getSQLState();
        return state == null ? "" : state;
    }
}
