package dev.schemaguard.ddl.script;

import java.util.List;
import java.util.Locale;

/**
 * The rules of PostgreSQL.
 *
 * @param backslashEscapes whether {@code standard_conforming_strings} is off
 */
record StandardRules(boolean backslashEscapes) implements LexicalRules {

    @Override
    public StatementShape shape() {
        return new StandardShape();
    }

    @Override
    public LexicalRules after(SqlStatement statement) {
        if (!statement.startsWith("SET", "standard_conforming_strings")) {
            return this;
        }
        List<Token> tokens = statement.tokens();
        return new StandardRules(
                tokens.get(tokens.size() - 1).text().toLowerCase(Locale.ROOT).contains("off"));
    }
}
