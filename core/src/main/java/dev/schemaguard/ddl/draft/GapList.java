package dev.schemaguard.ddl.draft;

import dev.schemaguard.model.Gap;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What could not be read so far. Statements that repeat are listed once, and tables that are gone are no concern any more. */
public final class GapList {

    /** The tables that each gap reaches; where it reaches everything, those that there were by then. */
    private final Map<Place, Set<ObjectName>> tables = new LinkedHashMap<>();

    private final Map<ObjectName, Set<Place>> byTable = new HashMap<>();
    /** The names of tables that any gap reaches, or once reached, whatever their schema is. */
    private final Set<String> bareNames = new HashSet<>();

    private final Set<Place> everywhere = new HashSet<>();

    /** The gaps in the order of the scripts, and in each of its lines. */
    public List<Gap> all() {
        if (tables.isEmpty()) {
            return List.of();
        }
        Map<String, Integer> scripts = new HashMap<>();
        tables.keySet().forEach(place -> scripts.putIfAbsent(place.origin().location(), scripts.size()));
        return tables.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<Place, Set<ObjectName>> gap) ->
                                scripts.getOrDefault(gap.getKey().origin().location(), 0))
                        .thenComparingInt(gap -> gap.getKey().origin().line()))
                .map(gap -> everywhere.contains(gap.getKey())
                        ? Gap.everywhere(gap.getKey().origin(), gap.getKey().reason(), gap.getValue())
                        : Gap.of(gap.getKey().origin(), gap.getKey().reason(), gap.getValue()))
                .toList();
    }

    /** Whether one of them may be about any table. */
    public boolean reachEverything() {
        return !everywhere.isEmpty();
    }

    /** Adds a gap, or the tables that it reaches to one from the same place. */
    void add(Gap gap) {
        Place place = new Place(gap.origin(), gap.reason());
        Set<ObjectName> reached = tables.computeIfAbsent(place, key -> new LinkedHashSet<>());
        if (gap.reach() instanceof Gap.Reach.Everything) {
            everywhere.add(place);
        }
        for (ObjectName table : gap.reach().names()) {
            bareNames.add(table.name());
            reached.add(table);
            byTable.computeIfAbsent(table, key -> new LinkedHashSet<>()).add(place);
        }
    }

    /** Whether tables of that name, in whatever schema, may look otherwise than the statements say. */
    public boolean reachNamed(String table) {
        return bareNames.contains(table);
    }

    /** Whether any table may look otherwise than the statements say. */
    public boolean reachAny() {
        return !bareNames.isEmpty() || !everywhere.isEmpty();
    }

    /** Whether it is listed already that a table may look otherwise than the statements say. */
    boolean reach(ObjectName table) {
        return byTable.containsKey(table);
    }

    /** Follows a table to its new name. */
    void rename(ObjectName from, ObjectName to) {
        for (Place place : forget(from)) {
            names(place).add(to);
            bareNames.add(to.name());
            byTable.computeIfAbsent(to, key -> new LinkedHashSet<>()).add(place);
        }
    }

    /** Forgets a table that was dropped: whatever it looked like, it is gone. */
    public void drop(ObjectName table) {
        for (Place place : forget(table)) {
            if (names(place).isEmpty() && !everywhere.contains(place)) {
                tables.remove(place);
            }
        }
    }

    private Set<Place> forget(ObjectName table) {
        Set<Place> places = byTable.getOrDefault(table, Set.of());
        byTable.remove(table);
        places.forEach(place -> names(place).remove(table));
        return places;
    }

    private Set<ObjectName> names(Place place) {
        return tables.computeIfAbsent(place, key -> new LinkedHashSet<>());
    }

    /** What tells one gap from another. */
    private record Place(Origin origin, String reason) {}
}
