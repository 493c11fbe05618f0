package dev.schemaguard.source.ddl.draft;

import dev.schemaguard.model.Index;
import dev.schemaguard.model.TableKind;
import dev.schemaguard.source.ddl.script.SqlExpression;
import dev.schemaguard.source.ddl.script.Token;
import dev.schemaguard.source.ddl.script.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Adds indexes to tables. */
public final class Indexes {

    private Indexes() {}

    /** Adds an index; where it has no name it gets the server's. */
    public static void add(Catalog catalog, DraftTable table, Index written) {
        String name = written.name();
        if (name.isEmpty()) {
            List<String> parts = new ArrayList<>();
            written.parts().forEach(part -> parts.add(unrepeated(label(part), parts)));
            written.included().forEach(column -> parts.add(unrepeated(column, parts)));
            name = ServerNames.choose(table.name(), parts, "idx", catalog::isRelation);
        }
        table.indexes().put(name, Renaming.named(written, name));
        catalog.noteName(name);
        if (table.kind() == TableKind.PARTITIONED_TABLE) {
            table.children().forEach(child -> add(catalog, child, Renaming.named(written, "")));
        }
    }

    /** Copies all that a partition gets from its parent. */
    public static void copy(Catalog catalog, DraftTable parent, DraftTable partition) {
        Constraints.copy(catalog, parent, partition);
        parent.indexes().values().forEach(index -> {
            if (!has(partition, index)) {
                add(catalog, partition, Renaming.named(index, ""));
            }
        });
    }

    private static boolean has(DraftTable table, Index index) {
        return table.indexes().values().stream()
                .anyMatch(other -> other.parts().equals(index.parts())
                        && other.unique() == index.unique()
                        && other.predicate().equals(index.predicate()));
    }

    private static String unrepeated(String label, List<String> taken) {
        String candidate = label;
        for (int number = 1; taken.contains(candidate); number++) {
            candidate = label + number;
        }
        return candidate;
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
        Index index = table.indexes().remove(name);
        if (index != null && table.kind() == TableKind.PARTITIONED_TABLE) {
            for (DraftTable child : table.family()) {
                child.indexes()
                        .values()
                        .removeIf(other -> other.parts().equals(index.parts())
                                && other.predicate().equals(index.predicate()));
            }
        }
    }
}
