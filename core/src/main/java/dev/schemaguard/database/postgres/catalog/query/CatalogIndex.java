package dev.schemaguard.database.postgres.catalog.query;

import dev.schemaguard.inspect.TextPool;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Constraint.Enforcement;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.Origin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An index as the catalog describes it. Primary and unique keys are read from their index, for it bears their name and
 * knows more than their constraint: whether it is valid, and whether nulls count as the same value.
 */
public final class CatalogIndex {

    private static final int DESCENDING = 1;
    private static final int NULLS_FIRST = 2;

    private static final String SELECTED = """
            select :question, i.indrelid, pg_catalog.string_agg(pg_catalog.concat_ws(' ',
              i.indexrelid,
              pg_catalog.concat('-', case when i.indisprimary then 'p' end, case when i.indisunique then 'u' end,
                case when i.indisvalid then 'v' end, case when not i.indimmediate then 'd' end,
                case when i.indnullsnotdistinct then 'n' end),
              i.indnkeyatts, i.indnatts, i.indkey, i.indoption,
              pg_catalog.quote_ident(m.amname), pg_catalog.quote_ident(c.relname),
              case when i.indpred is null then ''''''
                else pg_catalog.quote_nullable(pg_catalog.pg_get_expr(i.indpred, i.indrelid)) end), ' ')
            from pg_catalog.pg_index i
              join pg_catalog.pg_class c on c.oid operator(pg_catalog.=) i.indexrelid
              join pg_catalog.pg_am m on m.oid operator(pg_catalog.=) c.relam
            where i.indrelid operator(pg_catalog.=) any (array(select r.oid from relation r))
            """;

    /** All indexes, one row a table: number, letters, columns, order, method, name, predicate of each. */
    static final String INDEXES = SELECTED + "group by i.indrelid";

    /** The same of unique indexes only. */
    static final String UNIQUE_INDEXES = SELECTED + "  and i.indisunique\ngroup by i.indrelid";

    /** What is indexed in place of a column, with its place. */
    static final String EXPRESSIONS = """
            select :question, i.indexrelid, pg_catalog.string_agg(pg_catalog.concat_ws(' ',
              p.place, pg_catalog.quote_nullable(pg_catalog.pg_get_indexdef(i.indexrelid, p.place::pg_catalog.int4, false))), ' ')
            from pg_catalog.pg_index i
              cross join lateral pg_catalog.unnest(i.indkey::pg_catalog.int2[]) with ordinality as p(attnum, place)
            where i.indrelid operator(pg_catalog.=) any (array(select r.oid from relation r))
              and i.indexprs is not null and p.attnum operator(pg_catalog.=) 0
            group by i.indexrelid""";

    private final long oid;
    private final int letters;
    private final int[] columns;
    private final int[] options;
    private final String method;
    private final String name;
    private final String predicate;

    private CatalogIndex(CatalogText text) {
        this.oid = text.number();
        this.letters = text.letters();
        this.options = new int[text.integer()];
        this.columns = new int[text.integer()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = text.integer();
        }
        for (int i = 0; i < options.length; i++) {
            options[i] = text.integer();
        }
        this.method = text.name();
        this.name = text.name();
        this.predicate = text.expression();
    }

    /** Reads one row of {@link #INDEXES}. */
    public static List<CatalogIndex> read(String row, TextPool pool) {
        List<CatalogIndex> indexes = new ArrayList<>();
        CatalogText text = new CatalogText(row, pool);
        while (text.hasNext()) {
            indexes.add(new CatalogIndex(text));
        }
        return indexes;
    }

    public long oid() {
        return oid;
    }

    public String name() {
        return name;
    }

    public boolean isPrimary() {
        return has('p');
    }

    /** The primary key that this index serves. */
    public Constraint.PrimaryKey primaryKey(ColumnNames columnNames) {
        return new Constraint.PrimaryKey(name, keyColumns(columnNames), enforcement(), Origin.NONE);
    }

    /** The unique constraint that this index serves. */
    public Constraint.UniqueKey uniqueKey(ColumnNames columnNames) {
        return new Constraint.UniqueKey(name, keyColumns(columnNames), has('n'), enforcement(), Origin.NONE);
    }

    /** The index itself, where no constraint owns it. */
    public Index index(ColumnNames columnNames, PostgresAnswers answers, PostgresExpressions spelling) {
        Map<Integer, String> expressions = expressions(answers);
        List<Index.Part> parts = new ArrayList<>();
        for (int i = 0; i < options.length; i++) {
            boolean descending = (options[i] & DESCENDING) != 0;
            boolean nullsFirst = (options[i] & NULLS_FIRST) != 0;
            String column = columnNames.get(columns[i]);
            parts.add(
                    column != null
                            ? new Index.ColumnPart(column, descending, nullsFirst)
                            : new Index.ExpressionPart(
                                    spelling.expression(expressions.getOrDefault(i + 1, "")), descending, nullsFirst));
        }
        List<String> included = new ArrayList<>();
        for (int i = options.length; i < columns.length; i++) {
            included.addAll(columnNames.of(columns[i]));
        }
        return new Index(
                name,
                method,
                parts,
                included,
                has('u'),
                has('n'),
                spelling.expression(predicate),
                has('v'),
                Origin.NONE);
    }

    private Map<Integer, String> expressions(PostgresAnswers answers) {
        Map<Integer, String> expressions = new HashMap<>();
        answers.text(PostgresQuestion.INDEX_EXPRESSIONS, oid).ifPresent(row -> {
            CatalogText text = new CatalogText(row);
            while (text.hasNext()) {
                expressions.put(text.integer(), text.expression());
            }
        });
        return expressions;
    }

    private List<String> keyColumns(ColumnNames columnNames) {
        return columnNames.of(Arrays.copyOf(columns, options.length));
    }

    private Enforcement enforcement() {
        return !has('d') && has('v') ? Enforcement.ORDINARY : new Enforcement(has('d'), has('v'), true);
    }

    private boolean has(char letter) {
        return CatalogText.has(letters, letter);
    }
}
