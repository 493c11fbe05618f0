package dev.schemaguard.ddl.draft;

import dev.schemaguard.model.Index;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The indexes of a table in the making, in the order of their creation and found by their names. */
public final class IndexList {

    private final DraftTable table;
    private final Map<String, Index> indexes = new LinkedHashMap<>();

    IndexList(DraftTable table) {
        this.table = table;
    }

    /** Adds one behind the others, or replaces the one of that name. */
    public void put(Index index) {
        indexes.put(index.name(), index);
        table.directory().ifPresent(directory -> directory.index(table, index));
    }

    /** The one of that name. */
    public Optional<Index> find(String name) {
        return Optional.ofNullable(indexes.get(name));
    }

    /** Whether there is one of that name. */
    public boolean has(String name) {
        return indexes.containsKey(name);
    }

    /** Removes the one of that name and gives it, if there is one. */
    public Optional<Index> remove(String name) {
        Optional<Index> removed = Optional.ofNullable(indexes.remove(name));
        removed.ifPresent(index -> freed());
        return removed;
    }

    /** Removes those that are meant. */
    public void removeIf(Predicate<Index> meant) {
        if (indexes.values().removeIf(meant)) {
            freed();
        }
    }

    /** Puts another one of the same name in the place of each. */
    void replaceAll(UnaryOperator<Index> change) {
        indexes.replaceAll((name, index) -> change.apply(index));
    }

    void clear() {
        removeIf(index -> true);
    }

    private void freed() {
        table.directory().ifPresent(Directory::freed);
    }

    /** All of them; they cannot be changed by it. */
    public Collection<Index> all() {
        return Collections.unmodifiableCollection(indexes.values());
    }

    /** Their names. */
    public List<String> names() {
        return new ArrayList<>(indexes.keySet());
    }
}
