package dev.schemaguard.ddl.change;

import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.draft.DraftTable;
import dev.schemaguard.model.Gap;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A statement that cannot be read, or whose effect depends on more than the script.
 *
 * @param origin where it stands
 * @param reason what it is and why it cannot be read, for people
 * @param tables the only tables that it can change; empty where that cannot be told, or where it can change none
 * @param anything whether it can change anything
 */
public record Unreadable(Origin origin, String reason, List<ObjectName> tables, boolean anything) implements Change {

    public Unreadable {
        tables = List.copyOf(tables);
    }

    /** One that may change anything. */
    public static Unreadable everywhere(Origin origin, String reason) {
        return new Unreadable(origin, reason, List.of(), true);
    }

    /** One that can change the given table only. */
    static Unreadable of(Origin origin, String reason, ObjectName table) {
        return of(origin, reason, List.of(table));
    }

    /** One that can change the given tables only; none of those that are there where it only creates something. */
    public static Unreadable of(Origin origin, String reason, List<ObjectName> tables) {
        return new Unreadable(origin, reason, tables, false);
    }

    @Override
    public void doubt(Catalog catalog) {
        applyTo(catalog);
    }

    @Override
    public void applyTo(Catalog catalog) {
        if (anything) {
            catalog.gap(Gap.everywhere(origin, reason));
            return;
        }
        Set<ObjectName> names = new LinkedHashSet<>();
        for (ObjectName table : tables) {
            names.add(catalog.tables()
                    .key(table, catalog.path())
                    .orElse(catalog.path().created(table)));
            catalog.table(table).ifPresent(DraftTable::leaveUnstated);
        }
        catalog.gap(Gap.of(origin, reason, names));
    }
}
