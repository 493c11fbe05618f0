package dev.schemaguard.drift;

import dev.schemaguard.model.StatementKind;
import java.util.Arrays;

/**
 * The words for statements that fail. Of those that the release is taken to send every one does; of others it is only said
 * what would become of one. {@link Drift#isSent} decides this as it decides the severity, so that the two never disagree.
 */
final class Failure {

    private Failure() {}

    /**
     * That a statement fails, for the beginning of a message.
     *
     * @param statement what is sent, without an article: {@code INSERT on `posts`}
     */
    static String of(Drift drift, String statement) {
        return isCertain(drift)
                ? "every " + statement + " fails"
                : article(statement) + " " + statement + " would fail, if the release sends one";
    }

    /** Whether a statement fails that the release is taken to send. */
    private static boolean isCertain(Drift drift) {
        return Arrays.stream(StatementKind.values()).anyMatch(kind -> fails(drift, kind));
    }

    /**
     * The kind of statement to speak of: the first that fails and is taken to be sent, or another where there is none. Who is
     * known to upsert and nothing else need not hear of plain inserts.
     */
    static StatementKind first(Drift drift, StatementKind otherwise) {
        return fails(drift, otherwise)
                ? otherwise
                : Arrays.stream(StatementKind.values())
                        .filter(kind -> fails(drift, kind))
                        .findFirst()
                        .orElse(otherwise);
    }

    /** Whether statements of that kind fail, and the release is taken to send them. */
    private static boolean fails(Drift drift, StatementKind kind) {
        return drift.impact().on(kind) == Effect.FAILS && drift.isSent(kind);
    }

    private static String article(String statement) {
        return "AEIOUaeiou".indexOf(statement.charAt(0)) < 0 ? "a" : "an";
    }
}
