package dev.schemaguard.statements;

import dev.schemaguard.model.ObjectName;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What one statement uses of the schema. Names are spelled as the catalog spells them; those without a schema are looked for along
 * the search path.
 *
 * @param accesses what it does to tables and views, each kind of access to a table once; empty for statements of none
 * @param sequences the sequences that it names itself
 * @param types the types that it casts to by name and that are not built in
 * @param unresolved names of columns of which it cannot be told whose they are
 */
public record StatementUse(
        List<TableAccess> accesses, Set<ObjectName> sequences, Set<ObjectName> types, Set<String> unresolved) {

    /** A statement that uses nothing of the schema. */
    public static final StatementUse NOTHING = new StatementUse(List.of(), Set.of(), Set.of(), Set.of());

    public StatementUse {
        accesses = List.copyOf(accesses);
        Objects.requireNonNull(sequences, "sequences");
        sequences = Set.copyOf(sequences);
        types = Set.copyOf(types);
        unresolved = Set.copyOf(unresolved);
    }
}
