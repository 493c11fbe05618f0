package dev.schemaguard.jdbc.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a failed statement, to tell which tables and columns it names. Not parsed, for it may be of any database and
 * wrong in any way: only literals, comments and quotes are told from names. Names are compared without regard to case.
 */
final class StatementWords {

    /** Longer statements are lists of values in the end. */
    private static final int LONGEST = 100_000;

    private static final Pattern WORD = Pattern.compile(
            "'(?:[^'\\\\]|''|\\\\.)*+'?|\\$(\\w*)\\$.*?\\$\\1\\$|--[^\\n]*|/\\*.*?(?:\\*/|$)"
                    + "|\"((?:[^\"]|\"\")*+)\"|`([^`]*+)`|\\[(\\w+)]|([\\p{L}_][\\p{L}\\p{N}_$]*+)|(::|.)",
            Pattern.DOTALL);

    /** What stands behind a table and is no other name for it. */
    private static final Set<String> NO_ALIAS = Set.of(
            "where",
            "set",
            "on",
            "join",
            "inner",
            "left",
            "right",
            "full",
            "cross",
            "natural",
            "using",
            "values",
            "select",
            "default",
            "order",
            "group",
            "having",
            "limit",
            "offset",
            "fetch",
            "union",
            "except",
            "intersect",
            "returning",
            "for",
            "window",
            "tablesample",
            "overriding",
            "when",
            "with");

    private final List<String> words = new ArrayList<>();

    private StatementWords(String sql) {
        Matcher matcher = WORD.matcher(sql.length() <= LONGEST ? sql : sql.substring(0, LONGEST));
        while (matcher.find()) {
            add(matcher);
        }
    }

    static StatementWords of(String sql) {
        return new StatementWords(sql);
    }

    /** Names in lower case, marks as they are; literals, comments and blanks are left out, a literal as a mark of its own. */
    private void add(Matcher matcher) {
        String quoted = matcher.group(2) != null
                ? matcher.group(2)
                : matcher.group(3) != null ? matcher.group(3) : matcher.group(4);
        if (quoted != null) {
            words.add(quoted.replace("\"\"", "\"").toLowerCase(Locale.ROOT));
        } else if (matcher.group(5) != null) {
            words.add(matcher.group(5).toLowerCase(Locale.ROOT));
        } else if (matcher.group(6) != null && !matcher.group(6).isBlank()) {
            words.add(matcher.group(6));
        } else if (matcher.group().startsWith("'")) {
            words.add("'");
        }
    }

    /** All that may be names, in lower case. */
    Set<String> names() {
        return Set.copyOf(words);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** Whether a table is named. */
    boolean usesTable(String table) {
        return !places(table).isEmpty();
    }

    /** Whether a column of that name is named: not as a type that something is cast to, and not as a function. */
    boolean namesColumn(String column) {
        return places(column).stream().anyMatch(at -> !word(at + 1).equals("(") || isListed(at));
    }

    /** The name of a table before a list of columns looks like a call. */
    private boolean isListed(int at) {
        return Set.of("into", "update", "table").contains(word(at - 1));
    }

    /** Whether that is the table, or what the statement calls it. */
    boolean calls(String table, String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return wanted.equals(table.toLowerCase(Locale.ROOT))
                || places(table).stream().anyMatch(at -> alias(at).equals(wanted));
    }

    private String alias(int table) {
        int next = word(table + 1).equals("as") ? table + 2 : table + 1;
        return NO_ALIAS.contains(word(next)) ? "" : word(next);
    }

    private List<Integer> places(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        List<Integer> places = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            if (words.get(at).equals(wanted) && !word(at - 1).equals("::")) {
                places.add(at);
            }
        }
        return places;
    }

    private String word(int at) {
        return at >= 0 && at < words.size() ? words.get(at) : "";
    }
}
