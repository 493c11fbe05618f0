package dev.schemaguard.model;

import dev.schemaguard.model.Constraint.ReferentialAction;
import java.util.List;
import java.util.Objects;

/**
 * A foreign key of another table that refers to a live one, which may keep rows of it from being deleted or their keys from
 * being changed.
 *
 * @param from the table that has the key
 * @param columns the columns that it refers to
 * @param onDelete what becomes of the other table's rows where one that they refer to is deleted
 * @param onUpdate what becomes of them where the columns change that they refer to
 */
public record InboundKey(
        ObjectName from, List<String> columns, ReferentialAction onDelete, ReferentialAction onUpdate) {

    public InboundKey {
        Objects.requireNonNull(from, "from");
        columns = List.copyOf(columns);
        Objects.requireNonNull(onDelete, "onDelete");
        Objects.requireNonNull(onUpdate, "onUpdate");
    }
}
