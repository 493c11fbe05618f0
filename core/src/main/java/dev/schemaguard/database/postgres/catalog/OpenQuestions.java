package dev.schemaguard.database.postgres.catalog;

import dev.schemaguard.database.postgres.catalog.PostgresTypeNames.Numbered;
import dev.schemaguard.database.postgres.catalog.query.CatalogRelation;
import dev.schemaguard.database.postgres.catalog.query.CatalogType;
import dev.schemaguard.database.postgres.catalog.query.PostgresAnswers;
import dev.schemaguard.database.postgres.catalog.query.PostgresQuery;
import dev.schemaguard.database.postgres.catalog.query.PostgresQuery.Parameter;
import dev.schemaguard.database.postgres.catalog.query.PostgresQuestion;
import dev.schemaguard.inspect.CatalogNeeds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a first query left open.
 *
 * @param types numbers of types that nothing is known about yet
 * @param unformatted types with modifiers that only the server can print
 * @param relations tables of which it matters whether a trigger fills a column
 */
record OpenQuestions(Set<Long> types, List<Numbered> unformatted, List<Long> relations) {

    boolean isEmpty() {
        return types.isEmpty() && unformatted.isEmpty() && relations.isEmpty();
    }

    /** All of them together. */
    static OpenQuestions all(Collection<OpenQuestions> each) {
        Set<Long> types = new LinkedHashSet<>();
        Set<Numbered> unformatted = new LinkedHashSet<>();
        List<Long> relations = new ArrayList<>();
        for (OpenQuestions open : each) {
            types.addAll(open.types);
            unformatted.addAll(open.unformatted);
            relations.addAll(open.relations);
        }
        return new OpenQuestions(types, List.copyOf(unformatted), relations);
    }

    /** One query for all of them. */
    PostgresQuery query(int version, CatalogNeeds needs) {
        PostgresQuery query = new PostgresQuery(version);
        if (!types.isEmpty()) {
            query.with(CatalogType.NUMBERED, Parameter.numbers(types)).askTypes(needs);
        }
        if (!relations.isEmpty()) {
            query.with(CatalogRelation.NUMBERED, Parameter.numbers(relations)).ask(PostgresQuestion.TRIGGERS);
        }
        return query.askIf(
                !unformatted.isEmpty(),
                PostgresQuestion.FORMATTED_TYPES,
                Parameter.numbers(unformatted.stream().map(Numbered::oid).toList()),
                Parameter.numbers(unformatted.stream().map(Numbered::modifier).toList()));
    }

    /** How the server prints the types with modifiers. */
    Map<Numbered, String> formatted(PostgresAnswers answers) {
        Map<Numbered, String> formatted = new HashMap<>();
        answers.all(PostgresQuestion.FORMATTED_TYPES)
                .forEach((position, text) -> formatted.put(unformatted.get(position.intValue() - 1), text));
        return formatted;
    }
}
