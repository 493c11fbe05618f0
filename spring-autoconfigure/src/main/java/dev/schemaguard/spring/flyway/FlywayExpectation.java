package dev.schemaguard.spring.flyway;

import dev.schemaguard.source.SchemaSource;
import java.util.List;

/**
 * What Flyway's migrations expect.
 *
 * @param source the migrations
 * @param schemas where Flyway makes what has no schema; empty for the connection's search path
 */
public record FlywayExpectation(SchemaSource source, List<String> schemas) {

    public FlywayExpectation {
        schemas = List.copyOf(schemas);
    }
}
