package dev.schemaguard.database.sqlite.ddl;

import dev.schemaguard.ddl.RowStatement;
import dev.schemaguard.ddl.script.LexicalRules;
import dev.schemaguard.ddl.script.StatementShape;

/** The lexical rules of SQLite (manual, SQL As Understood By SQLite: Keywords, Comment), but for names in brackets. */
public final class SqliteRules implements LexicalRules {

    private static final LexicalRules RULES = new SqliteRules();

    private SqliteRules() {}

    /** What a text is, if it is to be one statement that reads or writes rows. */
    public static RowStatement rows(String text) {
        return RowStatement.of(text, RULES);
    }

    @Override
    public StatementShape shape() {
        return LexicalRules.standard().shape();
    }

    @Override
    public boolean hasBackticks() {
        return true;
    }

    @Override
    public boolean hasDollarQuotes() {
        return false;
    }

    @Override
    public boolean nestsComments() {
        return false;
    }
}
