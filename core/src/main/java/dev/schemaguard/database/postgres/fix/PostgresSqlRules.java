package dev.schemaguard.database.postgres.fix;

import dev.schemaguard.database.postgres.dialect.GivenName;
import dev.schemaguard.fix.SqlRules;
import dev.schemaguard.fix.UnsafeText;
import dev.schemaguard.fix.WrittenExpression;
import dev.schemaguard.model.Constraint;
import java.util.List;

/** Writes the texts of others into PostgreSQL's SQL, by its own lexical rules. */
final class PostgresSqlRules implements SqlRules {

    @Override
    public boolean isBuiltInType(String name) {
        return BuiltInTypes.isSeveralWords(name);
    }

    @Override
    public String literal(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new UnsafeText("text", text, "it holds a character of code zero");
        }
        return SqlString.of(text);
    }

    @Override
    public WrittenExpression expression(String what, String text) {
        return ExpressionWriter.expression(what, text);
    }

    @Override
    public WrittenExpression columnDefault(String text) {
        return ExpressionWriter.columnDefault(text);
    }

    @Override
    public WrittenExpression exclusion(String definition) {
        return ExpressionWriter.exclusion(definition);
    }

    @Override
    public String givenName(String table, Constraint rule, List<String> columns) {
        return GivenName.of(table, columns).with(label(rule));
    }

    private static String label(Constraint rule) {
        if (rule instanceof Constraint.Key) {
            return rule instanceof Constraint.PrimaryKey ? "pkey" : "key";
        }
        if (rule instanceof Constraint.ForeignKey) {
            return "fkey";
        }
        return rule instanceof Constraint.Check ? "check" : "excl";
    }

    @Override
    public boolean isOneStatement(String sql) {
        return SqlLexer.isOneStatement(sql);
    }
}
