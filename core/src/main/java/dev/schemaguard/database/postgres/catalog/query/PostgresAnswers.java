package dev.schemaguard.database.postgres.catalog.query;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The catalog's answers, by question and by the object that each is about. */
public final class PostgresAnswers {

    private final Map<PostgresQuestion, Map<Long, String>> answers = new EnumMap<>(PostgresQuestion.class);

    public void add(PostgresQuestion question, long object, String text) {
        rows(question).put(object, text);
    }

    /** Adds the answers of another query. */
    public void addAll(PostgresAnswers others) {
        others.answers.forEach((question, rows) -> rows(question).putAll(rows));
    }

    /** The same answers, shared, but those to some questions, which count as asked and are still to be added. */
    public PostgresAnswers without(Set<PostgresQuestion> questions) {
        PostgresAnswers fewer = new PostgresAnswers();
        answers.forEach(
                (question, rows) -> fewer.answers.put(question, questions.contains(question) ? new HashMap<>() : rows));
        return fewer;
    }

    /** Notes that a question was asked, be there answers or not. */
    void asked(PostgresQuestion question) {
        rows(question);
    }

    private Map<Long, String> rows(PostgresQuestion question) {
        Map<Long, String> rows = answers.get(question);
        if (rows == null) {
            rows = new HashMap<>();
            answers.put(question, rows);
        }
        return rows;
    }

    /** Whether the question was asked. */
    public boolean wasAsked(PostgresQuestion question) {
        return answers.containsKey(question);
    }

    /** All answers to a question. */
    public Map<Long, String> all(PostgresQuestion question) {
        return answers.getOrDefault(question, Map.of());
    }

    /** The answer about one object; empty where the question was not asked or there is nothing to say. */
    public Optional<String> text(PostgresQuestion question, long object) {
        return Optional.ofNullable(all(question).get(object));
    }
}
