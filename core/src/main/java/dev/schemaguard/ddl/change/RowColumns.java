package dev.schemaguard.ddl.change;

import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.draft.DraftTable;
import dev.schemaguard.ddl.draft.Types;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ObjectName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The columns that rows have in a catalog as it is now.
 *
 * @param columns those that are known, in their order
 * @param whole whether there are no others
 * @param ranges what columns can be qualified by, each with its own
 */
record RowColumns(List<Output> columns, boolean whole, List<Range> ranges) {

    /**
     * A column.
     *
     * @param name its name; empty where it has one that is not known
     * @param type its type, as far as it is known
     */
    record Output(String name, ColumnType type) {

        boolean isNamed() {
            return !name.isEmpty();
        }
    }

    /**
     * The columns of one table or alias.
     *
     * @param name its name
     * @param columns its columns
     * @param whole whether there are no others
     */
    record Range(ObjectName name, List<Output> columns, boolean whole) {

        boolean is(ObjectName qualifier) {
            return name.name().equals(qualifier.name())
                    && (!qualifier.isQualified() || name.schema().equals(qualifier.schema()));
        }
    }

    /**
     * Finds them out.
     *
     * @param mentions where to add the names of columns that are used without being written down
     */
    static RowColumns of(Rows rows, Catalog catalog, Set<String> mentions) {
        if (rows instanceof Rows.Of table) {
            return table(table.name(), catalog);
        }
        if (rows instanceof Rows.Named named) {
            return named(of(named.rows(), catalog, mentions), named);
        }
        if (rows instanceof Rows.Joined join) {
            return joined(of(join.left(), catalog, mentions), of(join.right(), catalog, mentions), join, mentions);
        }
        if (rows instanceof Rows.Selected query) {
            return new Selection(of(query.from(), catalog, mentions), catalog, mentions).of(query.items());
        }
        if (rows instanceof Rows.Combined several) {
            RowColumns first = of(several.first(), catalog, mentions);
            List<Output> untyped = first.columns.stream()
                    .map(column -> new Output(column.name(), ColumnType.UNSTATED))
                    .toList();
            return new RowColumns(untyped, first.whole, List.of());
        }
        return new RowColumns(List.of(), rows instanceof Rows.None, List.of());
    }

    private static RowColumns table(ObjectName name, Catalog catalog) {
        List<Output> columns = new ArrayList<>();
        Optional<DraftTable> table = catalog.table(name);
        for (Column column : table.map(DraftTable::columns).orElse(List.of())) {
            columns.add(new Output(column.name(), column.type()));
        }
        boolean whole = table.map(DraftTable::knowsAllColumns).orElse(false);
        return new RowColumns(columns, whole, List.of(new Range(name, columns, whole)));
    }

    private static RowColumns named(RowColumns rows, Rows.Named as) {
        List<Output> columns = new ArrayList<>();
        for (int i = 0; i < as.columns().size(); i++) {
            // Of rows that are known in part it is not known which of them are the first.
            boolean typed = rows.whole && i < rows.columns.size();
            columns.add(
                    new Output(as.columns().get(i), typed ? rows.columns.get(i).type() : ColumnType.UNSTATED));
        }
        boolean rest = rows.whole || columns.isEmpty();
        if (rest && columns.size() < rows.columns.size()) {
            columns.addAll(rows.columns.subList(columns.size(), rows.columns.size()));
        }
        List<Range> ranges =
                as.name().isEmpty() ? List.of() : List.of(new Range(ObjectName.of(as.name()), columns, rows.whole));
        return new RowColumns(columns, rows.whole, ranges);
    }

    private static RowColumns joined(RowColumns left, RowColumns right, Rows.Joined join, Set<String> mentions) {
        Set<String> merged = new LinkedHashSet<>(join.merged());
        if (join.natural()) {
            left.columns.stream()
                    .map(Output::name)
                    .filter(name -> find(right.columns, name).isPresent())
                    .forEach(merged::add);
        }
        mentions.addAll(merged);
        List<Output> columns = new ArrayList<>();
        for (String name : merged) {
            Output open = new Output(name, ColumnType.UNSTATED);
            Output one = find(left.columns, name).orElse(open);
            columns.add(one.equals(find(right.columns, name).orElse(open)) ? one : open);
        }
        for (RowColumns side : List.of(left, right)) {
            side.columns.stream()
                    .filter(column -> !merged.contains(column.name()))
                    .forEach(columns::add);
        }
        List<Range> ranges = new ArrayList<>(left.ranges);
        ranges.addAll(right.ranges);
        return new RowColumns(columns, left.whole && right.whole, ranges);
    }

    private static Optional<Output> find(List<Output> columns, String name) {
        return columns.stream()
                .filter(column -> column.isNamed() && column.name().equals(name))
                .findFirst();
    }

    /** What a query selects of the rows that it is from. */
    private static final class Selection {

        private final RowColumns from;
        private final Catalog catalog;
        private final Set<String> mentions;
        private final List<Output> columns = new ArrayList<>();
        private boolean whole = true;

        Selection(RowColumns from, Catalog catalog, Set<String> mentions) {
            this.from = from;
            this.catalog = catalog;
            this.mentions = mentions;
        }

        RowColumns of(List<Rows.Item> items) {
            items.forEach(this::item);
            return new RowColumns(columns, whole, List.of());
        }

        private void item(Rows.Item item) {
            if (item instanceof Rows.All all) {
                all(all.qualifier());
            } else if (item instanceof Rows.OfColumn column) {
                columns.add(new Output(column.name(), type(column.qualifier(), column.column())));
            } else if (item instanceof Rows.Value value) {
                columns.add(new Output(value.name(), Types.resolved(catalog, value.type())));
            } else {
                columns.add(new Output("", ColumnType.UNSTATED));
            }
        }

        private void all(Optional<ObjectName> qualifier) {
            Optional<Range> range = qualifier.flatMap(this::range);
            List<Output> all = qualifier.isPresent() ? range.map(Range::columns).orElse(List.of()) : from.columns;
            boolean known = qualifier.isPresent() ? range.map(Range::whole).orElse(false) : from.whole;
            whole &= known;
            if (!known) {
                mentions.add(DraftTable.ALL_COLUMNS);
            }
            columns.addAll(all);
            all.stream().map(Output::name).forEach(mentions::add);
        }

        private Optional<Range> range(ObjectName qualifier) {
            return from.ranges.stream().filter(range -> range.is(qualifier)).findFirst();
        }

        private ColumnType type(Optional<ObjectName> qualifier, String column) {
            Optional<Output> found = qualifier.isPresent()
                    ? range(qualifier.get()).flatMap(range -> find(range.columns(), column))
                    : find(from.columns, column);
            return found.map(Output::type).orElse(ColumnType.UNSTATED);
        }
    }
}
