package dev.schemaguard.database.mysql.catalog;

import dev.schemaguard.database.mysql.server.Product;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Privilege;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the connected account may do, by itself and by the roles that are active (MySQL manual, 13.7.7.21).
 *
 * <p>Where several grants are on schemas whose names look like one, the server takes one of them and no other. MariaDB takes the
 * one that it lists first; what is granted everywhere to a role of a role it may forget until it is started anew. MySQL takes the
 * oldest (13.7.1.6) as long as it is up, and after that maybe another; nobody is told which. With {@code partial_revokes} names of
 * schemas are names there (6.2.12).
 */
final class Grants {

    private static final Set<String> OF_TABLES = Set.of(Grant.SELECT, Grant.INSERT, Grant.UPDATE, Grant.DELETE);

    /** A role that is granted to a role. */
    private static final Pattern INNER_ROLE = Pattern.compile("GRANT (\\S+) TO ([^\\s@]+)(?: .*)?");

    private final List<Grant> grants = new ArrayList<>();
    private final Map<String, List<Set<String>>> possible = new HashMap<>();
    private final Set<String> innerRoles = new HashSet<>();
    private final Product product;
    private final boolean foldsTables;
    private final boolean named;

    /**
     * Nothing is granted yet.
     *
     * @param product whose grants they are
     * @param foldsTables whether names are the same in whatever case
     * @param named whether names of schemas mean these schemas alone
     */
    Grants(Product product, boolean foldsTables, boolean named) {
        this.product = product;
        this.foldsTables = foldsTables;
        this.named = named;
    }

    static Grants read(CatalogStatement catalog, Session session) throws SQLException {
        Grants grants = new Grants(catalog.server().product(), session.foldsTables(), session.revokesPartially());
        catalog.askUtf8("grants", "show grants", row -> grants.add(row.text(0)));
        return grants;
    }

    /** Takes one line of the answer; what is granted on routines is no concern. */
    void add(String line) {
        possible.clear();
        Matcher inner = INNER_ROLE.matcher(line);
        if (inner.matches()) {
            innerRoles.add(inner.group(1));
        }
        Grant.read(line).ifPresent(grants::add);
    }

    /** Whether whatever is in a schema is seen, so that what is not seen is not there. */
    boolean seeAll(String schema) {
        return possible(schema).stream().noneMatch(rights -> rights.stream().noneMatch(OF_TABLES::contains));
    }

    /** Whether the triggers of a table are seen. */
    boolean seeTriggers(ObjectName table) {
        return sure(possible(table.schema())).contains(Grant.TRIGGER)
                || grants.stream()
                        .anyMatch(grant -> grant.rights().containsKey(Grant.TRIGGER) && grant.isOn(table, foldsTables));
    }

    /** The privileges on a whole table that are held for sure. */
    Set<Privilege> on(ObjectName table) {
        Set<String> held = sure(possible(table.schema()));
        for (Grant grant : grants) {
            if (grant.isOn(table, foldsTables)) {
                grant.rights().forEach((right, columns) -> {
                    if (columns.isEmpty()) {
                        held.add(right);
                    }
                });
            }
        }
        return privileges(held);
    }

    /** The privileges on all of a schema that are held or not, as the server chooses. */
    Set<Privilege> doubtfulOn(String schema) {
        List<Set<String>> possible = possible(schema);
        Set<String> doubtful = new HashSet<>();
        possible.forEach(doubtful::addAll);
        doubtful.removeAll(sure(possible));
        return privileges(doubtful);
    }

    /** The privileges on single columns, by their names in lower case. */
    Map<String, Set<Privilege>> onColumns(ObjectName table) {
        Map<String, Set<Privilege>> held = new HashMap<>();
        for (Grant grant : grants) {
            if (grant.isOn(table, foldsTables)) {
                grant.rights()
                        .forEach((right, columns) -> columns.forEach(column -> held.computeIfAbsent(
                                        column.toLowerCase(Locale.ROOT), key -> EnumSet.noneOf(Privilege.class))
                                .addAll(privileges(Set.of(right)))));
            }
        }
        return held;
    }

    private static Set<Privilege> privileges(Collection<String> rights) {
        Set<Privilege> privileges = EnumSet.noneOf(Privilege.class);
        rights.stream().filter(OF_TABLES::contains).map(Privilege::valueOf).forEach(privileges::add);
        return privileges;
    }

    private static Set<String> sure(List<Set<String>> possible) {
        Set<String> sure = new HashSet<>(possible.get(0));
        possible.forEach(sure::retainAll);
        return sure;
    }

    /** What may be held on all of a schema: one of these it is, and never none. Asked for each table, and put together once. */
    private List<Set<String>> possible(String schema) {
        return possible.computeIfAbsent(schema, this::putTogether);
    }

    private List<Set<String>> putTogether(String schema) {
        Set<String> always = new HashSet<>();
        Set<String> forgotten = new HashSet<>();
        grants.stream()
                .filter(grant -> grant.given() && grant.isOnEverything())
                .forEach(grant -> (innerRoles.contains(grant.grantee()) ? forgotten : always)
                        .addAll(grant.rights().keySet()));
        List<Grant> fitting = grants.stream()
                .filter(grant -> grant.given() && isOnAll(grant, schema))
                .toList();
        List<Set<String>> possible = new ArrayList<>();
        for (Set<String> taken : product == Product.MARIADB ? first(fitting, always) : any(fitting)) {
            Set<String> held = new HashSet<>(always);
            held.addAll(taken);
            grants.stream()
                    .filter(grant -> !grant.given() && grant.isOnAllNamed(schema, foldsTables))
                    .forEach(grant -> held.removeAll(grant.rights().keySet()));
            possible.add(held);
            if (!forgotten.isEmpty()) {
                Set<String> more = new HashSet<>(held);
                more.addAll(forgotten);
                possible.add(more);
            }
        }
        return possible;
    }

    private boolean isOnAll(Grant grant, String schema) {
        return named ? grant.isOnAllNamed(schema, foldsTables) : grant.isOnAllLike(schema, foldsTables);
    }

    /** Any of them; those for names that are written alike are one. */
    private static Collection<Set<String>> any(List<Grant> fitting) {
        Map<String, Set<String>> alike = new LinkedHashMap<>();
        fitting.forEach(grant -> alike.computeIfAbsent(grant.schema(), key -> new HashSet<>())
                .addAll(grant.rights().keySet()));
        return alike.isEmpty() ? List.of(Set.of()) : alike.values();
    }

    /** The first of each grantee, beside those of the others; what roles were granted is put together before it is chosen. */
    private static Collection<Set<String>> first(List<Grant> fitting, Set<String> always) {
        Map<String, Grant> first = new LinkedHashMap<>();
        fitting.forEach(grant -> first.putIfAbsent(grant.grantee(), grant));
        boolean oneRole = first.values().stream().filter(Grant::isByRole).count() <= 1;
        first.values().stream()
                .filter(grant -> oneRole || !grant.isByRole())
                .forEach(grant -> always.addAll(grant.rights().keySet()));
        return oneRole
                ? List.of(Set.of())
                : any(fitting.stream().filter(Grant::isByRole).toList());
    }
}
