package dev.schemaguard.statements.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * The columns that a query gives.
 *
 * @param columns those that are known, in order
 * @param behind the relations of which it gives all columns without their names being known
 */
record Outputs(List<Output> columns, List<Relation> behind) {

    /** The name of a column of which only the server knows what it calls it. */
    static final String UNNAMED = "";

    /** No database gives as many (MySQL, which gives most, gives 4,096). A query that names another one twice doubles them. */
    private static final int MOST = 5_000;

    static final Outputs NONE = new Outputs(List.of(), List.of());

    Outputs {
        if (columns.size() > MOST) {
            throw new NotReadable("it has a query of more than " + MOST + " columns");
        }
        columns = List.copyOf(columns);
        behind = once(behind);
    }

    /** A relation that is behind a query in several ways counts once. */
    private static List<Relation> once(List<Relation> relations) {
        if (relations.size() < 2) {
            return List.copyOf(relations);
        }
        Set<Relation> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        return relations.stream().filter(seen::add).toList();
    }

    /** Whether it may have columns by other names than those that are known. */
    boolean hasUnnamed() {
        return columns.stream().anyMatch(column -> column.name().equals(UNNAMED));
    }

    /** The same columns under other names, as far as there are such. */
    Outputs named(List<String> names) {
        if (names.isEmpty()) {
            return this;
        }
        List<Output> renamed = new ArrayList<>();
        for (int i = 0; i < Math.max(names.size(), columns.size()); i++) {
            List<Source> sources = i < columns.size() ? columns.get(i).sources() : List.of();
            renamed.add(
                    new Output(i < names.size() ? names.get(i) : columns.get(i).name(), sources));
        }
        return new Outputs(renamed, behind);
    }

    /** What a union of this query with another one gives: this one's names for the columns of both. */
    Outputs combinedWith(Outputs other) {
        List<Output> both = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            List<Source> sources = new ArrayList<>(columns.get(i).sources());
            if (i < other.columns.size()) {
                sources.addAll(other.columns.get(i).sources());
            }
            both.add(new Output(columns.get(i).name(), sources));
        }
        List<Relation> all = new ArrayList<>(behind);
        all.addAll(other.behind);
        return new Outputs(both, all);
    }

    /**
     * A column that a query gives.
     *
     * @param name what it is called, or {@link #UNNAMED}
     * @param sources the columns of tables that it is, without any change
     */
    record Output(String name, List<Source> sources) {

        Output {
            sources = sources.stream().distinct().toList();
        }
    }
}
