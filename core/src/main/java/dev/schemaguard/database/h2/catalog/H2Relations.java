package dev.schemaguard.database.h2.catalog;

import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.TableGlobs;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.TableKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Finds tables and views: those that the expectation's names mean, or all of the schemas. */
final class H2Relations {

    private static final String TABLES = """
            /* schema-guard: tables */
            select TABLE_SCHEMA, TABLE_NAME, TABLE_TYPE, STORAGE_TYPE
            from INFORMATION_SCHEMA.TABLES
            where TABLE_SCHEMA = any(?) and TABLE_TYPE not in ('LOCAL TEMPORARY', 'GLOBAL TEMPORARY')""";

    private static final String SYNONYMS = """
            /* schema-guard: synonyms */
            select SYNONYM_SCHEMA, SYNONYM_NAME, SYNONYM_FOR_SCHEMA, SYNONYM_FOR
            from INFORMATION_SCHEMA.SYNONYMS
            where SYNONYM_SCHEMA = any(?)""";

    private final H2Namespace namespace;
    private final Map<ObjectName, H2Relation> found = new LinkedHashMap<>();
    private final Set<String> filled = new HashSet<>();

    private H2Relations(H2Namespace namespace) {
        this.namespace = namespace;
    }

    static H2Relations read(H2Question question, H2Namespace namespace) throws SQLException {
        H2Relations relations = new H2Relations(namespace);
        question.ask(
                TABLES,
                row -> relations.add(row.getString(1), row.getString(2), kind(row.getString(3), row.getString(4))),
                namespace.lookedAt());
        question.ask(
                SYNONYMS,
                row -> relations.addSynonym(
                        row.getString(1), row.getString(2), ObjectName.of(row.getString(3), row.getString(4))),
                namespace.lookedAt());
        return relations;
    }

    private static TableKind kind(String type, String storage) {
        if (type.contains("VIEW")) {
            return TableKind.VIEW;
        }
        return storage.equals("TABLE LINK") ? TableKind.FOREIGN_TABLE : TableKind.TABLE;
    }

    private void add(String schema, String table, TableKind kind) {
        ObjectName name = ObjectName.of(schema, table);
        found.put(namespace.same(name), new H2Relation(name, name, kind));
        filled.add(schema);
    }

    /** Another name of a table is the table, to statements. */
    private void addSynonym(String schema, String synonym, ObjectName meant) {
        H2Relation relation = found.get(namespace.same(meant));
        if (relation != null) {
            ObjectName name = ObjectName.of(schema, synonym);
            found.putIfAbsent(namespace.same(name), new H2Relation(relation.stored(), name, relation.kind()));
        }
    }

    /** Those that the scope asks for. */
    List<H2Relation> wanted(InspectionScope scope) {
        TableGlobs excluded = new TableGlobs(scope.exclude());
        if (scope.expected().isEmpty()) {
            return found.values().stream()
                    .filter(relation -> !excluded.match(relation.name()))
                    .sorted(Comparator.comparing(H2Relation::name))
                    .toList();
        }
        Map<ObjectName, H2Relation> wanted = new LinkedHashMap<>();
        for (Table table : scope.expected().get().tables()) {
            namespace.candidates(table.name()).stream()
                    .map(found::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .filter(relation -> !excluded.match(relation.name()))
                    .ifPresent(relation -> wanted.put(relation.name(), relation));
        }
        return List.copyOf(wanted.values());
    }

    /** Those of the schemas looked at that hold no table or view at all. */
    List<String> empty() {
        List<String> empty = new ArrayList<>(namespace.lookedAt());
        empty.removeAll(filled);
        return empty;
    }
}
