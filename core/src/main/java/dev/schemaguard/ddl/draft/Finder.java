package dev.schemaguard.ddl.draft;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Which tables have, or once had, something by a key; those that have it no more are forgotten when they are looked for. */
final class Finder<K> {

    private final Map<K, Set<DraftTable>> tables = new HashMap<>();

    /** Notes that a table has it. */
    void note(K key, DraftTable table) {
        Set<DraftTable> known = tables.get(key);
        if (known == null) {
            // Most keys are of one table only, of which there are many.
            tables.put(key, Set.of(table));
        } else if (!known.contains(table)) {
            Set<DraftTable> more = known instanceof LinkedHashSet ? known : new LinkedHashSet<>(known);
            more.add(table);
            tables.put(key, more);
        }
    }

    /**
     * The tables that have it, in the order in which that was noted.
     *
     * @param has tells whether one still has it
     */
    List<DraftTable> find(K key, Predicate<DraftTable> has) {
        Set<DraftTable> known = tables.getOrDefault(key, Set.of());
        List<DraftTable> found = known.stream().filter(has).toList();
        if (found.isEmpty()) {
            tables.remove(key);
        } else if (found.size() < known.size()) {
            tables.put(key, new LinkedHashSet<>(found));
        }
        return found;
    }

    /** Whether any table has it. */
    boolean has(K key, Predicate<DraftTable> has) {
        return tables.getOrDefault(key, Set.of()).stream().anyMatch(has);
    }
}
