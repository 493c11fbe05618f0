package dev.schemaguard.source;

import java.util.List;
import java.util.Objects;

/**
 * What an application packages to make its schema, beside a mapping that says what it needs of it.
 *
 * @param source the migrations or scripts
 * @param schemas where they make what has no schema, in order; empty for the connection's own
 * @param remembered whether the tool that runs them remembers in the database which ones ran; those that did not run here, or
 *     of which that cannot be told, say nothing
 */
public record PackagedMigrations(SchemaSource source, List<String> schemas, boolean remembered) {

    public PackagedMigrations {
        Objects.requireNonNull(source, "source");
        schemas = List.copyOf(schemas);
    }
}
