package dev.schemaguard.ddl;

import dev.schemaguard.ddl.change.ColumnChange;
import dev.schemaguard.ddl.change.ConstraintChange;
import dev.schemaguard.ddl.change.DependentsChange;
import dev.schemaguard.ddl.change.IndexChange;
import dev.schemaguard.ddl.change.NamespaceChange;
import dev.schemaguard.ddl.change.QueryChange;
import dev.schemaguard.ddl.change.RoutineChange;
import dev.schemaguard.ddl.change.SequenceChange;
import dev.schemaguard.ddl.change.TableChange;
import dev.schemaguard.ddl.change.TransactionChange;
import dev.schemaguard.ddl.change.TypeChange;
import dev.schemaguard.ddl.change.Unreadable;
import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.draft.DraftTable;
import dev.schemaguard.ddl.draft.Dropping;
import dev.schemaguard.ddl.script.Holes;
import dev.schemaguard.model.Gap;
import dev.schemaguard.model.ObjectName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Treats changes of which it is not known whether they are carried out, or with which names. */
public final class UncertainChange {

    private UncertainChange() {}

    /**
     * Leaves open what a statement may have changed of which names are known only when it runs: the table that it names, else
     * everything.
     */
    public static void aboutHoles(Change change, Catalog catalog) {
        String why = "which names stand in this statement is known only when it runs";
        boolean creates = change instanceof TableChange.Create
                || change instanceof QueryChange.CreateTable
                || change instanceof SequenceChange.Create
                || change instanceof TypeChange.Create;
        if (catalog.programs().subject().isPresent()) {
            about(change, catalog, why);
        } else if (creates) {
            // What is created under a name that is not known changes nothing that is there.
            catalog.gap(Gap.of(change.origin(), why, Set.of()));
        } else if (change instanceof ColumnChange || change instanceof ConstraintChange) {
            aboutParts(change, catalog, why);
        } else {
            catalog.gap(Gap.everywhere(change.origin(), why));
        }
    }

    /** Some column or rule of a table: foreign keys to the table and views of it may go with it. */
    private static void aboutParts(Change change, Catalog catalog, String why) {
        ObjectName name = change.tables().get(0);
        Optional<DraftTable> table = Holes.in(name) ? Optional.empty() : catalog.table(name);
        if (table.isEmpty()) {
            catalog.gap(Gap.everywhere(change.origin(), why));
            return;
        }
        Set<ObjectName> left = new LinkedHashSet<>();
        for (DraftTable each : table.get().family()) {
            for (DraftTable other : catalog.referringTo(each)) {
                other.forgetRules();
                left.add(other.name());
            }
            each.leaveUnstated();
            left.add(each.name());
            left.addAll(Dropping.dependents(catalog, each.name().name()));
        }
        catalog.gap(Gap.of(change.origin(), why, left));
    }

    /** Leaves open what a change may have touched, and notes it. */
    public static void about(Change change, Catalog catalog, String why) {
        boolean notesItself = change.notesDoubtItself()
                || change instanceof Unreadable
                || change instanceof RoutineChange
                || change instanceof TransactionChange
                || change instanceof DependentsChange
                // Row security alone is no reason not to know the rest: it is only left unstated.
                || change instanceof TableChange.RowSecurity;
        if (notesItself) {
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
                || leavesOpenByItself(change)
                || catalog.programs().subject().isPresent()
                || (!named.isEmpty() && named.stream().noneMatch(Holes::in));
        if (bounded && tables.isEmpty() && named.stream().noneMatch(Holes::in)) {
            named.forEach(name -> tables.add(catalog.path().created(name)));
        }
        if (change instanceof IndexChange.Drop dropped) {
            catalog.withRuleOrIndex(dropped.index().name()).forEach(table -> tables.add(table.name()));
        }
        change.doubt(catalog);
        catalog.gap(bounded ? Gap.of(change.origin(), why, tables) : Gap.everywhere(change.origin(), why));
    }

    /** Whether a change that names no table leaves all of them as they are, but for what it leaves open in them. */
    private static boolean leavesOpenByItself(Change change) {
        boolean ofType = change instanceof TypeChange.AddLabel
                || change instanceof TypeChange.RenameLabel
                || change instanceof TypeChange.AlterDomain
                || change instanceof TypeChange.AlterAttributes;
        boolean ofIndex = change instanceof IndexChange && !(change instanceof IndexChange.Drop drop && drop.cascade());
        return ofType
                || ofIndex
                || change instanceof NamespaceChange.SetPath
                || change instanceof NamespaceChange.SetLocalPath
                || change instanceof SequenceChange && !(change instanceof SequenceChange.Drop);
    }
}
