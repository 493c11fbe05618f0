package dev.schemaguard.inspect;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.Generation;
import dev.schemaguard.model.Identity;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.Presence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the columns of tables and views. */
final class ColumnFacts {

    /**
     * Number, type, type modifier, letters and name of each column, one row a table. The letters: {@code n} not null, {@code
     * d} has a default, {@code A} or {@code B} identity always or by default, {@code S} or {@code V} generated. The types
     * that are not built in come along, so that asking for them needs no second look at the columns; the numbers of
     * built-in objects end before 16384 (src/include/access/transam.h, FirstNormalObjectId).
     */
    static final String COLUMNS_OF_RELATION = """
            columns_of_relation as materialized (
              select a.attrelid,
                pg_catalog.string_agg(pg_catalog.concat_ws(' ',
                  a.attnum, a.atttypid, a.atttypmod,
                  case
                    when a.attidentity operator(pg_catalog.=) '' and a.attgenerated operator(pg_catalog.=) ''
                      then case when a.attnotnull then case when a.atthasdef then 'nd' else 'n' end
                                when a.atthasdef then 'd' else '-' end
                    else pg_catalog.concat(case when a.attnotnull then 'n' end, case when a.atthasdef then 'd' end,
                      case when a.attidentity operator(pg_catalog.=) 'a' then 'A'
                           when a.attidentity operator(pg_catalog.=) 'd' then 'B' end,
                      case when a.attgenerated operator(pg_catalog.=) 's' then 'S'
                           when a.attgenerated operator(pg_catalog.=) 'v' then 'V' end)
                  end,
                  pg_catalog.quote_ident(a.attname)), ' ') as facts,
                pg_catalog.array_agg(a.atttypid)
                  filter (where a.atttypid operator(pg_catalog.>=) 16384::pg_catalog.oid) as user_types
              from pg_catalog.pg_attribute a
              where a.attrelid operator(pg_catalog.=) any (array(select r.oid from relation r))
                and a.attnum operator(pg_catalog.>) 0 and not a.attisdropped
              group by a.attrelid)""";

    static final String COLUMNS = """
            select :question, f.attrelid, f.facts
            from columns_of_relation f""";

    /** The expressions of defaults and of generated columns. */
    static final String DEFAULTS = """
            select :question, d.adrelid, pg_catalog.string_agg(pg_catalog.concat_ws(' ',
              d.adnum, pg_catalog.quote_nullable(pg_catalog.pg_get_expr(d.adbin, d.adrelid))), ' ')
            from pg_catalog.pg_attrdef d
            where d.adrelid operator(pg_catalog.=) any (array(select r.oid from relation r))
            group by d.adrelid""";

    /** The same only for columns that can call {@code nextval}, for printing an expression is dear: integers and domains. */
    static final String NUMBERED_DEFAULTS = """
            select :question, d.adrelid, pg_catalog.string_agg(pg_catalog.concat_ws(' ',
              d.adnum, pg_catalog.quote_nullable(pg_catalog.pg_get_expr(d.adbin, d.adrelid))), ' ')
            from pg_catalog.pg_attrdef d
              join pg_catalog.pg_attribute a on a.attrelid operator(pg_catalog.=) d.adrelid
                and a.attnum operator(pg_catalog.=) d.adnum
            where d.adrelid operator(pg_catalog.=) any (array(select r.oid from relation r))
              and (a.atttypid operator(pg_catalog.=) any ('{20,21,23}'::pg_catalog.oid[])
                or a.atttypid operator(pg_catalog.>=) 16384::pg_catalog.oid)
            group by d.adrelid""";

    /** The collations that are not the type's own. */
    static final String COLLATIONS = """
            select :question, a.attrelid, pg_catalog.string_agg(pg_catalog.concat_ws(' ',
              a.attnum, pg_catalog.quote_ident(l.collname)), ' ')
            from pg_catalog.pg_attribute a
              join pg_catalog.pg_type t on t.oid operator(pg_catalog.=) a.atttypid
              join pg_catalog.pg_collation l on l.oid operator(pg_catalog.=) a.attcollation
            where a.attrelid operator(pg_catalog.=) any (array(select r.oid from relation r))
              and a.attnum operator(pg_catalog.>) 0 and not a.attisdropped
              and a.attcollation operator(pg_catalog.<>) t.typcollation
            group by a.attrelid""";

    private final Dialect dialect;
    private final PostgresTypeNames types;
    private final PostgresAnswers answers;
    private final Map<String, ColumnDefault> spelledDefaults = new HashMap<>();

