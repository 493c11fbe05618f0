package dev.schemaguard.database.postgres.catalog.query;

import dev.schemaguard.inspect.CatalogNeeds;
import dev.schemaguard.inspect.CatalogTooLargeException;
import dev.schemaguard.model.Family;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * One statement that asks several questions of PostgreSQL's catalog at once. Names go into it as parameters only; all else
 * is one of the texts of this package, each of which names {@code pg_catalog} wherever a search path could mislead it.
 */
public final class PostgresQuery {

    /** What whoever looks at the server's activity or statistics sees. */
    private static final String NAME = "/* schema-guard: catalog */ ";

    /**
     * Definitions are as long as whoever made the object liked them. A quarter of the heap, for a text is there twice while it
     * is read; of a healthy catalog some hundred bytes come for each table and fact.
     */
    private static final long MOST_BYTES =
            Math.max(16L << 20, Math.min(256L << 20, Runtime.getRuntime().maxMemory() / 4));

    /** The questions' answers, and whether they are more than may be sent; such answers are left out. */
    private static final String BOUNDED = """
            select b.question, b.object, case when not b.over then b.answer end, b.over
            from (
              select u.*, pg_catalog.sum(pg_catalog.octet_length(u.answer)) over (rows unbounded preceding)
                operator(pg_catalog.>) :most::pg_catalog.int8 as over
              from (
            """;

    private static final String ANSWERS = "\n) as u(question, object, answer)) as b";

    private final int version;
    private final List<String> ingredients = new ArrayList<>();
    private final List<PostgresQuestion> questions = new ArrayList<>();
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Parameter> questionParameters = new ArrayList<>();

    /** A query for a server of the given major version. */
    public PostgresQuery(int version) {
        this.version = version;
    }

    /** A common table expression that the questions share, with its parameters. */
    public PostgresQuery with(String ingredient, Parameter... values) {
        ingredients.add(ingredient);
        parameters.addAll(List.of(values));
        return this;
    }

    /** A question with its parameters. */
    public PostgresQuery ask(PostgresQuestion question, Parameter... values) {
        questions.add(question);
        questionParameters.addAll(List.of(values));
        return this;
    }

    /** A question, if it matters. */
    public PostgresQuery askIf(boolean matters, PostgresQuestion question, Parameter... values) {
        return matters ? ask(question, values) : this;
    }

    /** Whether there is nothing to ask. */
    boolean isEmpty() {
        return questions.isEmpty();
    }

    /** Runs the query. The time-out is the statement's own, so that nothing of the session changes. */
    public PostgresAnswers run(Connection connection, int timeoutSeconds) throws SQLException {
        return run(connection, timeoutSeconds, MOST_BYTES);
    }

