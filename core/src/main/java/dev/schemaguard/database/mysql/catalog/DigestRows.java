package dev.schemaguard.database.mysql.catalog;

import dev.schemaguard.database.mysql.server.Product;
import dev.schemaguard.model.Privilege;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the statement about digests answered. Tables are known by the very letters of their names. */
final class DigestRows {

    private final Product product;
    private final Set<String> asked;
    private final Map<String, String> digests = new HashMap<>();
    private final Set<String> views = new HashSet<>();
    private final Map<String, Set<Privilege>> onTables = new HashMap<>();
    private final Set<Privilege> onAll = EnumSet.noneOf(Privilege.class);
    private final Set<String> referredTo = new HashSet<>();
    private String account = "";
    private String home = "";

    DigestRows(Product product, Set<String> asked) {
        this.product = product;
        this.asked = asked;
    }

    void take(CatalogRow row) {
        switch (row.text(0)) {
            case DigestStatement.SESSION -> {
                account = row.text(1);
                home = row.text(2);
            }
            case DigestStatement.VIEW -> {
                views.add(row.text(1));
                digests.put(row.text(1), row.text(2));
            }
            case DigestStatement.TABLE -> digests.put(row.text(1), row.text(2));
            case DigestStatement.RIGHTS -> rights(row);
            case DigestStatement.REFERENCE -> reference(row.text(1), row.text(2));
            default -> {
                // there is nothing else
            }
        }
    }

    private void rights(CatalogRow row) {
        Set<Privilege> held = row.optional(1)
                .map(table -> onTables.computeIfAbsent(table, key -> EnumSet.noneOf(Privilege.class)))
                .orElse(onAll);
        for (String said : row.text(2).split(",", -1)) {
            privilege(said).ifPresent(held::add);
        }
    }

    private static Optional<Privilege> privilege(String said) {
        return switch (said) {
            case "SELECT" -> Optional.of(Privilege.SELECT);
            case "INSERT" -> Optional.of(Privilege.INSERT);
            case "UPDATE" -> Optional.of(Privilege.UPDATE);
            case "DELETE" -> Optional.of(Privilege.DELETE);
            default -> Optional.empty();
        };
    }

    /** In whatever case the server writes the name, for some fold it. */
    private void reference(String table, String from) {
        if (!asked.contains(from)) {
            referredTo.add(table.toLowerCase(Locale.ROOT));
        }
    }

    /** The connected role, without the hosts that it may come from. */
    String role() {
        return Session.role(account);
    }

    /** The schema that was looked at; empty where the connection has none. */
    String home() {
        return home;
    }

    boolean isThere(String table) {
        return digests.containsKey(table);
    }

    boolean isView(String table) {
        return views.contains(table);
    }

    /** The digest of a table or view; empty where the server made none. */
    String digest(String table) {
        return digests.getOrDefault(table, "");
    }

    /**
     * What the account itself may do with a table; what it may by a role is not asked here. MariaDB shows the checks of a schema to
     * those who hold a privilege on all of it, so that nobody else is told enough.
     */
    Set<Privilege> held(String table) {
        if (product == Product.MARIADB && onAll.isEmpty()) {
            return Set.of();
        }
        Set<Privilege> held = EnumSet.copyOf(onAll);
        held.addAll(onTables.getOrDefault(table, Set.of()));
        return held;
    }

    /** Whether a table that nobody asked for refers to it. */
    boolean isReferredTo(String table) {
        return referredTo.contains(table.toLowerCase(Locale.ROOT));
    }
}
