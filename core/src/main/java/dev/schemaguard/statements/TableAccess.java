package dev.schemaguard.statements;

import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.StatementKind;
import java.util.Objects;
import java.util.Set;

/**
 * What a statement does to one table. A statement may have several: {@code INSERT ... SELECT} inserts into one and reads another.
 *
 * @param table the table or view
 * @param kind what is done to it
 * @param read the columns that are given back: those of a select list or of {@code RETURNING}
 * @param compared the columns that decide: of predicates, joins, groups, orders and within expressions
 * @param written the columns that are given values: the list of an insert, the left sides of an update
 * @param everyColumn whether it names all columns by not naming them: {@code SELECT *}, or an insert without a list
 * @param conflict what an upsert takes for the same row
 */
public record TableAccess(
        ObjectName table,
        StatementKind kind,
        Set<String> read,
        Set<String> compared,
        Set<String> written,
        boolean everyColumn,
        ConflictTarget conflict) {

    public TableAccess {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(kind, "kind");
        read = Set.copyOf(read);
        compared = Set.copyOf(compared);
        written = Set.copyOf(written);
        Objects.requireNonNull(conflict, "conflict");
    }

    /** Whether it names that column itself. */
    public boolean names(String column) {
        return read.contains(column) || compared.contains(column) || written.contains(column);
    }

    /** Whether it touches that column, by its name or with all others. */
    public boolean uses(String column) {
        return everyColumn || names(column);
    }
}
