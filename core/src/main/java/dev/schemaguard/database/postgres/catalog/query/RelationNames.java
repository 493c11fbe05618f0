package dev.schemaguard.database.postgres.catalog.query;

import dev.schemaguard.model.ObjectName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names of tables and of their columns by number, those of tables that are only referred to included. */
public final class RelationNames {

    private final Map<Long, ObjectName> names = new HashMap<>();
    private final Map<Long, ColumnNames> columns = new HashMap<>();

    /** The columns of a table that was read, to be filled in; columns and keys share them. */
    public ColumnNames add(CatalogRelation relation) {
        return add(relation.oid(), relation.name());
    }

    private ColumnNames add(long oid, ObjectName name) {
        ColumnNames ofRelation = new ColumnNames();
        names.put(oid, name);
        columns.put(oid, ofRelation);
        return ofRelation;
    }

    /** Reads the answers to {@link CatalogRelation#NEIGHBOURS}, but for those that were read themselves. */
    public void addNeighbours(Map<Long, String> rows) {
        for (Map.Entry<Long, String> row : rows.entrySet()) {
            if (names.containsKey(row.getKey())) {
                continue;
            }
            CatalogText text = new CatalogText(row.getValue());
            String schema = text.name();
            ColumnNames ofRelation = add(row.getKey(), ObjectName.of(schema, text.name()));
            while (text.hasNext()) {
                ofRelation.put(text.integer(), text.name());
            }
        }
    }

    /** The name of a table that was read or is referred to. */
    public ObjectName name(long oid) {
        ObjectName name = names.get(oid);
        if (name == null) {
            throw new IllegalStateException("the catalog speaks of table number " + oid + " and lists none");
        }
        return name;
    }

    /** The names of columns of such a table. */
    List<String> columns(long oid, int... numbers) {
        return columns.getOrDefault(oid, new ColumnNames()).of(numbers);
    }
}
