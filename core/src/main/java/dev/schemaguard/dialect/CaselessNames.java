package dev.schemaguard.dialect;

import dev.schemaguard.model.Column;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Names that mean the same in any case, although the catalog keeps the case in which they were written: those of columns on MySQL
 * (manual, 9.2.3), of everything on SQLite. Both sides have to be compared in one spelling, and it is the live one.
 */
public final class CaselessNames {

    private final Schema live;
    private final Map<ObjectName, ObjectName> tables = new HashMap<>();

    private CaselessNames(Schema live, boolean tablesToo) {
        this.live = live;
        if (tablesToo) {
            live.tables().forEach(table -> tables.putIfAbsent(folded(table.name()), table.name()));
        }
    }

    /**
     * The expectation with the spelling of the live schema, as far as that has the names.
     *
     * @param tablesToo whether names of tables mean the same in any case, too, rather than those of columns alone
     */
    public static Schema spelledAs(Schema expected, Schema live, boolean tablesToo) {
        CaselessNames names = new CaselessNames(live, tablesToo);
        List<Table> spelled = expected.tables().stream().map(names::table).toList();
        return spelled.equals(List.copyOf(expected.tables())) ? expected : expected.with(spelled);
    }

    private Table table(Table table) {
        ObjectName name = name(table.name());
        Optional<Table> found = live.table(name);
        if (found.isEmpty() || name.equals(table.name()) && isSpelledAlike(table, found.get())) {
            return table;
        }
        Spelling columns = new Spelling(found.get());
        List<Column> spelled = table.columns().stream().map(columns::column).toList();
        List<Constraint> constraints = table.constraints().stream()
                .map(constraint -> constraint(constraint, columns))
                .toList();
        List<Index> indexes = table.indexes().stream().map(columns::index).toList();
        boolean same = name.equals(table.name())
                && spelled.equals(table.columns())
                && constraints.equals(table.constraints())
                && indexes.equals(table.indexes());
        return same
                ? table
                : table.toBuilder()
                        .name(name)
                        .withoutFacts()
                        .columns(spelled)
                        .constraints(constraints)
                        .indexes(indexes)
                        .build();
    }

    /** Nearly every table is, and to see that nothing of it has to be made anew. */
    private boolean isSpelledAlike(Table table, Table found) {
        for (int i = 0; i < table.columns().size(); i++) {
            if (found.column(table.columns().get(i).name(), i).isEmpty()) {
                return false;
            }
        }
        return table.constraints().stream().allMatch(constraint -> isSpelledAlike(constraint, found))
                && table.indexes().stream().allMatch(index -> isSpelledAlike(index, found));
    }

    private boolean isSpelledAlike(Constraint constraint, Table found) {
        if (constraint instanceof Constraint.Key key) {
            return hasAll(found, key.columns());
        }
        return !(constraint instanceof Constraint.ForeignKey key)
                || hasAll(found, key.columns())
                        && name(key.target()).equals(key.target())
                        && live.table(key.target())
                                .filter(target -> !hasAll(target, key.targetColumns()))
                                .isEmpty();
    }

    private static boolean isSpelledAlike(Index index, Table found) {
        for (Index.Part part : index.parts()) {
            if (part instanceof Index.ColumnPart column
                    && found.column(column.name()).isEmpty()) {
                return false;
            }
        }
        return hasAll(found, index.included());
    }

    private static boolean hasAll(Table table, List<String> columns) {
        for (String column : columns) {
            if (table.column(column).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private Constraint constraint(Constraint constraint, Spelling columns) {
        Constraint own = constraint.mapColumns(columns::of).mapNames(this::name);
        if (own instanceof Constraint.ForeignKey key) {
            Optional<Table> target = live.table(key.target());
            return target.isEmpty()
                    ? key
                    : key.withTarget(
                            key.target(),
                            key.targetColumns().stream()
                                    .map(new Spelling(target.get())::of)
                                    .toList());
        }
        return own;
    }

    private ObjectName name(ObjectName name) {
        if (tables.isEmpty() || live.table(name).isPresent()) {
            return name;
        }
        if (!name.isQualified()) {
            for (String schema : live.searchPath()) {
                ObjectName found = tables.get(folded(name.in(schema)));
                if (found != null) {
                    return found.unqualified();
                }
            }
        }
        return tables.getOrDefault(folded(name), name);
    }

    private static ObjectName folded(ObjectName name) {
        String own = name.name().toLowerCase(Locale.ROOT);
        return name.isQualified() ? ObjectName.of(name.schema().toLowerCase(Locale.ROOT), own) : ObjectName.of(own);
    }

    /** How one live table spells its columns. */
    private static final class Spelling {

        private final Table live;
        private final Map<String, String> folded = new HashMap<>();

        Spelling(Table live) {
            this.live = live;
        }

        String of(String name) {
            if (live.column(name).isPresent()) {
                return name;
            }
            if (folded.isEmpty()) {
                live.columns().forEach(column -> folded.put(column.name().toLowerCase(Locale.ROOT), column.name()));
            }
            return folded.getOrDefault(name.toLowerCase(Locale.ROOT), name);
        }

        Column column(Column column) {
            String name = of(column.name());
            return name.equals(column.name())
                    ? column
                    : column.toBuilder().name(name).build();
        }

        Index index(Index index) {
            List<Index.Part> parts = index.parts().stream()
                    .map(part -> part instanceof Index.ColumnPart column ? column.withName(of(column.name())) : part)
                    .toList();
            return parts.equals(index.parts())
                    ? index
                    : index.withParts(
                            parts, index.included().stream().map(this::of).toList(), index.where());
        }
    }
}
