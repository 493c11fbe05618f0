package dev.schemaguard.ddl;

import dev.schemaguard.ddl.script.LexicalRules;
import dev.schemaguard.ddl.script.MarkedText;
import dev.schemaguard.ddl.script.NotUnderstood;
import java.util.Optional;

/** The text of a statement without the values that stand in it, which may be somebody's. */
public final class MaskedText {

    private MaskedText() {}

    /**
     * The statement with a question mark in place of each text, and of each number that something is compared with. Behind a word, as
     * in {@code date '2026-11-29'}, a text stays, for there no mark can stand.
     *
     * @return empty where it is not known where the texts end
     */
    public static Optional<String> of(String text, LexicalRules rules) {
        try {
            return Optional.of(MarkedText.masked(text, rules));
        } catch (NotUnderstood e) {
            return Optional.empty();
        }
    }
}
