package dev.schemaguard.jdbc;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what of a statement would be looked for along the search path, where somebody may have put another of the same name or
 * with a better fitting signature: functions, operators, types, tables, and those words of SQL that stand for an operator. The
 * one table that is no catalog's, a history, is always read with {@code only} and its schema.
 */
final class QualifiedSql {

    private static final Pattern LITERALS = Pattern.compile("/\\*.*?\\*/|'(?:[^']|'')*'", Pattern.DOTALL);
    private static final Pattern QUALIFIED_OPERATOR = Pattern.compile("operator\\(pg_catalog\\.[^)]+\\)");
    private static final Pattern OPERATOR = Pattern.compile("[-+*/<>=~!@#%^&|`]+");
    private static final Pattern STARS = Pattern.compile("\\(\\*\\)|\\w\\.\\*");
    private static final Pattern CALL = Pattern.compile("([\\w\".]+)\\s?\\(");
    private static final Pattern CAST = Pattern.compile("::(?!pg_catalog\\.)\\S+");
    private static final Pattern TABLE = Pattern.compile("\\b(?:from|join) (?:lateral )?(?!only )([\\w\".]+)");
    private static final Pattern HIDDEN_OPERATOR = Pattern.compile(
            "\\b(?:not in|in|between|like|ilike|similar|distinct from|nullif|using|natural|overlaps)\\b|case (?!when\\b)");
    private static final Pattern OWN_NAME = Pattern.compile("(\\w+)(?:\\([^()]*\\))? as (?:materialized )?\\(");

    /** Words of the grammar that stand before a parenthesis and call nothing. */
    private static final Set<String> WORDS = Set.of(
            "all",
            "and",
            "any",
            "array",
            "as",
            "by",
            "coalesce",
            "exists",
            "filter",
            "from",
            "lateral",
            "materialized",
            "not",
            "on",
            "operator",
            "or",
            "over",
            "select",
            "then",
            "when",
            "where",
            "with",
            "else",
            "recursive",
            "rows");

    private QualifiedSql() {}

    /** What is not qualified; nothing where all is. */
    static List<String> whatIsNot(String statement) {
        String sql = LITERALS.matcher(statement).replaceAll("''").replaceAll("\\s+", " ");
        Set<String> own = names(sql);
        List<String> found = new ArrayList<>();
        String plain =
                STARS.matcher(QUALIFIED_OPERATOR.matcher(sql).replaceAll("")).replaceAll("");
        add(found, OPERATOR.matcher(plain), 0, Set.of());
        add(found, CAST.matcher(plain), 0, Set.of());
        add(found, HIDDEN_OPERATOR.matcher(plain), 0, Set.of());
        add(found, CALL.matcher(plain), 1, own);
        add(found, TABLE.matcher(plain), 1, own);
        return found;
    }

    private static void add(List<String> found, Matcher matcher, int group, Set<String> known) {
        while (matcher.find()) {
            String text = matcher.group(group);
            boolean harmless =
                    text.startsWith("pg_catalog.") || known.contains(text) || group == 1 && WORDS.contains(text);
            if (!harmless) {
                found.add(text + " in: " + matcher.group());
            }
        }
    }

    /** What the statement itself names: its common table expressions, and the aliases that list columns. */
    private static Set<String> names(String sql) {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = OWN_NAME.matcher(sql);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        Matcher aliases = Pattern.compile("\\bas (\\w+)\\(").matcher(sql);
        while (aliases.find()) {
            names.add(aliases.group(1));
        }
        return names;
    }
}
