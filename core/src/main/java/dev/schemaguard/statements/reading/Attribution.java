package dev.schemaguard.statements.reading;

import dev.schemaguard.statements.OpenColumn;
import dev.schemaguard.statements.reading.Relation.Knowledge;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whose a bare column is: that of the nearest query that has it. It can be told where it is known of all nearer ones that they have
 * it not, or where there is only one of whom it is not known.
 *
 * @param nearestFirst who may have it in the query where it stands, then in those around
 * @param column the column
 */
record Attribution(List<List<Relation>> nearestFirst, String column) {

    /** All are written down for each column. MySQL joins no more than 61 tables. */
    private static final int MOST_CANDIDATES = 64;

    Attribution {
        nearestFirst = List.copyOf(nearestFirst);
    }

    static Attribution of(List<List<Relation>> nearestFirst, String column) {
        return new Attribution(nearestFirst, column);
    }

    /** The columns of tables that it is; empty where that cannot be told. */
    Optional<List<Source>> sources() {
        List<Relation> perhaps = new ArrayList<>();
        for (int i = 0; i < nearestFirst.size(); i++) {
            Resolution resolution = Resolution.of(nearestFirst.get(i), column);
            if (resolution.knowledge() == Knowledge.YES) {
                return perhaps.isEmpty()
                        ? Optional.of(nearest(resolution.sources(), nearestFirst.subList(i + 1, nearestFirst.size())))
                        : Optional.empty();
            }
            perhaps.addAll(resolution.holders());
            if (perhaps.contains(Elsewhere.GIVEN)) {
                break;
            }
        }
        return onlyOne(perhaps.isEmpty() ? tables() : perhaps);
    }

    /** One table that is named twice is one. */
    private Optional<List<Source>> onlyOne(List<Relation> holders) {
        Set<List<Source>> distinct = new HashSet<>();
        holders.forEach(holder -> distinct.add(holder.sources(column)));
        return distinct.stream().findFirst().filter(one -> distinct.size() == 1);
    }

    /** Where nobody is known to have the column, it may be missing in a table. */
    private List<Relation> tables() {
        return nearestFirst.stream()
                .flatMap(List::stream)
                .filter(Relation::isTable)
                .toList();
    }

    private List<Source> nearest(List<Source> sources, List<List<Relation>> around) {
        return sources.stream()
                .map(source -> source instanceof Source.Known known && mayBeOfSomebody(others(around, known))
                        ? new Source.Nearest(known)
                        : source)
                .toList();
    }

    /**
     * A table that is named around, too, has the column no more when it has it no more; and what a query gives is no column that one
     * within it can name.
     */
    private static List<List<Relation>> others(List<List<Relation>> around, Source.Known known) {
        return around.stream()
                .map(level -> level.stream()
                        .filter(relation -> relation != Elsewhere.GIVEN
                                && (!(relation instanceof TableRelation table)
                                        || !table.access()
                                                .table()
                                                .equals(known.access().table())))
                        .toList())
                .toList();
    }

    /** Whether there is anybody in the nearest queries of whom it is not known that he has it not. */
    boolean mayBeOfSomebody(int queries) {
        return mayBeOfSomebody(nearestFirst.subList(0, queries));
    }

    private boolean mayBeOfSomebody(List<List<Relation>> levels) {
        return levels.stream().anyMatch(level -> Resolution.of(level, column).knowledge() != Knowledge.NO);
    }

    /** The same where the outermost of the nearest queries gives a column of that name. */
    Attribution orGiven(int queries) {
        List<List<Relation>> more = new ArrayList<>(nearestFirst);
        List<Relation> gives = new ArrayList<>(more.get(queries - 1));
        gives.add(Elsewhere.GIVEN);
        more.set(queries - 1, gives);
        return new Attribution(more, column);
    }

    /** The column, to be attributed by somebody who knows more; where it may be that of very many it stays anybody's. */
    Source open(UseDraft use) {
        long all = nearestFirst.stream().mapToLong(List::size).sum();
        return new Source.Open(
                use,
                column,
                all > MOST_CANDIDATES
                        ? List.of()
                        : nearestFirst.stream()
                                .map(this::level)
                                .filter(level -> !level.isEmpty())
                                .toList());
    }

    private OpenColumn.Level level(List<Relation> relations) {
        Set<OpenColumn.Candidate> candidates = new HashSet<>();
        boolean elsewhere = false;
        for (Relation relation : relations) {
            if (relation instanceof TableRelation table) {
                candidates.add(new OpenColumn.Candidate(
                        table.access().table(), table.access().kind()));
            } else if (relation != Elsewhere.GIVEN) {
                elsewhere |= relation.has(column) != Knowledge.NO;
            }
        }
        return new OpenColumn.Level(candidates, elsewhere, relations.contains(Elsewhere.GIVEN));
    }
}
