package dev.schemaguard.database.standard;

import dev.schemaguard.fix.Calls;
import dev.schemaguard.fix.SqlRules;
import dev.schemaguard.fix.UnsafeText;
import dev.schemaguard.fix.WrittenExpression;
import dev.schemaguard.model.Constraint;
import java.util.List;
import java.util.regex.Pattern;

/** Writes into SQL what every database reads alike, and nothing else. */
public final class StandardSqlRules implements SqlRules {

    /** What every database reads alike, a backslash in a string left out, which some take for an escape. */
    private static final Pattern CONSTANT = Pattern.compile(
            "-?[0-9]{1,100}(?:\\.[0-9]{1,100})?|'(?:[^'\\\\\\x00]|''){0,1000}'|true|false|null|now\\(\\)|current_(?:timestamp|date|time)",
            Pattern.CASE_INSENSITIVE);

    /** The types of the standard, and MySQL's numbers without a sign. */
    private static final Pattern TYPE = Pattern.compile(
            "(?i:[a-z_][a-z0-9_]*|double precision|(?:national )?char(?:acter)?(?: varying| large object)?"
                    + "|binary (?:varying|large object)|bit varying|(?:time|timestamp) with(?:out)?(?: local)? time zone"
                    + "|interval (?:year|month|day|hour|minute|second)(?: to (?:month|hour|minute|second))?"
                    + "|(?:tinyint|smallint|mediumint|int|integer|bigint|decimal|double|float)(?: unsigned)?(?: zerofill)?)");

    @Override
    public boolean isBuiltInType(String name) {
        return TYPE.matcher(name).matches();
    }

    @Override
    public String literal(String text) {
        return constant("text", "'" + text.replace("'", "''") + "'").text();
    }

    @Override
    public WrittenExpression expression(String what, String text) {
        return constant(what, text);
    }

    @Override
    public WrittenExpression columnDefault(String text) {
        return constant("default", text);
    }

    @Override
    public WrittenExpression exclusion(String definition) {
        return constant("exclusion", definition);
    }

    @Override
    public String givenName(String table, Constraint rule, List<String> columns) {
        return "";
    }

    /** Statements are made of names in quotes, types and constants only, and how a server cuts a text is not known. */
    @Override
    public boolean isOneStatement(String sql) {
        return true;
    }

    private static WrittenExpression constant(String what, String text) {
        if (!CONSTANT.matcher(text).matches()) {
            throw new UnsafeText(
                    what, text, "how this kind of database reads more than a constant is not known for certain");
        }
        return new WrittenExpression(text, Calls.NONE);
    }
}
