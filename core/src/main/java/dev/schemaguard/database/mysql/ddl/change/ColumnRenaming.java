package dev.schemaguard.database.mysql.ddl.change;

import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.script.SqlExpression;
import dev.schemaguard.ddl.script.Token;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Generation;
import dev.schemaguard.model.SqlText;
import java.util.List;

/**
 * Expressions after a column was renamed, which MariaDB lets follow. The name means the same in any case.
 *
 * @param catalog the schema in the making
 * @param from its name so far
 * @param to its new name
 */
record ColumnRenaming(Catalog catalog, String from, String to) {

    Constraint of(Constraint rule) {
        return rule instanceof Constraint.Check check ? check.withCondition(of(check.condition())) : rule;
    }

    Column of(Column column) {
        Column.Builder facts = column.name().equals(from) ? column.toBuilder().name(to) : column.toBuilder();
        if (column.generation() instanceof Generation.Stored stored) {
            facts.generation(new Generation.Stored(of(stored.sql())));
        } else if (column.generation() instanceof Generation.Virtual virtual) {
            facts.generation(new Generation.Virtual(of(virtual.sql())));
        }
        return facts.build();
    }

    private SqlText of(SqlText sql) {
        StringBuilder text = new StringBuilder();
        boolean found = false;
        List<Token> tokens =
                SqlExpression.tokens(sql.written(), catalog.habits().lexicalRules());
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean called = i + 1 < tokens.size() && tokens.get(i + 1).is("(");
            boolean meant = token.isName()
                    && !called
                    && catalog.dialect().identifier(token.text()).equalsIgnoreCase(from);
            found |= meant;
            text.append(token.spaced() && i > 0 ? " " : "")
                    .append(meant ? catalog.dialect().quote(to) : token.text());
        }
        if (!found) {
            return sql;
        }
        SqlText spelled = catalog.dialect().expression(text.toString());
        return sql.text().isEmpty() ? new SqlText("", text.toString()) : spelled;
    }
}
