package dev.schemaguard.database.sqlite;

import dev.schemaguard.inspect.FailureKind;
import dev.schemaguard.inspect.Failures;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What failures of SQLite mean by its result codes (manual, Result and Error Codes). There is one code for whatever a statement names
 * that is not there, so that its words tell, which are English always. The driver of Xerial gives no SQLState, and the code's name
 * in brackets.
 */
final class SqliteFailures implements Failures {

    private static final Pattern OWN = Pattern.compile("\\[SQLITE_[A-Z_]+].*", Pattern.DOTALL);

    private static final int ERROR = 1;

    private static final Map<Integer, FailureKind> CODES = Map.of(
            3, FailureKind.NOT_PERMITTED,
            5, FailureKind.LOCKED,
            6, FailureKind.LOCKED,
            7, FailureKind.OUT_OF_MEANS,
            9, FailureKind.CANCELLED,
            10, FailureKind.OUT_OF_MEANS,
            13, FailureKind.OUT_OF_MEANS,
            14, FailureKind.NO_SUCH_DATABASE,
            17, FailureKind.CATALOG_CHANGED,
            23, FailureKind.NOT_PERMITTED);

    /** What stands in the message of code 1. */
    private record Words(Pattern words, FailureKind kind) {

        Words(String words, FailureKind kind) {
            this(Pattern.compile(words), kind);
        }
    }

    private static final List<Words> MISSING = List.of(
            new Words("no such (?:table|view|index): ", FailureKind.UNDEFINED_TABLE),
            new Words("no such column: |has no column named ", FailureKind.UNDEFINED_COLUMN),
            new Words("no such function: ", FailureKind.UNDEFINED_FUNCTION),
            new Words("unknown database ", FailureKind.UNDEFINED_SCHEMA),
            new Words("no such (?:collation sequence|module|trigger|savepoint): ", FailureKind.UNDEFINED_OBJECT));

    @Override
    public FailureKind of(SQLException failure) {
        String said = String.valueOf(failure.getMessage());
        if (!OWN.matcher(said).matches()) {
            return FailureKind.OTHER;
        }
        // An extended code holds the code itself in its lowest byte.
        int code = failure.getErrorCode() & 0xff;
        return code == ERROR
                ? MISSING.stream()
                        .filter(one -> one.words().matcher(said).find())
                        .map(Words::kind)
                        .findFirst()
                        .orElse(FailureKind.OTHER)
                : CODES.getOrDefault(code, FailureKind.OTHER);
    }
}
