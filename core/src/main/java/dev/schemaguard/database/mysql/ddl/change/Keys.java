package dev.schemaguard.database.mysql.ddl.change;

import dev.schemaguard.ddl.draft.DraftTable;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Constraint.Enforcement;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys of a table, be they constraints or indexes in the model. */
final class Keys {

    /** Marks an index that the server has made for a foreign key, and that goes where another one serves. */
    private static final String MADE = "made ";

    private final DraftTable table;

    Keys(TableWork work) {
        this.table = work.table();
    }

    private Stream<String> names() {
        return Stream.concat(
                table.constraints().stream()
                        .filter(Constraint.Key.class::isInstance)
                        .map(rule -> name((Constraint.Key) rule)),
                table.indexes().names().stream());
    }

    /** Every primary key has the same name, which the model leaves out as the catalog's reader does. */
    private static String name(Constraint.Key key) {
        return key instanceof Constraint.PrimaryKey ? KeyAction.PRIMARY : key.name();
    }

    boolean has(String name) {
        return names().anyMatch(name::equalsIgnoreCase);
    }

    /** The name that the server gives: that of the first column, numbered from 2 on where it is taken. */
    String name(List<Index.Part> parts) {
        String first = parts.get(0) instanceof Index.ColumnPart column ? column.name() : "functional_index";
        String name = first;
        for (int number = 2; has(name) || name.equalsIgnoreCase(KeyAction.PRIMARY); number++) {
            name = first + "_" + number;
        }
        return name;
    }

    boolean drop(String name) {
        boolean key = table.constraints().stream().anyMatch(rule -> isKey(rule, name));
        table.constraints().removeIf(rule -> isKey(rule, name));
        Optional<String> index =
                table.indexes().names().stream().filter(name::equalsIgnoreCase).findFirst();
        index.ifPresent(found -> {
            table.indexes().remove(found);
            table.notes().remove(MADE + found);
        });
        return key || index.isPresent();
    }

    private static boolean isKey(Constraint rule, String name) {
        return rule instanceof Constraint.Key key && name(key).equalsIgnoreCase(name);
    }

    void rename(String name, String to) {
        table.constraints().replaceAll(rule -> isKey(rule, name) ? rule.withName(to) : rule);
        for (String found : table.indexes().names()) {
            if (found.equalsIgnoreCase(name)) {
                table.indexes().remove(found).ifPresent(index -> table.indexes().put(index.withName(to)));
            }
        }
    }

    /** Drops the indexes that the server has made and that are not needed beside one over these parts. */
    void dropMadeUnder(List<Index.Part> parts) {
        for (Index index : List.copyOf(table.indexes().all())) {
            if (table.notes().containsKey(MADE + index.name()) && begins(columns(parts), columns(index.parts()))) {
                drop(index.name());
            }
        }
    }

    /**
     * Makes an index for a foreign key, unless a key or another index begins with its columns.
     *
     * @return whether it is certain which name it has: not where another one of the same statement begins with the same column and has
     *     no name, either
     */
    boolean make(List<Index.Part> parts, String name, Origin place) {
        dropMadeUnder(parts);
        List<String> wanted = columns(parts);
        boolean served = Stream.concat(
                        table.constraints().stream()
                                .filter(rule -> rule instanceof Constraint.Key key
                                        && !table.indexes().names().contains(name(key)))
                                .map(rule -> ((Constraint.Key) rule).columns()),
                        table.indexes().all().stream()
                                .filter(index -> index.method().equals("btree"))
                                .map(index -> columns(index.parts())))
                .anyMatch(columns -> begins(columns, wanted));
        if (served) {
            return true;
        }
        Optional<Index> rival = table.indexes().all().stream()
                .filter(index -> name.isEmpty()
                        && index.name().equalsIgnoreCase(wanted.get(0))
                        && index.origin().equals(place))
                .findFirst();
        if (rival.isPresent()) {
            drop(rival.get().name());
            return false;
        }
        String label = name.isEmpty() || has(name) ? name(parts) : name;
        table.indexes().put(new Index(label, "btree", parts, List.of(), false, false, SqlText.NONE, true, place));
        table.notes().put(MADE + label, "");
        return true;
    }

    /** The columns in order; one of which a key is only over the beginning serves nothing else, and has no name here. */
    private static List<String> columns(List<Index.Part> parts) {
        return parts.stream()
                .map(part -> part instanceof Index.ColumnPart column && column.prefix() == 0 ? column.name() : "")
                .toList();
    }

    private static boolean begins(List<String> columns, List<String> with) {
        return columns.size() >= with.size() && columns.subList(0, with.size()).equals(with);
    }

    /** Forgets the indexes over all of a column; whether there were any. */
    boolean forgetOverAllOf(String column) {
        List<Index> over = table.indexes().all().stream()
                .filter(index -> !index.unique() && columns(index.parts()).contains(column))
                .toList();
        over.forEach(index -> drop(index.name()));
        return !over.isEmpty();
    }

    /** A column is of another type, of which keys may be over the beginning or not. */
    void retyped(Column column, ColumnType before) {
        for (Index index : List.copyOf(table.indexes().all())) {
            List<Index.Part> parts = index.parts().stream()
                    .map(part ->
                            part instanceof Index.ColumnPart of && of.name().equals(column.name()) && of.prefix() > 0
                                    ? of.withPrefix(KeyLength.after(of.prefix(), before, column.type()))
                                    : part)
                    .toList();
            if (!parts.equals(index.parts())) {
                put(index.withParts(parts, index.included(), index.where()));
            }
        }
    }

    /** A unique one over whole columns is a rule of the table. */
    private void put(Index index) {
        boolean whole =
                index.parts().stream().allMatch(part -> part instanceof Index.ColumnPart of && of.prefix() == 0);
        boolean primary = index.name().equals(KeyAction.PRIMARY);
        if (!whole || !index.unique()) {
            table.indexes().put(index);
            return;
        }
        table.indexes().remove(index.name());
        if (!primary) {
            table.constraints()
                    .add(new Constraint.UniqueKey(
                            index.name(), columns(index.parts()), false, Enforcement.ORDINARY, index.origin()));
        }
    }

    /** Takes a column out of all keys; one that is over nothing else goes (manual, 15.1.9). */
    void dropColumn(String column) {
        for (Index index : List.copyOf(table.indexes().all())) {
            List<Index.Part> left = index.parts().stream()
                    .filter(part ->
                            !(part instanceof Index.ColumnPart of && of.name().equals(column)))
                    .toList();
            if (left.isEmpty()) {
                drop(index.name());
            } else if (left.size() < index.parts().size()) {
                table.indexes().put(index.withParts(left, index.included(), index.where()));
            }
        }
        List<Constraint> rules = new ArrayList<>();
        table.constraints().forEach(rules::add);
        for (Constraint rule : rules) {
            if (rule instanceof Constraint.Key key && key.columns().contains(column)) {
                table.constraints().removeIf(rule::equals);
                List<String> left = new ArrayList<>(key.columns());
                left.remove(column);
                if (!left.isEmpty()) {
                    table.constraints().add(over(key, left));
                }
            }
        }
    }

    private static Constraint over(Constraint.Key key, List<String> columns) {
        return key instanceof Constraint.PrimaryKey
                ? new Constraint.PrimaryKey(key.name(), columns, key.enforcement(), key.origin())
                : new Constraint.UniqueKey(key.name(), columns, false, key.enforcement(), key.origin());
    }
}
