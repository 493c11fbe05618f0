package dev.schemaguard.source.ddl;

import dev.schemaguard.model.Column;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.ObjectName;
import java.util.List;
import java.util.Optional;

/**
 * A column as a statement defines it.
 *
 * @param column its facts
 * @param numbered whether the database makes a sequence for it: serial and identity
 * @param calls the sequence that its default calls
 * @param constraints the constraints written behind it; a name left to the server is empty
 */
record ColumnDefinition(Column column, boolean numbered, Optional<ObjectName> calls, List<Constraint> constraints) {

    ColumnDefinition {
        constraints = List.copyOf(constraints);
    }
}
