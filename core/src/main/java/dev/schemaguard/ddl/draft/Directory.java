package dev.schemaguard.ddl.draft;

import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.ObjectName;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Finds the tables of a catalog by what they have, so that no statement has to look through all of them: a script of many
 * tables would take the square of their number.
 */
public final class Directory {

    /** By name within a schema, and by bare name for those who do not know the schema. */
    private final Finder<ObjectName> rules = new Finder<>();

    private final Finder<ObjectName> indexes = new Finder<>();
    private final Finder<ObjectName> targets = new Finder<>();
    private final Finder<ObjectName> types = new Finder<>();
    private final Finder<String> numbered = new Finder<>();
    private final Finder<String> mentions = new Finder<>();
    private final Finder<String> uses = new Finder<>();

    /** From which number on names of a kind are free, as far as none was given back since. */
    private final Map<ObjectName, Integer> numbers = new HashMap<>();

    void rule(DraftTable table, Constraint constraint) {
        note(rules, table, constraint.name());
        if (constraint instanceof Constraint.ForeignKey key) {
            targets.note(key.target(), table);
        }
        for (String name : Uses.of(constraint)) {
            uses.note(name, table);
        }
    }

    void index(DraftTable table, Index index) {
        note(indexes, table, index.name());
        for (String name : Uses.of(index)) {
            uses.note(name, table);
        }
    }

    void column(DraftTable table, Column column) {
        if (column.type() instanceof ColumnType.Named named) {
            types.note(named.name(), table);
        }
        Optional<String> call = DraftDefault.key(column);
        if (call.isPresent()) {
            numbered.note(call.get(), table);
        }
        for (String name : Uses.of(column)) {
            uses.note(name, table);
        }
    }

    /** Notes that a rule of a table hangs on a name in a way that its text does not show. */
    void uses(DraftTable table, String name) {
        uses.note(name, table);
    }

    /** The tables whose defaults, rules or indexes use, or once used, a function, a type or a schema of that name. */
    List<DraftTable> using(String name) {
        return uses.find(name, DraftTable::isListed);
    }

    void mentions(DraftTable view, String name) {
        mentions.note(name, view);
    }

    private static void note(Finder<ObjectName> finder, DraftTable table, String name) {
        if (!name.isEmpty()) {
            finder.note(ObjectName.of(SearchPath.said(table.name().schema()), name), table);
            finder.note(ObjectName.of(name), table);
        }
    }

    /** A name may be free again. */
    void freed() {
        numbers.clear();
    }

    /** The number from which on a name of that kind may be free. */
    public int firstNumber(ObjectName unnumbered) {
        return numbers.getOrDefault(unnumbered, 0);
    }

    /** Notes that all names of that kind below a number are taken. */
    public void taken(ObjectName unnumbered, int below) {
        numbers.put(unnumbered, below);
    }

    /** Whether a table in that schema has a rule of the name. */
    boolean hasRule(ObjectName name) {
        return has(rules, name, (table, rule) -> table.constraint(rule).isPresent());
    }

    /** Whether a table in that schema has an index of the name. */
    boolean hasIndex(ObjectName name) {
        return has(indexes, name, (table, index) -> table.indexes().has(index));
    }

    private static boolean has(Finder<ObjectName> finder, ObjectName name, BiPredicate<DraftTable, String> has) {
        String schema = SearchPath.said(name.schema());
        return finder.has(
                ObjectName.of(schema, name.name()),
                table -> table.isListed()
                        && SearchPath.said(table.name().schema()).equals(schema)
                        && has.test(table, name.name()));
    }

    /** The tables that have a rule of the name, those in the given schema first. */
    List<DraftTable> ofRule(ObjectName name) {
        return find(rules, name, (table, rule) -> table.constraint(rule).isPresent());
    }

    /** The tables that have an index of the name, in the given schema if there are any there. */
    List<DraftTable> ofIndex(ObjectName name) {
        return find(indexes, name, (table, index) -> table.indexes().has(index));
    }

    private static List<DraftTable> find(
            Finder<ObjectName> finder, ObjectName name, BiPredicate<DraftTable, String> has) {
        String schema = SearchPath.said(name.schema());
        List<DraftTable> there = finder.find(
                ObjectName.of(schema, name.name()),
                table -> table.isListed()
                        && SearchPath.said(table.name().schema()).equals(schema)
                        && has.test(table, name.name()));
        return there.isEmpty()
                ? finder.find(ObjectName.of(name.name()), table -> table.isListed() && has.test(table, name.name()))
                : there;
    }

    /** The tables in any schema that have a rule or an index of the name. */
    Set<DraftTable> having(String name) {
        ObjectName anywhere = ObjectName.of(name);
        Set<DraftTable> found = new LinkedHashSet<>(rules.find(
                anywhere, table -> table.isListed() && table.constraint(name).isPresent()));
        found.addAll(indexes.find(
                anywhere, table -> table.isListed() && table.indexes().has(name)));
        return found;
    }

    /** The tables that have foreign keys to a table. */
    List<DraftTable> referringTo(ObjectName table) {
        return targets.find(
                table,
                other -> other.isListed()
                        && other.constraints().stream().anyMatch(rule -> ColumnReferences.refersTo(rule, table)));
    }

    /** The tables that have columns of a type. */
    List<DraftTable> withColumnsOf(ObjectName type) {
        return types.find(
                type, table -> table.isListed() && table.columns().stream().anyMatch(column -> isOf(column, type)));
    }

    /** The tables that have columns whose default calls a sequence. */
    List<DraftTable> calling(DraftSequence sequence) {
        return numbered.find(DraftDefault.key(sequence), DraftTable::isListed);
    }

    /** Whether a column is of a type, or an array of it. */
    static boolean isOf(Column column, ObjectName type) {
        return column.type() instanceof ColumnType.Named named && named.name().equals(type);
    }

    /** The views that name something in their queries. */
    public List<DraftTable> mentioning(String name) {
        return mentions.find(name, view -> view.isListed() && view.mentions().contains(name));
    }
}