    ColumnFacts(Dialect dialect, PostgresTypeNames types, PostgresAnswers answers) {
        this.dialect = dialect;
        this.types = types;
        this.answers = answers;
    }

    /** The columns of a table or view in order, and their names by number. */
    List<Column> read(RelationFacts relation, Map<Integer, String> names) {
        List<Row> rows = rows(relation);
        rows.sort((one, other) -> Integer.compare(one.number, other.number));
        Map<Integer, String> expressions = texts(relation, PostgresQuestion.DEFAULTS);
        expressions.putAll(texts(relation, PostgresQuestion.NUMBERED_DEFAULTS));
        Map<Integer, String> collations = collations(relation);
        List<Integer> updatable = relation.isView() ? updatable(relation) : List.of();
        List<Column> columns = new ArrayList<>(rows.size());
        for (Row row : rows) {
            names.put(row.number, row.name);
            Column.Builder column = Column.builder(row.name).type(types.name(row.type, row.modifier));
            column.updatable(
                    relation.isView() ? Presence.of(updatable.contains(row.number)) : relation.insertable());
            String collation = collations.get(row.number);
            if (collation != null) {
                column.collation(collation);
            }
            if (!relation.isView()) {
                stateValue(column, row, expressions.getOrDefault(row.number, ""));
            }
            columns.add(column.build());
        }
        return columns;
    }

    /** What a view shows has no rules of its own, so that these facts are stated for what holds rows only. */
    private void stateValue(Column.Builder column, Row row, String expression) {
        boolean notNull = row.has('n') || types.domainIsNotNull(row.type);
        column.nullability(notNull ? Nullability.NOT_NULL : Nullability.NULLABLE);
        column.generation(
                row.has('S')
                        ? new Generation.Stored(dialect.expression(expression))
                        : row.has('V') ? new Generation.Virtual(dialect.expression(expression)) : Generation.NONE);
        boolean hasDefault = row.has('d') && !row.has('S') && !row.has('V');
        boolean counts = hasDefault && expression.startsWith("nextval(");
        column.identity(
                row.has('A')
                        ? Identity.ALWAYS
                        : row.has('B') ? Identity.BY_DEFAULT : counts ? Identity.SERIAL : Identity.NONE);
        column.columnDefault(
                hasDefault
                        ? spelledDefaults.computeIfAbsent(expression, this::spell)
                        : row.has('S') || row.has('V') ? ColumnDefault.NONE : types.domainDefault(row.type));
    }

    /** An expression that was not read is still a default. */
    private ColumnDefault spell(String expression) {
        return expression.isEmpty() ? ColumnDefault.of("") : dialect.columnDefault(expression);
    }

    private List<Row> rows(RelationFacts relation) {
        List<Row> rows = new ArrayList<>();
        answers.text(PostgresQuestion.COLUMNS, relation.oid()).ifPresent(facts -> {
            CatalogText text = new CatalogText(facts);
            while (text.hasNext()) {
                rows.add(
                        new Row(text.integer(), text.number(), text.integer(), text.word(), types.shared(text.name())));
            }
        });
        return rows;
    }

    private Map<Integer, String> texts(RelationFacts relation, PostgresQuestion question) {
        Map<Integer, String> texts = new HashMap<>();
        answers.text(question, relation.oid()).ifPresent(facts -> {
            CatalogText text = new CatalogText(facts);
            while (text.hasNext()) {
                texts.put(text.integer(), text.text().orElse(""));
            }
        });
        return texts;
    }

    private Map<Integer, String> collations(RelationFacts relation) {
        Map<Integer, String> collations = new HashMap<>();
        answers.text(PostgresQuestion.COLLATIONS, relation.oid()).ifPresent(facts -> {
            CatalogText text = new CatalogText(facts);
            while (text.hasNext()) {
                collations.put(text.integer(), text.name());
            }
        });
        return collations;
    }

    private List<Integer> updatable(RelationFacts relation) {
        List<Integer> numbers = new ArrayList<>();
        answers.text(PostgresQuestion.UPDATABLE_COLUMNS, relation.oid()).ifPresent(facts -> {
            CatalogText text = new CatalogText(facts);
            while (text.hasNext()) {
                numbers.add(text.integer());
            }
        });
        return numbers;
    }

    /** One column as the catalog answers. */
    private record Row(int number, long type, int modifier, String letters, String name) {

        boolean has(char letter) {
            return letters.indexOf(letter) >= 0;
        }
    }
}
