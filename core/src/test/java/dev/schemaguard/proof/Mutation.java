package dev.schemaguard.proof;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A change of the live database.
 *
 * @param name what it changes, for people
 * @param tables the tables and views whose statements may feel it
 * @param sql the statements that make it
 */
record Mutation(String name, Set<String> tables, List<String> sql) {

    private static final Pattern DROPPED = Pattern.compile("drop constraint (\\w+)");

    static Mutation of(String table, String... sql) {
        Set<String> tables = new LinkedHashSet<>(Set.of(table));
        if (table.equals("accounts")) {
            tables.add("active_accounts");
        }
        if (table.equals("notes")) {
            tables.add("notes_old");
        }
        return new Mutation(String.join("; ", sql), tables, List.of(sql));
    }

    Mutation alsoFeltBy(String... others) {
        Set<String> more = new LinkedHashSet<>(tables);
        more.addAll(List.of(others));
        return new Mutation(name, more, sql);
    }

    /** Whether the change names a column, or the type of one. */
    boolean names(ReleaseColumn column) {
        String type = column.ddl().split(" ", 2)[0];
        boolean ownType = Set.of("mood", "email", "amount", "address", "tempo").contains(type);
        return hasWord(column.name()) || ownType && hasWord(type);
    }

    private boolean hasWord(String word) {
        return Pattern.compile("\\b" + word + "\\b").matcher(name).find();
    }

    /** Whether neither change can hide what the other does: they are about other tables, or about other columns. */
    boolean isApartFrom(Mutation other, Release release) {
        Set<String> mine = columns(release);
        Set<String> others = other.columns(release);
        boolean otherTables = tables.stream().noneMatch(other.tables::contains);
        boolean otherColumns =
                !mine.isEmpty() && !others.isEmpty() && mine.stream().noneMatch(others::contains);
        Set<String> dropped = dropped();
        dropped.retainAll(other.dropped());
        if (!dropped.isEmpty() && !otherTables) {
            // The server gives the name to the next one.
            return false;
        }
        return otherTables && !touchesWhole("orders") && !other.touchesWhole("orders") || otherColumns;
    }

    private Set<String> dropped() {
        Set<String> names = new LinkedHashSet<>();
        DROPPED.matcher(name).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    /** A table that refers to another, or is referred to, feels when that one goes. */
    private boolean touchesWhole(String table) {
        return tables.contains(table) && name.contains("table " + table + " rename to");
    }

    private Set<String> columns(Release release) {
        Set<String> columns = new LinkedHashSet<>();
        for (String table : tables) {
            release.table(table).columns().stream()
                    .filter(this::names)
                    .forEach(column -> columns.add(table + "." + column.name()));
        }
        return columns;
    }

    /** Both changes, one after the other. */
    Mutation and(Mutation other) {
        Set<String> both = new LinkedHashSet<>(tables);
        both.addAll(other.tables);
        List<String> statements = new ArrayList<>(sql);
        statements.addAll(other.sql);
        return new Mutation(name + " AND " + other.name, both, statements);
    }
}
