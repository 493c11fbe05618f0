package dev.schemaguard.statements.reading;

import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.statements.OpenColumn;
import dev.schemaguard.statements.StatementUse;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What a statement uses, while it is read. */
final class UseDraft {

    private final Map<Place, AccessDraft> accesses = new LinkedHashMap<>();
    private final Set<ObjectName> sequences = new HashSet<>();
    private final Set<ObjectName> types = new HashSet<>();
    private final Set<OpenColumn> open = new HashSet<>();

    /** The access of that kind to that table, of which a statement has one. */
    AccessDraft access(ObjectName table, StatementKind kind) {
        return accesses.computeIfAbsent(new Place(table, kind), place -> new AccessDraft(table, kind));
    }

    void sequence(ObjectName name) {
        sequences.add(name);
    }

    void type(ObjectName name) {
        types.add(name);
    }

    void open(OpenColumn column) {
        open.add(column);
    }

    StatementUse toUse() {
        var sorted = accesses.values().stream()
                .sorted(Comparator.comparing(AccessDraft::table).thenComparing(AccessDraft::kind))
                .map(AccessDraft::toAccess)
                .toList();
        return new StatementUse(sorted, sequences, types, open);
    }

    private record Place(ObjectName table, StatementKind kind) {}
}
