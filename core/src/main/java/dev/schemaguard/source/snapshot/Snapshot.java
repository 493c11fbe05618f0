package dev.schemaguard.source.snapshot;

import dev.schemaguard.model.Schema;
import java.util.Objects;

/**
 * What a snapshot holds.
 *
 * @param dialect the name of the dialect in which its names, types and expressions are spelled, such as {@code postgresql}
 * @param schema the schema
 */
public record Snapshot(String dialect, Schema schema) {

    public Snapshot {
        Objects.requireNonNull(dialect, "dialect");
        Objects.requireNonNull(schema, "schema");
    }
}
