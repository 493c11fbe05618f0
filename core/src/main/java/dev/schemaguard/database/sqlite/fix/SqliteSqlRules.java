package dev.schemaguard.database.sqlite.fix;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.fix.Calls;
import dev.schemaguard.fix.SqlRules;
import dev.schemaguard.fix.UnsafeText;
import dev.schemaguard.fix.WrittenExpression;
import dev.schemaguard.model.ColumnType.Modifier;
import dev.schemaguard.model.Constraint;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Writes the texts of others into SQL as SQLite reads it. */
final class SqliteSqlRules implements SqlRules {

    /** What a column without a type is called. */
    private static final String NO_TYPE = "any";

    private static final Pattern WORDS = Pattern.compile("[a-z_][a-z0-9_]*(?: [a-z_][a-z0-9_]*){0,4}");

    /** At most two numbers stand behind a type (manual, type-name). */
    private static final Pattern SIZE = Pattern.compile("|\\([+-]?[0-9]{1,10}(?:,[+-]?[0-9]{1,10})?\\)");

    private static final Pattern CONSTANT = Pattern.compile(
            "[+-]?[0-9]{1,100}(?:\\.[0-9]{1,100})?(?:e[+-]?[0-9]{1,4})?|'(?:[^'\\x00]|''){0,1000}'|x'(?:[0-9a-f]{2}){0,500}'"
                    + "|true|false|null|current_(?:timestamp|date|time)",
            Pattern.CASE_INSENSITIVE);

    private final Dialect dialect;

    SqliteSqlRules(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Any words are a type, but those that mean something by themselves. */
    @Override
    public boolean isBuiltInType(String name) {
        return WORDS.matcher(name).matches()
                && Arrays.stream(name.split(" "))
                        .allMatch(word -> dialect.quote(word).equals(word));
    }

    @Override
    public String builtInType(String name, Modifier modifier) {
        if (!SIZE.matcher(modifier.toString()).matches()) {
            throw new UnsafeText("type", name + modifier, "what stands in its parentheses is no number");
        }
        return name.equals(NO_TYPE) ? "" : name + modifier;
    }

    @Override
    public String arrayOf(String element) {
        throw new UnsafeText("type", element + "[]", "the database has no arrays");
    }

    @Override
    public String literal(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new UnsafeText("text", text, "it holds a character of code zero");
        }
        return "'" + text.replace("'", "''") + "'";
    }

    @Override
    public WrittenExpression expression(String what, String text) {
        return ExpressionGate.through(what, text);
    }

    @Override
    public WrittenExpression columnDefault(String text) {
        return CONSTANT.matcher(text).matches()
                ? new WrittenExpression(text, Calls.NONE)
                : ExpressionGate.through("default", text);
    }

    @Override
    public WrittenExpression exclusion(String definition) {
        throw new UnsafeText("exclusion", definition, "the database has no such rules");
    }

    /** Rules have no names that anything could be told by. */
    @Override
    public String givenName(String table, Constraint rule, List<String> columns) {
        return "";
    }

    /** Statements are made of names in quotes, types, constants and expressions that were let through one by one. */
    @Override
    public boolean isOneStatement(String sql) {
        return true;
    }
}
