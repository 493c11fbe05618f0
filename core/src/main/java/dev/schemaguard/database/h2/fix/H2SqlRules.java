package dev.schemaguard.database.h2.fix;

import dev.schemaguard.database.h2.dialect.H2Dialect;
import dev.schemaguard.database.standard.StandardSqlRules;
import dev.schemaguard.fix.Calls;
import dev.schemaguard.fix.SqlRules;
import dev.schemaguard.fix.UnsafeText;
import dev.schemaguard.fix.WrittenExpression;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ColumnType.Modifier;
import dev.schemaguard.model.Constraint;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the texts of others into SQL as H2 reads it: the standard's, with the types and values that are its own. */
final class H2SqlRules implements SqlRules {

    /** The digits of a second stand behind the first word (manual, TIME WITH TIME ZONE). */
    private static final Pattern ZONED = Pattern.compile("(time|timestamp)( with(?:out)? time zone)");

    /** The size of the first field and the fraction of the last (manual, Interval Data Types). */
    private static final Pattern INTERVAL = Pattern.compile("(interval [a-z]+)( to [a-z]+)?");

    /** Values with the type in front, and the functions that an insert without a value may call. */
    private static final Pattern VALUE = Pattern.compile(
            "(?:date|time|timestamp|uuid|(?:time|timestamp) with time zone) '[0-9A-Fa-f:. +TZ-]{1,60}'|x'(?:[0-9a-f]{2}){0,500}'"
                    + "|(?:localtime|localtimestamp|current_time|current_timestamp)(?:\\([0-9]\\))?|random_uuid\\(\\)",
            Pattern.CASE_INSENSITIVE);

    private final SqlRules standard = new StandardSqlRules();
    private final H2Dialect dialect;

    H2SqlRules(H2Dialect dialect) {
        this.dialect = dialect;
    }

    /** What is none is the name of a domain. */
    @Override
    public boolean isBuiltInType(String name) {
        return dialect.isBuiltIn(ColumnType.of(name));
    }

    @Override
    public String builtInType(String name, Modifier modifier) {
        if (name.equals("row")) {
            throw new UnsafeText("type", name, "the expectation does not hold the fields of a row");
        }
        Matcher zoned = ZONED.matcher(name);
        if (zoned.matches()) {
            return zoned.group(1) + modifier + zoned.group(2);
        }
        Matcher interval = INTERVAL.matcher(name);
        return interval.matches() && modifier instanceof Modifier.Of of
                ? interval(interval.group(1), interval.group(2), of.arguments())
                : name + modifier;
    }

    private static String interval(String first, String last, List<String> sizes) {
        boolean both = sizes.size() > 1;
        return last == null
                ? first + "(" + String.join(", ", sizes) + ")"
                : first + "(" + sizes.get(0) + ")" + last + (both ? "(" + sizes.get(1) + ")" : "");
    }

    @Override
    public String arrayOf(String element) {
        return element + " array";
    }

    @Override
    public String literal(String text) {
        return standard.literal(text);
    }

    @Override
    public WrittenExpression expression(String what, String text) {
        return standard.expression(what, text);
    }

    @Override
    public WrittenExpression columnDefault(String text) {
        return VALUE.matcher(text).matches() ? new WrittenExpression(text, Calls.NONE) : standard.columnDefault(text);
    }

    @Override
    public WrittenExpression exclusion(String definition) {
        return standard.exclusion(definition);
    }

    @Override
    public String givenName(String table, Constraint rule, List<String> columns) {
        return "";
    }

    @Override
    public boolean isOneStatement(String sql) {
        return standard.isOneStatement(sql);
    }
}
