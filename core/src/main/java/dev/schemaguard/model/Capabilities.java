package dev.schemaguard.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What the live database lets the connected role do with a table.
 *
 * @param insertable whether rows can be inserted at all, which a view may not allow
 * @param insertTrigger whether a trigger runs before (or instead of) an insert and so may fill columns
 * @param privilegesStated whether privileges were read; if not, the two sets below say nothing
 * @param privileges the privileges on the whole table
 * @param columnPrivileges the privileges on single columns, beside those on the whole table
 * @param lockedSequences the columns whose default takes a number from a sequence that the role may not use, with it
 * @param looseColumns the columns whose collation takes texts for equal that differ, so that a key holds fewer of them
 * @param defaultPartition whether a partitioned table has a partition for the rows that no other partition takes
 * @param rowSecurity whether row security holds for the connected role: it is switched on, and the role does not bypass it
 * @param inboundKeys the foreign keys of tables that nobody asked for which refer to it, where somebody asked for these
 */
public record Capabilities(
        Presence insertable,
        Presence insertTrigger,
        boolean privilegesStated,
        Set<Privilege> privileges,
        Map<String, Set<Privilege>> columnPrivileges,
        Map<String, ObjectName> lockedSequences,
        Set<String> looseColumns,
        Presence defaultPartition,
        Presence rowSecurity,
        List<InboundKey> inboundKeys) {

    /** Nothing is known. */
    public static final Capabilities UNSTATED =
            new Capabilities(Presence.UNSTATED, Presence.UNSTATED, false, Set.of(), Map.of());

    public Capabilities {
        privileges = Set.copyOf(privileges);
        if (columnPrivileges.isEmpty()) {
            columnPrivileges = Map.of();
        } else {
            Map<String, Set<Privilege>> copy = new LinkedHashMap<>();
            columnPrivileges.forEach((column, granted) -> copy.put(column, Set.copyOf(granted)));
            columnPrivileges = Collections.unmodifiableMap(copy);
        }
        lockedSequences = lockedSequences.isEmpty()
                ? Map.of()
                : Collections.unmodifiableMap(new LinkedHashMap<>(lockedSequences));
        looseColumns = Set.copyOf(looseColumns);
        Objects.requireNonNull(defaultPartition, "defaultPartition");
        Objects.requireNonNull(rowSecurity, "rowSecurity");
        inboundKeys = List.copyOf(inboundKeys);
    }

    /** What can be done with an ordinary table, of which nothing else is known. */
    public Capabilities(
            Presence insertable,
            Presence insertTrigger,
            boolean privilegesStated,
            Set<Privilege> privileges,
            Map<String, Set<Privilege>> columnPrivileges) {
        this(
                insertable,
                insertTrigger,
                privilegesStated,
                privileges,
                columnPrivileges,
                Map.of(),
                Set.of(),
                Presence.UNSTATED,
                Presence.UNSTATED,
                List.of());
    }
}
