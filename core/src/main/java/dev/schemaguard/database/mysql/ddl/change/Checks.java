package dev.schemaguard.database.mysql.ddl.change;

import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.draft.DraftTable;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Family;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The checks of a table. On MariaDB one that stands in a column's definition goes with the column, and has no name of its own.
 *
 * @param catalog the schema in the making
 * @param table the table
 * @param forked whether the server is a MariaDB
 */
record Checks(Catalog catalog, DraftTable table, boolean forked) {

    private static final String OF_COLUMN = "check of ";

    /** Marks one that is not compared, and whose name is taken. */
    private static final String FORGOTTEN = "forgotten check ";

    private static String mark(String column) {
        return OF_COLUMN + column.toLowerCase(Locale.ROOT);
    }

    /** Notes that the check of a column's name goes with it. */
    void noteOfColumn(String column) {
        table.notes().put(mark(column), column);
    }

    /** The check that goes with a column is gone when the column is defined anew. */
    void dropOfColumn(String column) {
        Optional.ofNullable(table.notes().remove(mark(column)))
                .ifPresent(name -> table.constraints()
                        .removeIf(rule ->
                                rule instanceof Constraint.Check && rule.name().equalsIgnoreCase(name)));
    }

    /**
     * The check that goes with a column is called what the column is, so that another column may take the old name with its own. The
     * catalog keeps the old name for both, which nothing is told by.
     */
    void renameColumn(String from, String to) {
        Optional.ofNullable(table.notes().remove(mark(from))).ifPresent(name -> {
            noteOfColumn(to);
            table.constraints()
                    .replaceAll(rule ->
                            rule instanceof Constraint.Check && rule.name().equals(name) ? rule.withName(to) : rule);
        });
    }

    /** Whether a check goes with the column. */
    boolean hasOfColumn(String column) {
        return table.notes().containsKey(mark(column));
    }

    /** Whether one of two checks of a name would be one that goes with a column. */
    boolean isTaken(String name, boolean ofColumn) {
        return table.constraints().stream()
                .anyMatch(rule -> rule instanceof Constraint.Check
                        && rule.name().equalsIgnoreCase(name)
                        && (ofColumn || isOfColumn(rule)));
    }

    /** Whether it goes with a column, so that no statement drops it by its name. */
    boolean isOfColumn(Constraint rule) {
        return rule instanceof Constraint.Check
                && table.notes().entrySet().stream()
                        .anyMatch(note -> note.getKey().startsWith(OF_COLUMN)
                                && note.getValue().equals(rule.name()));
    }

    /** Drops those that name a column. */
    void dropNaming(String column) {
        table.constraints()
                .removeIf(rule -> rule instanceof Constraint.Check check
                        && catalog.expressions().names(check.expression()).stream()
                                .anyMatch(column::equalsIgnoreCase));
    }

    /** Forgets those that the server writes in another way than the script, if there are any. */
    boolean forgetRewritten() {
        List<Constraint> rewritten = RewrittenChecks.of(catalog, table, forked).toList();
        table.constraints().removeIf(rewritten::contains);
        rewritten.forEach(rule -> table.notes().put(FORGOTTEN + rule.name(), rule.name()));
        if (!rewritten.isEmpty()) {
            table.complete().remove(Family.CHECKS);
        }
        return !rewritten.isEmpty();
    }

    /** Drops one that was forgotten, and says whether it was. */
    boolean dropForgotten(String name) {
        return table.notes()
                .entrySet()
                .removeIf(note ->
                        note.getKey().startsWith(FORGOTTEN) && note.getValue().equalsIgnoreCase(name));
    }

    /** The names of those that are not compared any more. */
    static Stream<String> forgotten(DraftTable table) {
        return table.notes().entrySet().stream()
                .filter(note -> note.getKey().startsWith(FORGOTTEN))
                .map(Map.Entry::getValue);
    }

    /** Those of a table that this one is like get new names, numbered in the order of the old ones (tried on 8.0.31). */
    void copied(DraftTable source, RuleNames names) {
        Map<String, Optional<Constraint>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        forgotten(source).forEach(name -> all.put(name, Optional.empty()));
        source.constraints().stream()
                .filter(Constraint.Check.class::isInstance)
                .forEach(rule -> all.put(rule.name(), Optional.of(rule)));
        table.notes().keySet().removeIf(note -> note.startsWith(FORGOTTEN));
        for (Optional<Constraint> rule : all.values()) {
            String name = names.check();
            rule.ifPresentOrElse(
                    one -> table.constraints().add(one.withName(name)),
                    () -> table.notes().put(FORGOTTEN + name, name));
        }
    }

    /** Names that the server has given follow the table. */
    static void renamed(DraftTable table, UnaryOperator<String> following) {
        List<String> names = forgotten(table).toList();
        table.notes().keySet().removeIf(note -> note.startsWith(FORGOTTEN));
        names.stream().map(following).forEach(name -> table.notes().put(FORGOTTEN + name, name));
    }

    void forgetAll() {
        table.constraints().removeIf(Constraint.Check.class::isInstance);
        table.complete().remove(Family.CHECKS);
    }
}
