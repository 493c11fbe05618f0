package dev.schemaguard.database.postgres.catalog;

import dev.schemaguard.database.postgres.catalog.query.CatalogRelation;
import dev.schemaguard.database.postgres.catalog.query.PostgresAnswers;
import dev.schemaguard.database.postgres.catalog.query.PostgresPath;
import dev.schemaguard.database.postgres.catalog.query.PostgresQuestion;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.TableGlobs;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables and views that are meant: those that the expectation's names resolve to, or all. */
final class WantedRelations {

    private final boolean expected;
    private final Map<Long, CatalogRelation> found = new LinkedHashMap<>();
    private final List<ObjectName> missing = new ArrayList<>();

    WantedRelations(InspectionScope scope, PostgresPath path, PostgresAnswers answers) {
        TableGlobs excluded = new TableGlobs(scope.exclude());
        Map<ObjectName, CatalogRelation> byName = new HashMap<>();
        for (Map.Entry<Long, String> row :
                answers.all(PostgresQuestion.RELATIONS).entrySet()) {
            CatalogRelation relation = CatalogRelation.read(row.getKey(), row.getValue(), path);
            if (!excluded.match(relation.name())) {
                byName.put(relation.name(), relation);
            }
        }
        Optional<Schema> schema = scope.expected();
        this.expected = schema.isPresent();
        if (schema.isPresent()) {
            for (Table table : schema.get().tables()) {
                if (!excluded.match(table.name())) {
                    resolve(table.name(), path, byName);
                }
            }
        } else {
            byName.values().stream()
                    .filter(relation -> path.isCaptured(relation.name()))
                    .sorted(Comparator.comparing(CatalogRelation::name))
                    .forEach(relation -> found.put(relation.oid(), relation));
        }
    }

    private void resolve(ObjectName name, PostgresPath path, Map<ObjectName, CatalogRelation> byName) {
        Optional<CatalogRelation> relation = path.find(name, byName);
        if (relation.isPresent()) {
            found.put(relation.get().oid(), relation.get());
        } else {
            missing.add(name);
        }
    }

    /** Whether tables are expected along the search path and none is missing, so that there is nothing to explain. */
    boolean areAllThere(PostgresPath path) {
        return expected && !path.isGiven() && missing.isEmpty() && !found.isEmpty();
    }

    /** The tables and views that are meant and exist. */
    List<CatalogRelation> found() {
        return List.copyOf(found.values());
    }

    /** The expectation's names that mean nothing. */
    List<ObjectName> missing() {
        return missing;
    }
}
