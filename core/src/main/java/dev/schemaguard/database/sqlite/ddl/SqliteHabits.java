package dev.schemaguard.database.sqlite.ddl;

import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.draft.ServerHabits;
import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ObjectName;
import java.util.Collection;
import java.util.function.Predicate;

/**
 * What SQLite makes of a script by itself: it keeps the text.
 *
 * @param others what every server does alike
 */
record SqliteHabits(ServerHabits others) implements ServerHabits {

    @Override
    public Dialect dialect() {
        return others.dialect();
    }

    @Override
    public String name(
            Catalog catalog,
            ObjectName table,
            Collection<String> columns,
            Unnamed unnamed,
            Predicate<ObjectName> taken) {
        return others.name(catalog, table, columns, unnamed, taken);
    }

    @Override
    public String temporarySchema() {
        return "temp";
    }

    @Override
    public ColumnDefault kept(ColumnDefault written, ColumnType type) {
        return written;
    }

    /** Any word is a type. */
    @Override
    public boolean brings(ObjectName type) {
        return true;
    }
}
