package dev.schemaguard.hibernate;

import dev.schemaguard.source.SchemaSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A persistence unit whose mapping is known and whose SessionFactory is about to be built.
 *
 * @param mapping what the mapping expects
 * @param schemas where Hibernate looks for tables without a schema; empty for the connection's search path
 * @param ddl what Hibernate does to the schema by itself
 * @param queries the native queries that it has by name
 * @param afterwards takes what is to be done once the SessionFactory is built; what that throws stops the start, too
 */
public record MappedUnit(
        SchemaSource mapping, List<String> schemas, Ddl ddl, List<NamedSql> queries, Consumer<Runnable> afterwards) {

    public MappedUnit {
        schemas = List.copyOf(schemas);
        queries = List.copyOf(queries);
    }

    /** What Hibernate does to a schema while it starts ({@code spring.jpa.hibernate.ddl-auto}). */
    public enum Ddl {
        /** Nothing, or it only looks. */
        NONE,
        /** It makes the schema, so there is nothing that could differ. */
        CREATES,
        /** It adds what it misses, and leaves the rest as it is. */
        UPDATES;

        static Ddl of(Map<String, Object> settings) {
            Object action = settings.get("jakarta.persistence.schema-generation.database.action");
            if (action == null || "none".equals(action.toString())) {
                action = settings.get("hibernate.hbm2ddl.auto");
            }
            String name = action == null ? "none" : action.toString().toLowerCase(Locale.ROOT);
            return switch (name) {
                case "create", "create-drop", "create-only", "drop-and-create" -> CREATES;
                case "update" -> UPDATES;
                default -> NONE;
            };
        }
    }
}
