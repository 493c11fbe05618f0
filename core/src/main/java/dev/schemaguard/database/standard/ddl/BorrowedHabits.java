package dev.schemaguard.database.standard.ddl;

import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.draft.ServerHabits;
import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ObjectName;
import java.util.Collection;
import java.util.function.Predicate;

/** Habits of a server that are those of others but for what it says itself. */
public interface BorrowedHabits extends ServerHabits {

    /** The habits of the others. */
    ServerHabits others();

    @Override
    default Dialect dialect() {
        return others().dialect();
    }

    /** What the server calls it by itself is a matter of chance. */
    @Override
    default String name(
            Catalog catalog,
            ObjectName table,
            Collection<String> columns,
            Unnamed unnamed,
            Predicate<ObjectName> taken) {
        return others().name(catalog, table, columns, unnamed, taken);
    }

    @Override
    default String temporarySchema() {
        return others().temporarySchema();
    }

    @Override
    default ColumnDefault kept(ColumnDefault written, ColumnType type) {
        return others().kept(written, type);
    }

    @Override
    default boolean brings(ObjectName type) {
        return others().brings(type);
    }
}
