package dev.schemaguard.statements;

import dev.schemaguard.model.ObjectName;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What one statement uses of the schema. Names are spelled as the catalog spells them; those without a schema are looked for along
 * the search path.
 *
 * @param accesses what it does to tables and views, each kind of access to a table once; empty for statements of none
 * @param sequences the sequences that it names itself
 * @param types the types that it casts to by name and that are not built in
 * @param open the columns of which it is not known whose they are
 */
public record StatementUse(
        List<TableAccess> accesses, Set<ObjectName> sequences, Set<ObjectName> types, Set<OpenColumn> open) {

    /** A statement that uses nothing of the schema. */
    public static final StatementUse NOTHING = new StatementUse(List.of(), Set.of(), Set.of(), Set.of());

    public StatementUse {
        accesses = List.copyOf(accesses);
        Objects.requireNonNull(sequences, "sequences");
        sequences = Set.copyOf(sequences);
        types = Set.copyOf(types);
        open = Set.copyOf(open);
    }

    /** The access with those columns, too, that may be of its table. */
    TableAccess possible(TableAccess access) {
        Map<Role, Set<String>> columns = new EnumMap<>(Role.class);
        open.stream()
                .filter(column -> column.mayBeOf(access.table(), access.kind()))
                .forEach(column -> columns.computeIfAbsent(column.role(), role -> new HashSet<>())
                        .add(column.name()));
        return access.and(new TableAccess(
                access.table(),
                access.kind(),
                columns.getOrDefault(Role.READ, Set.of()),
                columns.getOrDefault(Role.COMPARED, Set.of()),
                columns.getOrDefault(Role.WRITTEN, Set.of()),
                false,
                access.conflict(),
                columns.getOrDefault(Role.ORDERED, Set.of()),
                Set.of()));
    }

    /** The same use where it is told of open columns which access names them. */
    public StatementUse with(Map<OpenColumn, TableAccess> told) {
        if (told.isEmpty()) {
            return this;
        }
        List<TableAccess> more = accesses.stream()
                .map(access -> told.entrySet().stream()
                        .filter(one -> one.getValue().equals(access))
                        .map(Map.Entry::getKey)
                        .reduce(access, (all, column) -> all.and(access.of(column)), (one, other) -> one.and(other)))
                .toList();
        Set<OpenColumn> left = new HashSet<>(open);
        left.removeAll(told.keySet());
        return new StatementUse(more, sequences, types, left);
    }
}
