package dev.schemaguard.statements.reading;

import dev.schemaguard.ddl.DdlReader;
import dev.schemaguard.ddl.RowStatement;
import dev.schemaguard.ddl.script.LexicalRules;
import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.Schema;
import dev.schemaguard.statements.StatementUse;

/**
 * Reads what statements use of an expected schema, each within bounds of length, depth and time. Safe for use by many threads.
 */
public final class StatementReader {

    /** In characters; those of real programs are shorter by far, but for rows written down. */
    public static final int LONGEST = RowStatement.LONGEST;

    /** Short for a query of all that a table has, which not every server prepares. */
    private static final String TABLE = "TABLE";

    private final Names names;
    private final LexicalRules rules;

    /**
     * A reader.
     *
     * @param dialect how names in statements are spelled
     * @param rules how statements are cut into words
     * @param expected the schema whose names the statements use; names that it has not are kept as they are
     */
    public StatementReader(Dialect dialect, LexicalRules rules, Schema expected) {
        this.names = new Names(dialect, expected);
        this.rules = rules;
    }

    /** A reader for a kind of database as it usually is set. */
    public static StatementReader of(Dialect dialect, DdlReader ddl, Schema expected) {
        return new StatementReader(dialect, ddl.habits().lexicalRules(), expected);
    }

    /** Reads one statement, with or without a semicolon behind it. Never throws for a text. */
    public Reading read(String text) {
        if (text.length() > LONGEST) {
            return new Reading.NotUnderstood("it has more than " + LONGEST + " characters");
        }
        try {
            ParserText prepared = ParserText.of(text, rules);
            String word = prepared.firstWord();
            return RowStatement.isVerb(word) || word.equals(TABLE)
                    ? new Reading.Understood(use(prepared))
                    : new Reading.Other(word);
        } catch (NotReadable e) {
            return new Reading.NotUnderstood(e.reason());
        } catch (StackOverflowError e) {
            // The depth of what others write cannot be told beforehand; nothing is kept of what was begun.
            return new Reading.NotUnderstood("it is nested too deeply");
        }
    }

    private StatementUse use(ParserText text) {
        UseDraft draft = new UseDraft();
        ChangeWalk.read(SyntaxTree.of(text, names), Scope.of(draft), names);
        return draft.toUse();
    }
}
