package dev.schemaguard.source.ddl;

import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import java.util.List;

/** Reads the creation of tables from queries, whose columns and types the script does not say. */
final class QueryTables {

    private QueryTables() {}

    /** Reads the rest of CREATE TABLE ... AS. */
    static List<Change> read(Cursor cursor, ObjectName name, boolean temporary, Origin origin) {
        cursor.skipRest();
        return temporary ? List.of() : List.of(created(name, origin));
    }

    /** A table whose columns come from a query. */
    static Change created(ObjectName name, Origin origin) {
        return new Unreadable(
                origin, "the columns of table '" + name + "' come from a query (CREATE TABLE AS)", List.of(name));
    }
}
