package dev.schemaguard.source.ddl.draft;

import dev.schemaguard.model.Gap;
import dev.schemaguard.model.ObjectName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What could not be read so far. Statements that repeat are listed once, and tables that are gone are no concern any more. */
public final class GapList {

    private final List<Gap> gaps = new ArrayList<>();

    /** The gaps in the order in which they were found. */
    public List<Gap> all() {
        return List.copyOf(gaps);
    }

    /** Adds a gap, or the tables that it reaches to one from the same place. */
    void add(Gap gap) {
        for (int i = 0; i < gaps.size(); i++) {
            Gap earlier = gaps.get(i);
            if (earlier.origin().equals(gap.origin()) && earlier.reason().equals(gap.reason())) {
                gaps.set(i, joined(earlier, gap));
                return;
            }
        }
        gaps.add(gap);
    }

    /** Follows a table to its new name. */
    void rename(ObjectName from, ObjectName to) {
        gaps.replaceAll(gap -> withTables(gap, names -> {
            Set<ObjectName> renamed = new LinkedHashSet<>(names);
            if (renamed.remove(from)) {
                renamed.add(to);
            }
            return renamed;
        }));
    }

    /** Forgets a table that was dropped: whatever it looked like, it is gone. */
    void drop(ObjectName table) {
        gaps.replaceAll(gap -> withTables(gap, names -> {
            Set<ObjectName> left = new LinkedHashSet<>(names);
            left.remove(table);
            return left;
        }));
        gaps.removeIf(gap ->
                gap.reach() instanceof Gap.Reach.Tables reach && reach.names().isEmpty());
    }

    private static Gap joined(Gap one, Gap other) {
        if (!(one.reach() instanceof Gap.Reach.Tables) || !(other.reach() instanceof Gap.Reach.Tables more)) {
            return Gap.everywhere(one.origin(), one.reason());
        }
        return withTables(one, names -> {
            Set<ObjectName> both = new LinkedHashSet<>(names);
            both.addAll(more.names());
            return both;
        });
    }

    private static Gap withTables(Gap gap, UnaryOperator<Set<ObjectName>> change) {
        return gap.reach() instanceof Gap.Reach.Tables reach
                ? Gap.of(gap.origin(), gap.reason(), change.apply(reach.names()))
                : gap;
    }
}
