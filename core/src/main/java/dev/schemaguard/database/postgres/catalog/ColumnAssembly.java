package dev.schemaguard.database.postgres.catalog;

import dev.schemaguard.database.postgres.catalog.query.CatalogRelation;
import dev.schemaguard.database.postgres.catalog.query.CatalogText;
import dev.schemaguard.database.postgres.catalog.query.ColumnNames;
import dev.schemaguard.database.postgres.catalog.query.PostgresAnswers;
import dev.schemaguard.database.postgres.catalog.query.PostgresExpressions;
import dev.schemaguard.database.postgres.catalog.query.PostgresQuestion;
import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.inspect.TextPool;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Generation;
import dev.schemaguard.model.Identity;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Presence;
import dev.schemaguard.model.SqlText;
import dev.schemaguard.model.Use;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Puts the catalog's facts about columns together. */
final class ColumnAssembly {

    private final Dialect dialect;
    private final PostgresTypeNames types;
    private final PostgresAnswers answers;
    private final PostgresExpressions spelling;
    private final TextPool pool;
    private final Optional<String> ownCollation;
    private final Map<String, ColumnDefault> defaults = new HashMap<>();

    /**
     * Columns of one look.
     *
     * @param ownCollation what to call the collation that is the type's own; empty where it is to go without saying
     */
    ColumnAssembly(
            Dialect dialect,
            PostgresTypeNames types,
            PostgresAnswers answers,
            PostgresExpressions spelling,
            TextPool pool,
            Optional<String> ownCollation) {
        this.dialect = dialect;
        this.types = types;
        this.answers = answers;
        this.spelling = spelling;
        this.pool = pool;
        this.ownCollation = ownCollation;
    }

    /** The columns of a table or view in order; their names are noted by number. */
    List<Column> read(CatalogRelation relation, ColumnNames noted, Set<String> looseColumns) {
        Optional<String> facts = answers.text(PostgresQuestion.COLUMNS, relation.oid());
        if (facts.isEmpty()) {
            return List.of();
        }
        Map<Integer, String> expressions = texts(relation, PostgresQuestion.DEFAULTS);
        if (expressions.isEmpty()) {
            expressions = texts(relation, PostgresQuestion.NUMBERED_DEFAULTS);
        }
        Set<Integer> loose = new TreeSet<>();
        Map<Integer, String> collations = collations(relation, loose);
        Set<Integer> updatable = relation.isView() ? updatable(relation) : Set.of();
        List<Column> columns = new ArrayList<>();
        boolean inOrder = true;
        int last = 0;
        CatalogText text = new CatalogText(facts.get(), pool);
        while (text.hasNext()) {
            int number = text.integer();
            long typeNumber = text.number();
            int modifier = text.integer();
            int letters = text.letters();
            String name = text.name();
            noted.put(number, name);
            ColumnType type = types.name(typeNumber, modifier);
            Optional<String> collation =
                    collations.containsKey(number) ? Optional.ofNullable(collations.get(number)) : ownCollation;
            if (loose.contains(number)) {
                looseColumns.add(name);
            }
            Column column = relation.isView()
                    ? shown(name, type, collation, updatable.contains(number))
                    : kept(relation, name, type, typeNumber, letters, expressions.getOrDefault(number, ""), collation);
            columns.add(column);
            inOrder &= number > last;
            last = number;
        }
        if (!inOrder) {
            // They come in order as a rule, which nothing promises.
            columns.sort(Comparator.comparingInt(column -> noted.number(column.name())));
        }
        return columns;
    }

    /** A column that a query computes has no rules of its own. */
    private static Column shown(String name, ColumnType type, Optional<String> collation, boolean updatable) {
        return new Column(
                name,
                type,
                Nullability.UNSTATED,
                ColumnDefault.UNSTATED,
                Identity.UNSTATED,
                Generation.UNSTATED,
                Optional.empty(),
                collation,
                ColumnDefault.UNSTATED,
                Use.UNSTATED,
                Presence.of(updatable),
                Origin.NONE);
    }

    private Column kept(
            CatalogRelation relation,
            String name,
            ColumnType type,
            long typeNumber,
            int letters,
            String expression,
            Optional<String> collation) {
        boolean notNull = CatalogText.has(letters, 'n') || types.domainIsNotNull(typeNumber);
        boolean computed = CatalogText.has(letters, 'S') || CatalogText.has(letters, 'V');
        boolean hasDefault = CatalogText.has(letters, 'd') && !computed;
        return new Column(
                name,
                type,
                notNull ? Nullability.NOT_NULL : Nullability.NULLABLE,
                hasDefault
                        ? columnDefault(expression)
                        : computed ? ColumnDefault.NONE : types.domainDefault(typeNumber),
                identity(letters, hasDefault, expression),
                computed ? generation(letters, spelling.expression(expression)) : Generation.NONE,
                Optional.empty(),
                collation,
                ColumnDefault.UNSTATED,
                Use.UNSTATED,
                relation.insertable(),
                Origin.NONE);
    }

    private static Generation generation(int letters, SqlText expression) {
        return CatalogText.has(letters, 'S') ? new Generation.Stored(expression) : new Generation.Virtual(expression);
    }

    /** A default that was not read may be that of a serial whose type was changed to one that no serial has by itself. */
    private static Identity identity(int letters, boolean hasDefault, String expression) {
        if (CatalogText.has(letters, 'A')) {
            return Identity.ALWAYS;
        }
        if (CatalogText.has(letters, 'B')) {
            return Identity.BY_DEFAULT;
        }
        if (hasDefault && expression.isEmpty()) {
            return Identity.UNSTATED;
        }
        return hasDefault && isNumbering(expression) ? Identity.SERIAL : Identity.NONE;
    }

    /** The server prints the schema too where the search path has another function of that name first. */
    private static boolean isNumbering(String expression) {
        return expression.startsWith("nextval(") || expression.startsWith("pg_catalog.nextval(");
    }

    /** An expression that was not read is still a default. */
    private ColumnDefault columnDefault(String expression) {
        ColumnDefault known = defaults.get(expression);
        if (known == null) {
            known = expression.isEmpty() ? ColumnDefault.of("") : dialect.columnDefault(expression);
            defaults.put(expression, known);
        }
        return known;
    }

    private Map<Integer, String> texts(CatalogRelation relation, PostgresQuestion question) {
        Optional<String> facts = answers.text(question, relation.oid());
        if (facts.isEmpty()) {
            return Map.of();
        }
        Map<Integer, String> texts = new HashMap<>();
        CatalogText text = new CatalogText(facts.get(), pool);
        while (text.hasNext()) {
            texts.put(text.integer(), text.expression());
        }
        return texts;
    }

    private Map<Integer, String> collations(CatalogRelation relation, Set<Integer> loose) {
        Optional<String> facts = answers.text(PostgresQuestion.COLLATIONS, relation.oid());
        if (facts.isEmpty()) {
            return Map.of();
        }
        Map<Integer, String> collations = new HashMap<>();
        CatalogText text = new CatalogText(facts.get(), pool);
        while (text.hasNext()) {
            int number = text.integer();
            if (!text.truth()) {
                loose.add(number);
            }
            collations.put(number, text.name());
        }
        return collations;
    }

    private Set<Integer> updatable(CatalogRelation relation) {
        Set<Integer> numbers = new TreeSet<>();
        answers.text(PostgresQuestion.UPDATABLE_COLUMNS, relation.oid()).ifPresent(facts -> {
            CatalogText text = new CatalogText(facts);
            while (text.hasNext()) {
                numbers.add(text.integer());
            }
        });
        return numbers;
    }
}
