package dev.schemaguard.source.ddl.program;

import dev.schemaguard.model.Gap;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.source.ddl.change.QueryChange;
import dev.schemaguard.source.ddl.change.RoutineChange;
import dev.schemaguard.source.ddl.change.SequenceChange;
import dev.schemaguard.source.ddl.change.TableChange;
import dev.schemaguard.source.ddl.change.TypeChange;
import dev.schemaguard.source.ddl.change.Unreadable;
import dev.schemaguard.source.ddl.draft.Catalog;
import dev.schemaguard.source.ddl.draft.Change;
import dev.schemaguard.source.ddl.script.Holes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Treats changes of which it is not known whether they are carried out, or with which names. */
public final class Doubt {

    private Doubt() {}

    /** Leaves open what a change may have touched, and notes it. */
    public static void about(Change change, Catalog catalog, String why) {
        // Row security alone is no reason not to know the rest: it is only left unstated.
        if (change instanceof Program
                || change instanceof Unreadable
                || change instanceof RoutineChange
                || change instanceof TableChange.RowSecurity) {
            change.doubt(catalog);
            return;
        }
        Set<ObjectName> tables = new LinkedHashSet<>();
        List<ObjectName> named = change.tables();
        for (ObjectName name : named) {
            if (!Holes.in(name) || catalog.programs().subject().isPresent()) {
                catalog.matching(name).forEach(table -> tables.add(table.name()));
            }
        }
        // What is created under a name that is not known changes nothing that is there.
        boolean creates = change instanceof TableChange.Create
                || change instanceof QueryChange
                || change instanceof SequenceChange.Create
                || change instanceof TypeChange.Create;
        boolean bounded = creates
                || catalog.programs().subject().isPresent()
                || (!named.isEmpty() && named.stream().noneMatch(Holes::in));
        if (bounded && tables.isEmpty() && named.stream().noneMatch(Holes::in)) {
            named.forEach(name -> tables.add(catalog.path().created(name)));
        }
        change.doubt(catalog);
        catalog.gap(bounded ? Gap.of(change.origin(), why, tables) : Gap.everywhere(change.origin(), why));
    }
}
