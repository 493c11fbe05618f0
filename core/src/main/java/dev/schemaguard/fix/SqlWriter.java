package dev.schemaguard.fix;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes names, types, values and expressions into SQL, so that nothing can be taken for more than it is, and remembers the
 * expressions that it wrote. Each cure has one of its own. What it cannot write it refuses with {@link UnsafeText}.
 */
public final class SqlWriter {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_$]*");

    /** A number, a word or two as Oracle and PostGIS have them, or a label of MySQL's enums. */
    private static final Pattern ARGUMENT =
            Pattern.compile("-?[0-9]{1,10}|[A-Za-z0-9]{1,30}(?: [A-Za-z]{1,30})?|'[^'\\\\\\x00]{0,200}'");

    private final Dialect dialect;
    private final SqlRules rules;
    private final List<WrittenExpression> written = new ArrayList<>();

    /**
     * For a database.
     *
     * @param dialect how it spells
     * @param rules how the texts of others are written into its SQL
     */
    public SqlWriter(Dialect dialect, SqlRules rules) {
        this.dialect = dialect;
        this.rules = rules;
    }

    public Dialect dialect() {
        return dialect;
    }

    /** How many expressions are remembered. */
    int remembered() {
        return written.size();
    }

    /** The expressions that were written since there were so many, which are forgotten by this. */
    List<WrittenExpression> takeFrom(int count) {
        List<WrittenExpression> latest = written.subList(count, written.size());
        List<WrittenExpression> taken = List.copyOf(latest);
        latest.clear();
        return taken;
    }

    public String name(String name) {
        String quoted = dialect.quote(name);
        boolean bare = quoted.equals(name) && !PLAIN.matcher(name).matches();
        if (bare || name.indexOf('\0') >= 0) {
            throw new UnsafeText(
                    "name", name, bare ? "the database has no quotes" : "it holds a character of code zero");
        }
        return quoted;
    }

    public String name(ObjectName name) {
        return name.isQualified() ? name(name.schema()) + "." + name(name.name()) : name(name.name());
    }

    public String names(List<String> names) {
        return names.stream().map(this::name).collect(Collectors.joining(", "));
    }

    /** The name that the server gives to a rule that has none; empty where that is not known. */
    String givenName(String table, Constraint rule, List<String> columns) {
        return rules.givenName(table, rule, columns);
    }

    /** Whether a text is one statement to the server. */
    boolean isOneStatement(String statement) {
        return rules.isOneStatement(statement);
    }

    public String type(ColumnType.Named type) {
        if (type.modifier() instanceof ColumnType.Modifier.Of of) {
            of.arguments().stream()
                    .filter(argument -> !ARGUMENT.matcher(argument).matches())
                    .findFirst()
                    .ifPresent(argument -> {
                        throw new UnsafeText(
                                "type", type.toString(), "what stands in its parentheses is no number, word or label");
                    });
        }
        String whole = sized(type) + (type.unsigned() ? " unsigned" : "");
        return type.array() ? rules.arrayOf(whole) : whole;
    }

    /** A type of one word is a name like any other; those of several words, or in quotes, are written as the server knows them. */
    private String sized(ColumnType.Named type) {
        String text = type.name().name();
        boolean builtIn = !type.name().isQualified() && rules.isBuiltInType(text);
        return builtIn ? rules.builtInType(text, type.modifier()) : name(type.name()) + type.modifier();
    }

    /** The type of a column that lists its values itself. */
    public String type(ColumnType.Labelled type) {
        return type.labels().stream()
                .map(this::literal)
                .collect(Collectors.joining(", ", type.kind().word() + "(", ")"));
    }

    /** A text as a value, of whatever it consists. */
    public String literal(String text) {
        return rules.literal(text);
    }

    /**
     * An expression, in parentheses.
     *
     * @param what what it is, such as {@code check}
     */
    public String expression(String what, String text) {
        return keep(rules.expression(what, text));
    }

    /** The default of a column; what is more than a constant is in parentheses. */
    public String columnDefault(String text) {
        return keep(rules.columnDefault(text));
    }

    /** The rule of an exclusion, without its first word. */
    public String exclusion(String definition) {
        return keep(rules.exclusion(definition));
    }

    private String keep(WrittenExpression expression) {
        written.add(expression);
        return expression.text();
    }
}
