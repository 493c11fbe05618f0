package dev.schemaguard.database.postgres.ddl;

import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.draft.ServerHabits;
import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ObjectName;
import java.util.Collection;
import java.util.function.Predicate;

/**
 * What PostgreSQL makes of a script by itself.
 *
 * @param dialect how names and types in it are spelled
 */
record PostgresHabits(Dialect dialect) implements ServerHabits {

    @Override
    public String name(
            Catalog catalog,
            ObjectName table,
            Collection<String> columns,
            Unnamed unnamed,
            Predicate<ObjectName> taken) {
        return PostgresNames.choose(catalog, table, columns, label(unnamed), taken);
    }

    private static String label(Unnamed unnamed) {
        return switch (unnamed) {
            case PRIMARY_KEY -> "pkey";
            case UNIQUE_KEY -> "key";
            case FOREIGN_KEY -> "fkey";
            case CHECK -> "check";
            case EXCLUSION -> "excl";
            case INDEX -> "idx";
            case SEQUENCE -> "seq";
        };
    }

    @Override
    public String temporarySchema() {
        return "pg_temp";
    }

    @Override
    public ColumnDefault kept(ColumnDefault written, ColumnType type) {
        return TypedDefault.of(written, type, dialect);
    }

    @Override
    public boolean brings(ObjectName type) {
        return ServerTypes.has(type);
    }

    @Override
    public boolean hasRowSecurity() {
        return true;
    }
}
