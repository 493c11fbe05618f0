package dev.schemaguard.ddl.change;

import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.draft.Dropping;
import dev.schemaguard.model.Gap;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import java.util.List;
import java.util.Set;

/**
 * Whatever uses something goes with it: defaults, rules, indexes, computed columns, views. Which of them do is not kept, so that
 * the tables that have any are left open.
 *
 * @param name what goes
 * @param statement what says so, for people
 * @param origin where the script says so
 */
public record DependentsChange(ObjectName name, String statement, Origin origin) implements Change {

    @Override
    public List<ObjectName> tables() {
        return List.of();
    }

    @Override
    public void applyTo(Catalog catalog) {
        if (catalog.programs().dependOnObjects()) {
            // A function with such a body goes with what it uses, and what uses the function goes then.
            Unreadable.everywhere(origin, statement + " may reach through functions with BEGIN ATOMIC")
                    .applyTo(catalog);
            return;
        }
        Dropping.forgotten(catalog, name);
        note(catalog, Dropping.dependents(catalog, name.name()), statement, origin);
    }

    @Override
    public void doubt(Catalog catalog) {
        applyTo(catalog);
    }

    /** Notes which tables and views are left open. */
    static void note(Catalog catalog, Set<ObjectName> left, String statement, Origin origin) {
        if (!left.isEmpty()) {
            catalog.gap(Gap.of(origin, statement + " drops what uses it, which is not kept in detail", left));
        }
    }
}
