package dev.schemaguard.source.ddl;

import java.util.Locale;
import java.util.Set;

/** Statements of PL/pgSQL that change no schema. */
final class ProgramWords {

    private static final Set<String> HARMLESS = Set.of(
            "null",
            "raise",
            "return",
            "exit",
            "continue",
            "get",
            "assert",
            "open",
            "fetch",
            "move",
            "close",
            "insert",
            "update",
            "delete",
            "merge",
            "commit",
            "rollback");

    private ProgramWords() {}

    static boolean areHarmless(Token first) {
        return HARMLESS.contains(first.text().toLowerCase(Locale.ROOT));
    }
}
