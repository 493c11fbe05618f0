package dev.schemaguard.database.postgres.catalog;

import dev.schemaguard.database.postgres.catalog.query.CatalogText;
import dev.schemaguard.database.postgres.catalog.query.CatalogType;
import dev.schemaguard.database.postgres.catalog.query.PostgresAnswers;
import dev.schemaguard.database.postgres.catalog.query.PostgresPath;
import dev.schemaguard.database.postgres.catalog.query.PostgresQuestion;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Splits what the catalog answered about many schemas at once into what it would have answered about each of them. Only
 * objects that are found by their names need be told apart; all else is asked for by an object's number.
 */
final class TenantAnswers {

    /** Answers that begin with their schema's number. */
    private static final Set<PostgresQuestion> BY_NUMBER =
            EnumSet.of(PostgresQuestion.RELATIONS, PostgresQuestion.SEQUENCES, PostgresQuestion.ALL_SEQUENCES);

    private final PostgresAnswers answers;
    private final PostgresPath path;
    private final Map<String, PostgresAnswers> bySchema = new HashMap<>();

    /** The answers about the schemas of a path; what belongs to none of them belongs to each. */
    TenantAnswers(PostgresAnswers answers, PostgresPath path) {
        this.answers = answers;
        this.path = path;
    }

    /** What was answered about each schema, in the path's order. */
    Map<PostgresPath.Entry, PostgresAnswers> split() {
        Set<PostgresQuestion> split = EnumSet.copyOf(BY_NUMBER);
        split.add(PostgresQuestion.TYPES);
        Map<PostgresPath.Entry, PostgresAnswers> each = new LinkedHashMap<>();
        for (PostgresPath.Entry schema : path.path()) {
            PostgresAnswers own = answers.without(split);
            each.put(schema, own);
            bySchema.put(schema.name(), own);
        }
        for (PostgresQuestion question : split) {
            answers.all(question).forEach((object, row) -> hand(question, object, row));
        }
        return each;
    }

    private void hand(PostgresQuestion question, long object, String row) {
        PostgresAnswers owner = bySchema.get(schema(question, object, row));
        if (owner == null) {
            bySchema.values().forEach(each -> each.add(question, object, row));
        } else {
            owner.add(question, object, row);
        }
    }

    private String schema(PostgresQuestion question, long object, String row) {
        return BY_NUMBER.contains(question)
                ? path.name(new CatalogText(row).number())
                : CatalogType.read(object, row).name().schema();
    }
}
