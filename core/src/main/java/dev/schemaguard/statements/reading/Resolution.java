package dev.schemaguard.statements.reading;

import dev.schemaguard.statements.reading.Relation.Knowledge;
import java.util.List;

/**
 * Whose a column is that is named alone.
 *
 * @param knowledge whether somebody has it
 * @param holders those who have it, or may
 * @param column the column
 */
record Resolution(Knowledge knowledge, List<Relation> holders, String column) {

    static Resolution of(List<Relation> relations, String column) {
        for (Knowledge knowledge : List.of(Knowledge.YES, Knowledge.MAYBE)) {
            List<Relation> holders = relations.stream()
                    .filter(relation -> relation.has(column) == knowledge)
                    .toList();
            if (!holders.isEmpty()) {
                return new Resolution(knowledge, holders, column);
            }
        }
        return new Resolution(Knowledge.NO, List.of(), column);
    }

    /** Whether it can be told: several have it where a join merges their columns, but of several that may have it one does. */
    boolean isCertain() {
        return knowledge == Knowledge.YES || knowledge == Knowledge.MAYBE && holders.size() == 1;
    }

    List<Source> sources() {
        return isCertain()
                ? holders.stream()
                        .flatMap(holder -> holder.sources(column).stream())
                        .toList()
                : List.of();
    }
}
