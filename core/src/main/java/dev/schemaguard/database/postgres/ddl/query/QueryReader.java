package dev.schemaguard.database.postgres.ddl.query;

import dev.schemaguard.ddl.change.Rows;
import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ObjectName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.ParenthesedFromItem;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.Values;
import net.sf.jsqlparser.statement.select.WithItem;
import org.jspecify.annotations.Nullable;

/**
 * Reads which columns a query gives. Queries need a whole grammar, so a parser reads them; of what it cannot read nothing is
 * known.
 */
public final class QueryReader {

    /** Queries of real scripts take some milliseconds; the rest is pathological. */
    private static final long PATIENCE_MILLIS = 2_000;

    /** What stands behind the query, and is none of it. */
    private static final Pattern BEHIND =
            Pattern.compile("(?i)\\s+with\\s+(?:(?:no\\s+)?data|(?:(?:cascaded|local)\\s+)?check\\s+option)\\s*$");

    private final Dialect dialect;
    private final SelectItems items;
    private final Map<String, Rows> named;

    private QueryReader(Dialect dialect, Map<String, Rows> named) {
        this.dialect = dialect;
        this.items = new SelectItems(dialect);
        this.named = new HashMap<>(named);
    }

    public static Rows read(String query, Dialect dialect) {
        try {
            String bare = BEHIND.matcher(query).replaceFirst("");
            Statement statement = CCJSqlParserUtil.parse(bare, parser -> parser.withTimeOut(PATIENCE_MILLIS));
            return statement instanceof Select select ? new QueryReader(dialect, Map.of()).query(select) : Rows.UNKNOWN;
        } catch (JSQLParserException | RuntimeException e) {
            // The parser throws both; a view of which no column is known is still a view.
            return Rows.UNKNOWN;
        }
    }

    private Rows query(Select select) {
        if (select.getWithItemsList() != null && !select.getWithItemsList().isEmpty()) {
            QueryReader inner = new QueryReader(dialect, named);
            select.getWithItemsList().forEach(inner::name);
            return inner.body(select);
        }
        return body(select);
    }

    /** A query that goes by a name for the rest of the statement; one that refers to itself is not followed there. */
    private void name(WithItem<?> item) {
        String name = dialect.identifier(item.getAlias().getName());
        named.put(name, Rows.UNKNOWN);
        if (item.getParenthesedStatement() instanceof ParenthesedSelect select
                && item.getSearchClause() == null
                && item.getCycleClause() == null) {
            List<String> columns = new ArrayList<>();
            if (item.getWithItemList() != null) {
                item.getWithItemList().forEach(column -> columns.add(dialect.identifier(column.toString())));
            }
            named.put(name, new Rows.Named(query(select), name, columns));
        }
    }

    private Rows body(Select select) {
        if (select instanceof ParenthesedSelect inner) {
            return query(inner.getSelect());
        }
        if (select instanceof SetOperationList several) {
            return new Rows.Combined(query(several.getSelects().get(0)));
        }
        if (select instanceof Values values) {
            return values(values);
        }
        if (select instanceof PlainSelect plain && isPlain(plain)) {
            Rows from = plain.getFromItem() == null ? Rows.NONE : from(plain.getFromItem(), plain.getJoins());
            return new Rows.Selected(
                    plain.getSelectItems().stream().map(items::read).toList(), from);
        }
        return Rows.UNKNOWN;
    }

    /** Rows written down, whose columns the server numbers. */
    private static Rows values(Values values) {
        boolean oneRow = values.getExpressions() instanceof ParenthesedExpressionList<?>;
        Object first =
                oneRow ? values.getExpressions() : values.getExpressions().get(0);
        List<Rows.Item> columns = new ArrayList<>();
        if (first instanceof ParenthesedExpressionList<?> row) {
            for (int i = 1; i <= row.size(); i++) {
                columns.add(new Rows.Value("column" + i, ColumnType.UNSTATED));
            }
        }
        return columns.isEmpty() ? Rows.UNKNOWN : new Rows.Selected(columns, Rows.NONE);
    }

    /** Whether it has nothing that only other databases have. */
    private static boolean isPlain(PlainSelect select) {
        return select.getIntoTables() == null
                && select.getLateralViews() == null
                && select.getTop() == null
                && select.getBigQuerySelectQualifier() == null;
    }

    /** Tables in a list; joins bind closer than commas do. */
    private Rows from(FromItem first, @Nullable List<Join> joins) {
        List<Rows> listed = new ArrayList<>();
        Rows current = item(first);
        for (Join join : joins == null ? List.<Join>of() : joins) {
            if (join.isSimple()) {
                listed.add(current);
                current = item(join.getFromItem());
            } else {
                current = joined(current, join);
            }
        }
        listed.add(current);
        return listed.stream()
                .reduce((left, right) -> new Rows.Joined(left, right, List.of(), false))
                .orElse(Rows.UNKNOWN);
    }

    private Rows joined(Rows left, Join join) {
        boolean merges = join.isNatural() || !join.getUsingColumns().isEmpty();
        boolean other = join.isSemi()
                || join.isApply()
                || join.isStraight()
                || join.isAny()
                || join.isAll()
                || join.isArray()
                || join.isAsOf()
                || join.isGlobal()
                || join.isWindowJoin();
        boolean nested = merges && !join.getOnExpressions().isEmpty()
                || !merges && !join.isCross() && join.getOnExpressions().size() != 1
                || join.isNatural() && !join.getUsingColumns().isEmpty();
        if (other || nested) {
            return Rows.UNKNOWN;
        }
        List<String> merged = join.getUsingColumns().stream()
                .map(Column::getColumnName)
                .map(dialect::identifier)
                .toList();
        return new Rows.Joined(left, item(join.getFromItem()), merged, join.isNatural());
    }

    private Rows item(FromItem item) {
        Rows rows = Rows.UNKNOWN;
        if (item instanceof Table table) {
            rows = table(table);
        } else if (item instanceof ParenthesedFromItem inner) {
            rows = from(inner.getFromItem(), inner.getJoins());
        } else if (item instanceof Select inner) {
            rows = query(inner);
        }
        Alias alias = item.getAlias();
        if (item.getPivot() != null || item.getUnPivot() != null) {
            return Rows.UNKNOWN;
        }
        return alias == null ? rows : new Rows.Named(rows, dialect.identifier(alias.getName()), columns(alias));
    }

    private List<String> columns(Alias alias) {
        return alias.getAliasColumns() == null
                ? List.of()
                : alias.getAliasColumns().stream()
                        .map(column -> dialect.identifier(column.name))
                        .toList();
    }

    private Rows table(Table table) {
        ObjectName name = SelectItems.name(table, dialect);
        return Optional.ofNullable(name.isQualified() ? null : named.get(name.name()))
                .orElseGet(() -> new Rows.Of(name));
    }
}
