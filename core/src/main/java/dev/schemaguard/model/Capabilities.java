package dev.schemaguard.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the live database lets the connected role do with a table.
 *
 * @param insertable whether rows can be inserted at all, which a view may not allow
 * @param insertTrigger whether a trigger runs before (or instead of) an insert and so may fill columns
 * @param privilegesStated whether privileges were read; if not, the two sets below say nothing
 * @param privileges the privileges on the whole table
 * @param columnPrivileges the privileges on single columns, beside those on the whole table
 */
public record Capabilities(
        Presence insertable,
        Presence insertTrigger,
        boolean privilegesStated,
        Set<Privilege> privileges,
        Map<String, Set<Privilege>> columnPrivileges) {

    /** Nothing is known. */
    public static final Capabilities UNSTATED =
            new Capabilities(Presence.UNSTATED, Presence.UNSTATED, false, Set.of(), Map.of());

    public Capabilities {
        privileges = Set.copyOf(privileges);
        Map<String, Set<Privilege>> copy = new LinkedHashMap<>();
        columnPrivileges.forEach((column, granted) -> copy.put(column, Set.copyOf(granted)));
        columnPrivileges = Collections.unmodifiableMap(copy);
    }
}
