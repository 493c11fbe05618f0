package dev.schemaguard.database.mysql.catalog;

import dev.schemaguard.model.ObjectName;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of what an account was granted.
 *
 * @param given whether it gives rather than takes back
 * @param grantee the account or role that it is granted to, as written
 * @param schema the schema, as written, so that it may be a pattern; empty for all
 * @param table the table; empty for all
 * @param rights what is granted, in the server's words, each with the columns that it is limited to
 */
record Grant(boolean given, String grantee, String schema, String table, Map<String, Set<String>> rights) {

    static final String SELECT = "SELECT";
    static final String INSERT = "INSERT";
    static final String UPDATE = "UPDATE";
    static final String DELETE = "DELETE";

    /** By which a role sees the triggers of a table (manual, 26.3.45). */
    static final String TRIGGER = "TRIGGER";

    private static final Set<String> ALL = Set.of(SELECT, INSERT, UPDATE, DELETE, TRIGGER);

    /** No name is empty, and any other text is one. */
    private static final String ANY = "";

    private static final String QUOTED = "`(?:[^`]|``)*`|\"(?:[^\"]|\"\")*\"";

    private static final Pattern LINE = Pattern.compile(
            "(GRANT|REVOKE) (.+?) ON (?:TABLE )?(\\*|" + QUOTED + ")\\.(\\*|" + QUOTED + ") (?:TO|FROM) ((?:" + QUOTED
                    + "|'[^']*'|[^\\s`\"'])+).*",
            Pattern.DOTALL);

    /** A privilege, with the columns that it is limited to. */
    private static final Pattern PART =
            Pattern.compile("([A-Z][A-Z ]*[A-Z])(?: \\(((?:(?:" + QUOTED + ")(?:, )?)+)\\))?");

    private static final Pattern NAME = Pattern.compile(QUOTED);

    /** What a line grants on tables; empty where it is on routines, of a role, or nothing that matters here. */
    static Optional<Grant> read(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Map<String, Set<String>> rights = rights(parts.group(2));
        return rights.isEmpty()
                ? Optional.empty()
                : Optional.of(new Grant(
                        parts.group(1).equals("GRANT"),
                        parts.group(5),
                        unquoted(parts.group(3)),
                        unquoted(parts.group(4)),
                        rights));
    }

    private static Map<String, Set<String>> rights(String text) {
        Map<String, Set<String>> rights = new HashMap<>();
        Matcher part = PART.matcher(text);
        while (part.find()) {
            Set<String> columns = new HashSet<>();
            if (part.group(2) != null) {
                Matcher column = NAME.matcher(part.group(2));
                while (column.find()) {
                    columns.add(unquoted(column.group()));
                }
            }
            if (part.group(1).startsWith("ALL")) {
                ALL.forEach(each -> rights.put(each, Set.of()));
            } else if (ALL.contains(part.group(1))) {
                rights.put(part.group(1), columns);
            }
        }
        return rights;
    }

    private static String unquoted(String name) {
        if (name.equals("*")) {
            return ANY;
        }
        String quote = name.substring(0, 1);
        return name.substring(1, name.length() - 1).replace(quote + quote, quote);
    }

    /** Whether it is granted to a role and not to an account; what MariaDB grants to everybody is to none. */
    boolean isByRole() {
        return !NAME.matcher(grantee).replaceAll("").contains("@") && !grantee.equals("PUBLIC");
    }

    boolean isOnEverything() {
        return table.equals(ANY) && schema.equals(ANY);
    }

    boolean isOn(ObjectName name, boolean folded) {
        return given && !table.equals(ANY) && same(schema, name.schema(), folded) && same(table, name.name(), folded);
    }

    /** Whether it is on all of this schema, by its very name. */
    boolean isOnAllNamed(String name, boolean folded) {
        return table.equals(ANY) && same(schema, name, folded);
    }

    /** Whether it is on all of the schemas whose names look like this one, and of not simply all. */
    boolean isOnAllLike(String name, boolean folded) {
        return table.equals(ANY)
                && !schema.equals(ANY)
                && pattern(folded).matcher(bytes(name)).matches();
    }

    private static boolean same(String one, String other, boolean folded) {
        return folded ? one.equalsIgnoreCase(other) : one.equals(other);
    }

    /** As in LIKE, with a backslash before what is meant as it is; an underscore is one byte and not one character. */
    private Pattern pattern(boolean folded) {
        StringBuilder regex = new StringBuilder();
        String like = bytes(schema);
        for (int i = 0; i < like.length(); i++) {
            char c = like.charAt(i);
            if (c == '\\' && i + 1 < like.length()) {
                regex.append(Pattern.quote(String.valueOf(like.charAt(++i))));
            } else {
                regex.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL | (folded ? Pattern.CASE_INSENSITIVE : 0));
    }

    /** A text of one character for each byte. */
    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