    public PostgresAnswers run(Connection connection, int timeoutSeconds, long mostBytes) throws SQLException {
        PostgresAnswers answers = new PostgresAnswers();
        for (PostgresQuestion question : questions) {
            answers.asked(question);
        }
        try (PreparedStatement statement = connection.prepareStatement(sql(mostBytes))) {
            statement.setQueryTimeout(timeoutSeconds);
            int at = 1;
            for (Parameter parameter : parameters) {
                parameter.bind(statement, at++);
            }
            for (Parameter parameter : questionParameters) {
                parameter.bind(statement, at++);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    if (rows.getBoolean(4)) {
                        throw new CatalogTooLargeException(mostBytes);
                    }
                    answers.add(questions.get(rows.getInt(1)), rows.getLong(2), rows.getString(3));
                }
            }
        }
        return answers;
    }

    private String sql(long mostBytes) {
        List<String> arms = new ArrayList<>();
        for (PostgresQuestion question : questions) {
            arms.add(question.sql(arms.size()));
        }
        String ingredient = ingredients.isEmpty() ? "" : "with recursive " + String.join(",\n", ingredients) + "\n";
        return inVersion(NAME
                + ingredient
                + BOUNDED.replace(":most", String.valueOf(mostBytes))
                + String.join("\nunion all\n", arms)
                + ANSWERS);
    }

    /** Columns of the catalog that came with a later version have one value in all earlier ones. */
    private String inVersion(String sql) {
        String older = sql;
        if (version < 15) {
            older = older.replace("i.indnullsnotdistinct", "false");
        }
        if (version < 18) {
            older = older.replace("k.conenforced", "true").replace("k.conperiod", "false");
        }
        return older;
    }

    /**
     * A value of the statement, as text that the statement casts. Several values are one text, as the server reads an array ("Array
     * Input and Output Syntax"), for a driver's own arrays cost a start the loading of two dozen classes.
     */
    public record Parameter(String text) {

        void bind(PreparedStatement statement, int at) throws SQLException {
            statement.setString(at, text);
        }

        public static Parameter of(boolean value) {
            return new Parameter(String.valueOf(value));
        }

        public static Parameter of(String value) {
            return new Parameter(value);
        }

        public static Parameter names(Collection<String> names) {
            StringBuilder array = new StringBuilder("{");
            for (String name : names) {
                array.append(array.length() == 1 ? "\"" : ",\"");
                for (int i = 0; i < name.length(); i++) {
                    char c = name.charAt(i);
                    if (c == '"' || c == '\\') {
                        array.append('\\');
                    }
                    array.append(c);
                }
                array.append('"');
            }
            return of(array.append('}').toString());
        }

        public static Parameter numbers(Collection<? extends Number> numbers) {
            StringBuilder array = new StringBuilder("{");
            for (Number number : numbers) {
                array.append(array.length() == 1 ? "" : ",").append(number);
            }
            return of(array.append('}').toString());
        }
    }

    /** Asks for what the needs name, given that the query knows which relations are meant. */
    public PostgresQuery askFacts(CatalogNeeds needs) {
        String kinds = needs.constraintKinds();
        boolean neighbours = needs.reads(Family.FOREIGN_KEYS) || needs.parents();
        if (neighbours) {
            with(CatalogRelation.NEIGHBOUR);
        }
        return ask(PostgresQuestion.RELATIONS)
                .ask(PostgresQuestion.COLUMNS)
                .ask(PostgresQuestion.COLUMN_PRIVILEGES)
                .ask(PostgresQuestion.UPDATABLE_COLUMNS)
                .askIf(needs.numbers(), PostgresQuestion.LOCKED_SEQUENCES)
                .askIf(needs.everything(), PostgresQuestion.TRIGGERS)
                .askIf(needs.defaults() == CatalogNeeds.Defaults.ALL, PostgresQuestion.DEFAULTS)
                .askIf(needs.defaults() == CatalogNeeds.Defaults.NUMBERED, PostgresQuestion.NUMBERED_DEFAULTS)
                .askIf(needs.collations(), PostgresQuestion.COLLATIONS)
                .askIf(needs.reads(Family.INDEXES), PostgresQuestion.INDEXES)
                .askIf(!needs.reads(Family.INDEXES) && needs.keys(), PostgresQuestion.UNIQUE_INDEXES)
                .askIf(needs.keys(), PostgresQuestion.INDEX_EXPRESSIONS)
                .askIf(!kinds.isEmpty(), PostgresQuestion.CONSTRAINTS, Parameter.of(letters(kinds)))
                .askIf(neighbours, PostgresQuestion.NEIGHBOURS)
                .askIf(needs.inbound(), PostgresQuestion.INBOUND_KEYS)
                .askIf(needs.parents(), PostgresQuestion.PARENTS)
                .askTypes(needs);
    }

    /** Asks for what the needs name of types, given that the query knows which types are meant. */
    public PostgresQuery askTypes(CatalogNeeds needs) {
        boolean whole = needs.reads(Family.TYPES);
        return ask(PostgresQuestion.TYPES)
                .askIf(whole, PostgresQuestion.ENUM_LABELS)
                .askIf(whole, PostgresQuestion.ATTRIBUTES)
                .askIf(whole, PostgresQuestion.DOMAIN_CHECKS);
    }

    private static String letters(String kinds) {
        return "{" + String.join(",", kinds.split("")) + "}";
    }
}
