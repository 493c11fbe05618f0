package dev.schemaguard.inspect;

import dev.schemaguard.model.ObjectName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names of tables and of their columns by number, those of tables that are only referred to included. */
final class RelationNames {

    private final Map<Long, ObjectName> names = new HashMap<>();
    private final Map<Long, Map<Integer, String>> columns = new HashMap<>();

    /** The columns of a table that was read, to be filled in; columns and keys share the one map. */
    Map<Integer, String> add(RelationFacts relation) {
        names.put(relation.oid(), relation.name());
        Map<Integer, String> ofRelation = new HashMap<>();
        columns.put(relation.oid(), ofRelation);
        return ofRelation;
    }

    /** Reads the answers to {@link RelationFacts#NEIGHBOURS}. */
    void addNeighbours(Map<Long, String> rows) {
        rows.forEach((oid, row) -> {
            CatalogText text = new CatalogText(row);
            String schema = text.name();
            names.put(oid, ObjectName.of(schema, text.name()));
            Map<Integer, String> ofRelation = new HashMap<>();
            while (text.hasNext()) {
                ofRelation.put(text.integer(), text.name());
            }
            columns.put(oid, ofRelation);
        });
    }

    ObjectName name(long oid) {
        return names.getOrDefault(oid, ObjectName.of("?"));
    }

    List<String> columns(long oid, int[] numbers) {
        return columns(numbers, columns.getOrDefault(oid, Map.of()));
    }

    static List<String> columns(int[] numbers, Map<Integer, String> names) {
        List<String> columns = new ArrayList<>(numbers.length);
        for (int number : numbers) {
            columns.add(names.getOrDefault(number, "?"));
        }
        return columns;
    }
}
