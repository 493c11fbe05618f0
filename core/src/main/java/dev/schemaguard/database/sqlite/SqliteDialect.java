package dev.schemaguard.database.sqlite;

import dev.schemaguard.dialect.CaselessNames;
import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.dialect.ExpressionSpelling;
import dev.schemaguard.dialect.TypeText;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ColumnType.Modifier;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.SqlText;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQLite: names are kept as they are written and mean the same in any case, and so do the words of a type, which are whatever somebody
 * wrote (manual, Datatypes, 3).
 */
final class SqliteDialect implements Dialect {

    static final String NAME = "sqlite";

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** A name in one of the three kinds of quotes (manual, SQLite Keywords); what stands in a text is none. */
    private static final Pattern QUOTED =
            Pattern.compile("'(?:[^']|'')*'|\"(?<double>(?:[^\"]|\"\")*)\"|`(?<tick>[^`]*)`|\\[(?<bracket>[^\\]]*)]");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String identifier(String written) {
        String text = written.strip();
        if (text.length() < 3) {
            return text;
        }
        String inner = text.substring(1, text.length() - 1);
        return switch (text.substring(0, 1) + text.charAt(text.length() - 1)) {
            case "\"\"" -> inner.replace("\"\"", "\"");
            case "``" -> inner.replace("``", "`");
            case "[]" -> inner;
            default -> text;
        };
    }

    @Override
    public String quote(String name) {
        return PLAIN.matcher(name).matches() && !SqliteWords.isReserved(name)
                ? name
                : "\"" + name.replace("\"", "\"\"") + "\"";
    }

    @Override
    public Schema spelledAs(Schema expected, Schema live) {
        return CaselessNames.spelledAs(expected, live, true);
    }

    /** Any type is known, for any is a matter of its words. */
    @Override
    public boolean knows(ColumnType.Named type) {
        return true;
    }

    @Override
    public boolean hasSchemasInCatalogs() {
        return true;
    }

    /** The words as they are written, in one case; there are no arrays and no types of somebody's own. */
    @Override
    public ColumnType.Named type(String written) {
        TypeText text = TypeText.parse(written);
        String name =
                text.words().isEmpty() ? SqliteAffinity.NO_TYPE : text.name().toLowerCase(Locale.ROOT);
        Modifier modifier = text.arguments().isEmpty() ? Modifier.NONE : new Modifier.Of(text.arguments());
        return new ColumnType.Named(ObjectName.of(name), modifier, false);
    }

    @Override
    public ColumnDefault columnDefault(String written) {
        return ExpressionSpelling.columnDefault(caseless(written));
    }

    @Override
    public SqlText expression(String written) {
        String text = written.strip();
        return text.isEmpty()
                ? SqlText.NONE
                : new SqlText(ExpressionSpelling.expression(caseless(text)).text(), text);
    }

    /** The text with its quoted names in one case and one kind of quotes. */
    private static String caseless(String text) {
        Matcher quoted = QUOTED.matcher(text);
        StringBuilder caseless = new StringBuilder();
        int from = 0;
        while (quoted.find()) {
            caseless.append(text, from, quoted.start());
            String name = quoted.group("double") == null
                    ? quoted.group("tick") == null ? quoted.group("bracket") : quoted.group("tick")
                    : quoted.group("double");
            caseless.append(name == null ? quoted.group() : "\"" + name.toLowerCase(Locale.ROOT) + "\"");
            from = quoted.end();
        }
        return caseless.append(text.substring(from)).toString();
    }
}
