package dev.schemaguard.statements;

import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.StatementKind;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * What a statement does to one table. A statement may have several: {@code INSERT ... SELECT} inserts into one and reads another.
 *
 * @param table the table or view
 * @param kind what is done to it
 * @param read the columns that are given back: those of a select list or of {@code RETURNING}
 * @param compared the columns that decide: of predicates, joins, and within expressions
 * @param written the columns that are given values: the list of an insert, the left sides of an update
 * @param everyColumn whether it names all columns by not naming them: {@code SELECT *}, or an insert without a list
 * @param conflict what an upsert takes for the same row
 * @param ordered the columns by which rows are put in order or together: those of ORDER BY, GROUP BY, PARTITION BY alone
 * @param around the columns without a name before them that a query around may have as well: where the table has one no more, that of
 *     the other table is meant in silence
 */
public record TableAccess(
        ObjectName table,
        StatementKind kind,
        Set<String> read,
        Set<String> compared,
        Set<String> written,
        boolean everyColumn,
        ConflictTarget conflict,
        Set<String> ordered,
        Set<String> around) {

    public TableAccess {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(kind, "kind");
        read = Set.copyOf(read);
        compared = Set.copyOf(compared);
        written = Set.copyOf(written);
        Objects.requireNonNull(conflict, "conflict");
        ordered = Set.copyOf(ordered);
        around = Set.copyOf(around);
    }

    /** An access by which nothing is put in order, and none of whose columns can be another table's. */
    public TableAccess(
            ObjectName table,
            StatementKind kind,
            Set<String> read,
            Set<String> compared,
            Set<String> written,
            boolean everyColumn,
            ConflictTarget conflict) {
        this(table, kind, read, compared, written, everyColumn, conflict, Set.of(), Set.of());
    }

    /** The same access with the columns of another to the same table. */
    public TableAccess and(TableAccess other) {
        return new TableAccess(
                table,
                kind,
                both(read, other.read),
                both(compared, other.compared),
                both(written, other.written),
                everyColumn || other.everyColumn,
                conflict,
                both(ordered, other.ordered),
                both(around, other.around));
    }

    /** An access of that kind to the same table by this column alone. */
    TableAccess of(OpenColumn column) {
        return new TableAccess(
                table,
                kind,
                only(column, Role.READ),
                only(column, Role.COMPARED),
                only(column, Role.WRITTEN),
                false,
                conflict,
                only(column, Role.ORDERED),
                Set.of());
    }

    private static Set<String> only(OpenColumn column, Role role) {
        return column.role() == role ? Set.of(column.name()) : Set.of();
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }

    /** Its columns that have a role. */
    public Set<String> in(Role role) {
        return switch (role) {
            case READ -> read;
            case COMPARED -> compared;
            case ORDERED -> ordered;
            case WRITTEN -> written;
        };
    }

    /** Whether it names that column itself. */
    public boolean names(String column) {
        return read.contains(column)
                || compared.contains(column)
                || ordered.contains(column)
                || written.contains(column);
    }

    /** Whether it touches that column, by its name or with all others. */
    public boolean uses(String column) {
        return everyColumn || names(column);
    }
}
