package dev.schemaguard.ddl.draft;

import dev.schemaguard.model.Column;
import dev.schemaguard.model.Constraint;
import java.util.List;
import java.util.OptionalLong;

/**
 * A column as a statement defines it.
 *
 * @param column its facts
 * @param step the step of the sequence that the database makes for it, as for serial and identity; nothing where it makes none
 * @param constraints the constraints written behind it; a name left to the server is empty
 */
public record ColumnDefinition(Column column, OptionalLong step, List<Constraint> constraints) {

    public ColumnDefinition {
        constraints = List.copyOf(constraints);
    }
}
