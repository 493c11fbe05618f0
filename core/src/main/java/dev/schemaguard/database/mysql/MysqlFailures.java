package dev.schemaguard.database.mysql;

import static java.util.Map.entry;

import dev.schemaguard.inspect.FailureKind;
import dev.schemaguard.inspect.Failures;
import java.sql.SQLException;
import java.util.Map;

/**
 * What the codes of MySQL (server error reference) and MariaDB (error codes) mean. A code counts only with the SQLState that both
 * servers give it, for other databases use the same numbers.
 */
final class MysqlFailures implements Failures {

    private static final String GENERAL = "HY000";
    private static final String DENIED_OR_SYNTAX = "42000";
    private static final String NOT_LET_IN = "28000";
    private static final String INTERRUPTED = "70100";

    /** To which one of the drivers gives the SQLState of a transaction that was rolled back. */
    private static final int LOCK_WAIT = 1205;

    private static final String ROLLED_BACK = "40001";

    private static final Map<Integer, Meaning> CODES = Map.ofEntries(
            entry(1040, new Meaning("08004", FailureKind.TOO_MANY_CONNECTIONS)),
            entry(1203, new Meaning(DENIED_OR_SYNTAX, FailureKind.TOO_MANY_CONNECTIONS)),
            entry(1226, new Meaning(DENIED_OR_SYNTAX, FailureKind.TOO_MANY_CONNECTIONS)),
            entry(1049, new Meaning(DENIED_OR_SYNTAX, FailureKind.NO_SUCH_DATABASE)),
            entry(1044, new Meaning(DENIED_OR_SYNTAX, FailureKind.NOT_LET_IN)),
            entry(1045, new Meaning(NOT_LET_IN, FailureKind.NOT_LET_IN)),
            entry(1698, new Meaning(NOT_LET_IN, FailureKind.NOT_LET_IN)),
            entry(1129, new Meaning(GENERAL, FailureKind.NOT_LET_IN)),
            entry(1130, new Meaning(GENERAL, FailureKind.NOT_LET_IN)),
            entry(1820, new Meaning(GENERAL, FailureKind.NOT_LET_IN)),
            entry(1862, new Meaning(GENERAL, FailureKind.NOT_LET_IN)),
            entry(3118, new Meaning(GENERAL, FailureKind.NOT_LET_IN)),
            entry(4151, new Meaning(GENERAL, FailureKind.NOT_LET_IN)),
            entry(1142, new Meaning(DENIED_OR_SYNTAX, FailureKind.NOT_PERMITTED)),
            entry(1143, new Meaning(DENIED_OR_SYNTAX, FailureKind.NOT_PERMITTED)),
            entry(1227, new Meaning(DENIED_OR_SYNTAX, FailureKind.NOT_PERMITTED)),
            entry(1370, new Meaning(DENIED_OR_SYNTAX, FailureKind.NOT_PERMITTED)),
            entry(LOCK_WAIT, new Meaning(GENERAL, FailureKind.LOCKED)),
            entry(3572, new Meaning(GENERAL, FailureKind.LOCKED)),
            entry(1213, new Meaning(ROLLED_BACK, FailureKind.GAVE_WAY)),
            entry(1053, new Meaning("08S01", FailureKind.NOT_SERVING)),
            entry(1317, new Meaning(INTERRUPTED, FailureKind.CANCELLED)),
            entry(1969, new Meaning(INTERRUPTED, FailureKind.CANCELLED)),
            entry(3024, new Meaning(GENERAL, FailureKind.CANCELLED)),
            entry(1927, new Meaning(INTERRUPTED, FailureKind.SESSION_ENDED)),
            entry(3169, new Meaning(GENERAL, FailureKind.SESSION_ENDED)),
            entry(4031, new Meaning(GENERAL, FailureKind.SESSION_ENDED)),
            entry(1021, new Meaning(GENERAL, FailureKind.OUT_OF_MEANS)),
            entry(1037, new Meaning("HY001", FailureKind.OUT_OF_MEANS)),
            entry(1114, new Meaning(GENERAL, FailureKind.OUT_OF_MEANS)),
            entry(1412, new Meaning(GENERAL, FailureKind.CATALOG_CHANGED)),
            entry(1615, new Meaning(GENERAL, FailureKind.CATALOG_CHANGED)),
            entry(1146, new Meaning("42S02", FailureKind.UNDEFINED_TABLE)),
            entry(1051, new Meaning("42S02", FailureKind.UNDEFINED_TABLE)),
            entry(4091, new Meaning("42S02", FailureKind.UNDEFINED_OBJECT)),
            entry(1054, new Meaning("42S22", FailureKind.UNDEFINED_COLUMN)),
            entry(1072, new Meaning(DENIED_OR_SYNTAX, FailureKind.UNDEFINED_COLUMN)),
            entry(1305, new Meaning(DENIED_OR_SYNTAX, FailureKind.UNDEFINED_FUNCTION)),
            entry(1630, new Meaning(DENIED_OR_SYNTAX, FailureKind.UNDEFINED_FUNCTION)));

    private static final String CONNECTION_CLASS = "08";

    @Override
    public FailureKind of(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        Meaning meaning = CODES.get(failure.getErrorCode());
        boolean lockWait = failure.getErrorCode() == LOCK_WAIT && state.equals(ROLLED_BACK);
        if (meaning != null && (meaning.state.equals(state) || lockWait)) {
            return meaning.kind;
        }
        return state.startsWith(CONNECTION_CLASS) ? FailureKind.CONNECTION_LOST : FailureKind.OTHER;
    }

    /**
     * What a code means.
     *
     * @param state the SQLState that comes with it
     * @param kind the meaning
     */
    private record Meaning(String state, FailureKind kind) {}
}
