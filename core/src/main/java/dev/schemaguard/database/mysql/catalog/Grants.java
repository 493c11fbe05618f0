package dev.schemaguard.database.mysql.catalog;

import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Privilege;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the connected account may do, by itself and by the roles that are active (manual, 13.7.7.21). */
final class Grants {

    private static final Pattern LINE = Pattern.compile(
            "(GRANT|REVOKE) (.+?) ON (?:TABLE |(?:FUNCTION|PROCEDURE|PACKAGE).*)?"
                    + "(\\*|[`\"].+?[`\"])\\.(\\*|[`\"].+?[`\"]) (?:TO|FROM) .*",
            Pattern.DOTALL);

    /** A privilege, with the columns that it is limited to. */
    private static final Pattern PART =
            Pattern.compile("([A-Z][A-Z ]*[A-Z])(?: \\(((?:[`\"](?:[^`\"]|``|\"\")*[`\"](?:, )?)+)\\))?");

    private static final Pattern NAME = Pattern.compile("[`\"]((?:[^`\"]|``|\"\")*)[`\"]");

    private static final Map<String, Privilege> PRIVILEGES = Map.of(
            "SELECT", Privilege.SELECT,
            "INSERT", Privilege.INSERT,
            "UPDATE", Privilege.UPDATE,
            "DELETE", Privilege.DELETE);

    private static final String ANY = "*";

    /** By which a role sees the triggers of a table (manual, 26.3.45). */
    private static final Pattern TRIGGERS = Pattern.compile("(?:^|, )(?:ALL PRIVILEGES|TRIGGER)(?:,|$)");

    private final List<Grant> grants = new ArrayList<>();
    private final List<Grant> onTriggers = new ArrayList<>();
    private final boolean foldsTables;

    Grants(boolean foldsTables) {
        this.foldsTables = foldsTables;
    }

    static Grants read(CatalogStatement catalog, boolean foldsTables) throws SQLException {
        Grants grants = new Grants(foldsTables);
        catalog.ask("grants", "show grants", List.of(), row -> grants.add(row.text(0)));
        return grants;
    }

    /** Takes one line of the answer; what is granted on routines, and roles, are no concern. */
    void add(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            return;
        }
        if (TRIGGERS.matcher(parts.group(2)).find()) {
            onTriggers.add(grant(parts, Map.of()));
        }
        Map<Privilege, Set<String>> privileges = privileges(parts.group(2));
        if (!privileges.isEmpty()) {
            grants.add(grant(parts, privileges));
        }
    }

    private static Grant grant(Matcher parts, Map<Privilege, Set<String>> privileges) {
        String schema = unquoted(parts.group(3));
        String table = unquoted(parts.group(4));
        return new Grant(
                parts.group(1).equals("GRANT"),
                schema,
                table,
                table.equals(ANY) && !schema.equals(ANY) ? Optional.of(Grant.pattern(schema)) : Optional.empty(),
                privileges);
    }

    private static Map<Privilege, Set<String>> privileges(String text) {
        Map<Privilege, Set<String>> privileges = new HashMap<>();
        Matcher part = PART.matcher(text);
        while (part.find()) {
            Set<String> columns = new HashSet<>();
            if (part.group(2) != null) {
                Matcher column = NAME.matcher(part.group(2));
                while (column.find()) {
                    columns.add(column.group(1).replace("``", "`"));
                }
            }
            if (part.group(1).startsWith("ALL")) {
                PRIVILEGES.values().forEach(each -> privileges.put(each, Set.of()));
            }
            Optional.ofNullable(PRIVILEGES.get(part.group(1))).ifPresent(each -> privileges.put(each, columns));
        }
        return privileges;
    }

    private static String unquoted(String name) {
        return name.equals(ANY) ? ANY : name.substring(1, name.length() - 1).replace("``", "`");
    }

    /** Whether whatever is in a schema is seen, so that what is not seen is not there. */
    boolean seeAll(String schema) {
        return !onAllOf(schema).isEmpty();
    }

    /** Whether the triggers of a table are seen, for all that is granted; what was taken back again is not looked for. */
    boolean seeTriggers(ObjectName table) {
        return onTriggers.stream()
                .anyMatch(grant -> grant.isOn(table, foldsTables) || grant.granted && grant.isOnAllOf(table.schema()));
    }

    /** The privileges on a whole table. */
    Set<Privilege> on(ObjectName table) {
        Set<Privilege> held = onAllOf(table.schema());
        for (Grant grant : grants) {
            if (grant.isOn(table, foldsTables)) {
                grant.privileges.forEach((privilege, columns) -> {
                    if (columns.isEmpty()) {
                        held.add(privilege);
                    }
                });
            }
        }
        return held;
    }

    /** The privileges on single columns, by their names in lower case. */
    Map<String, Set<Privilege>> onColumns(ObjectName table) {
        Map<String, Set<Privilege>> held = new HashMap<>();
        for (Grant grant : grants) {
            if (grant.isOn(table, foldsTables)) {
                grant.privileges.forEach((privilege, columns) -> columns.forEach(column -> held.computeIfAbsent(
                                column.toLowerCase(Locale.ROOT), key -> EnumSet.noneOf(Privilege.class))
                        .add(privilege)));
            }
        }
        return held;
    }

    /** On all of a schema: what is granted everywhere or there, less what is taken back there (manual, 6.2.12). */
    private Set<Privilege> onAllOf(String schema) {
        Set<Privilege> held = EnumSet.noneOf(Privilege.class);
        for (boolean granted : new boolean[] {true, false}) {
            for (Grant grant : grants) {
                if (grant.granted == granted && grant.isOnAllOf(schema)) {
                    if (granted) {
                        held.addAll(grant.privileges.keySet());
                    } else {
                        held.removeAll(grant.privileges.keySet());
                    }
                }
            }
        }
        return held;
    }

    /**
     * One line.
     *
     * @param granted whether it gives rather than takes back
     * @param schema the schema, as a pattern where all of it is meant; a star for all
     * @param table the table; a star for all
     * @param schemas what the names of the schemas look like, where it is on all of some schemas
     * @param privileges what is granted, each with the columns that it is limited to
     */
    private record Grant(
            boolean granted,
            String schema,
            String table,
            Optional<Pattern> schemas,
            Map<Privilege, Set<String>> privileges) {

        boolean isOn(ObjectName name, boolean folded) {
            return granted
                    && !table.equals(ANY)
                    && same(schema, name.schema(), folded)
                    && same(table, name.name(), folded);
        }

        private static boolean same(String one, String other, boolean folded) {
            return folded ? one.equalsIgnoreCase(other) : one.equals(other);
        }

        boolean isOnAllOf(String name) {
            return table.equals(ANY)
                    && (schemas.isEmpty() || schemas.get().matcher(name).matches());
        }

        /** As in LIKE, with a backslash before what is meant as it is. */
        static Pattern pattern(String like) {
            StringBuilder regex = new StringBuilder();
            for (int i = 0; i < like.length(); i++) {
                char c = like.charAt(i);
                if (c == '\\' && i + 1 < like.length()) {
                    regex.append(Pattern.quote(String.valueOf(like.charAt(++i))));
                } else {
                    regex.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(String.valueOf(c)));
                }
            }
            return Pattern.compile(regex.toString(), Pattern.DOTALL);
        }
    }
}
