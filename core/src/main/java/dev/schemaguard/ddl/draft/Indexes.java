package dev.schemaguard.ddl.draft;

import dev.schemaguard.ddl.draft.ServerHabits.Unnamed;
import dev.schemaguard.ddl.script.SqlExpression;
import dev.schemaguard.ddl.script.Token;
import dev.schemaguard.ddl.script.Token.Kind;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.TableKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Adds indexes to tables. */
public final class Indexes {

    private Indexes() {}

    /** Adds an index; where it has no name it gets the server's. */
    public static void add(Catalog catalog, DraftTable table, Index written) {
        addTo(catalog, table, written);
        if (table.kind() == TableKind.PARTITIONED_TABLE) {
            List<DraftTable> family = table.family();
            for (DraftTable partition : family.subList(1, family.size())) {
                addTo(catalog, partition, written.withName(""));
            }
        }
    }

    private static void addTo(Catalog catalog, DraftTable table, Index written) {
        String name = written.name();
        if (name.isEmpty()) {
            List<String> labels = new ArrayList<>();
            written.parts().forEach(part -> labels.add(label(part)));
            labels.addAll(written.included());
            Set<String> parts = unrepeated(labels);
            name = catalog.habits().name(catalog, table.name(), parts, Unnamed.INDEX, catalog::isRelation);
        }
        table.indexes().put(written.withName(name));
    }

    /** Copies all that a partition gets from its parent. */
    public static void copy(Catalog catalog, DraftTable parent, DraftTable partition) {
        Constraints.copy(catalog, parent, partition);
        parent.indexes().all().forEach(index -> {
            if (!has(partition, index)) {
                add(catalog, partition, index.withName(""));
            }
        });
    }

    private static boolean isAlike(Index other, Index index) {
        return other.parts().equals(index.parts()) && other.predicate().equals(index.predicate());
    }

    private static boolean has(DraftTable table, Index index) {
        return table.indexes().all().stream()
                .anyMatch(other -> isAlike(other, index) && other.unique() == index.unique());
    }

    /** The second of the same label gets the number 1, and so on. */
    private static Set<String> unrepeated(List<String> labels) {
        Set<String> taken = new LinkedHashSet<>();
        Map<String, Integer> numbers = new HashMap<>();
        for (String label : labels) {
            String candidate = label;
            while (!taken.add(candidate)) {
                candidate = label + numbers.merge(label, 1, Integer::sum);
            }
        }
        return taken;
    }

    /** A column is called by its name, a call by its function, anything else {@code expr}. */
    private static String label(Index.Part part) {
        if (part instanceof Index.ColumnPart column) {
            return column.name();
        }
        List<Token> tokens = SqlExpression.tokens(((Index.ExpressionPart) part).text());
        int at = 0;
        while (at + 1 < tokens.size() && tokens.get(at + 1).is(".")) {
            at += 2;
        }
        boolean called = at + 1 < tokens.size()
                && tokens.get(at).kind() == Kind.WORD
                && tokens.get(at + 1).is("(");
        return called ? tokens.get(at).text().toLowerCase(java.util.Locale.ROOT) : "expr";
    }

    /** Drops an index; those of partitions that came with it go too. */
    public static void drop(DraftTable table, String name) {
        Optional<Index> index = table.indexes().remove(name);
        if (index.isPresent() && table.kind() == TableKind.PARTITIONED_TABLE) {
            for (DraftTable child : table.family()) {
                child.indexes().removeIf(other -> isAlike(other, index.get()));
            }
        }
    }
}
