package dev.schemaguard.database.h2;

import static java.util.Map.entry;

import dev.schemaguard.inspect.FailureKind;
import dev.schemaguard.inspect.Failures;
import java.sql.SQLException;
import java.util.Map;

/** What H2's error codes mean (manual, {@code org.h2.api.ErrorCode}). They are its own but for those of the standard. */
final class H2Failures implements Failures {

    private static final Map<String, FailureKind> STATES = Map.ofEntries(
            entry("42S02", FailureKind.UNDEFINED_TABLE),
            // There are tables of near names, or none at all.
            entry("42S03", FailureKind.UNDEFINED_TABLE),
            entry("42S04", FailureKind.UNDEFINED_TABLE),
            entry("90037", FailureKind.UNDEFINED_TABLE),
            entry("42S22", FailureKind.UNDEFINED_COLUMN),
            entry("90022", FailureKind.UNDEFINED_FUNCTION),
            entry("90036", FailureKind.UNDEFINED_OBJECT),
            entry("90120", FailureKind.UNDEFINED_OBJECT),
            entry("90079", FailureKind.UNDEFINED_SCHEMA),
            entry("90013", FailureKind.NO_SUCH_DATABASE),
            entry("90146", FailureKind.NO_SUCH_DATABASE),
            entry("90149", FailureKind.NO_SUCH_DATABASE),
            entry("28000", FailureKind.NOT_LET_IN),
            entry("90040", FailureKind.NOT_PERMITTED),
            entry("90096", FailureKind.NOT_PERMITTED),
            entry("57014", FailureKind.CANCELLED),
            entry("HYT00", FailureKind.LOCKED),
            entry("40001", FailureKind.GAVE_WAY),
            entry("90020", FailureKind.NOT_SERVING),
            entry("90098", FailureKind.NOT_SERVING),
            entry("90121", FailureKind.NOT_SERVING),
            entry("90067", FailureKind.CONNECTION_LOST),
            entry("90007", FailureKind.CONNECTION_LOST),
            entry("90108", FailureKind.OUT_OF_MEANS),
            entry("90031", FailureKind.OUT_OF_MEANS));

    /** A type has no code of its own. */
    private static final int UNKNOWN_TYPE = 50004;

    @Override
    public FailureKind of(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        return failure.getErrorCode() == UNKNOWN_TYPE
                ? FailureKind.UNDEFINED_OBJECT
                : STATES.getOrDefault(state, FailureKind.OTHER);
    }
}
