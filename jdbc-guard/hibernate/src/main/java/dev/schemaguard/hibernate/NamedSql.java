package dev.schemaguard.hibernate;

import java.util.Objects;

/**
 * A native query that a mapping has by name.
 *
 * @param name its name
 * @param sql its text, with Hibernate's placeholders
 */
public record NamedSql(String name, String sql) {

    public NamedSql {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(sql, "sql");
    }
}
