package dev.schemaguard.drift;

import java.util.Objects;
import java.util.Optional;

/**
 * What a drift is about.
 *
 * @param schema the schema that was looked at, or the empty text where the database has none
 * @param table the table's name, if the drift is about a table
 * @param column the column's name, if it is about a column
 * @param object the name of a constraint, index, sequence or type, or its columns, if it is about one
 */
public record Subject(String schema, Optional<String> table, Optional<String> column, Optional<String> object) {

    public Subject {
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(object, "object");
    }

    /** Whether it is about a schema as a whole. */
    public boolean isSchema() {
        return table.isEmpty() && object.isEmpty();
    }

    /** The name for people and identifiers, without the schema: {@code posts.quality}, {@code posts(a,b)}. */
    @Override
    public String toString() {
        String owner =
                table.map(name -> column.map(c -> name + "." + c).orElse(name)).orElse("");
        return object.map(name -> owner.isEmpty() ? name : owner + "(" + name + ")")
                .orElse(owner.isEmpty() ? schema : owner);
    }
}
