package dev.schemaguard.database.postgres.ddl.reader;

import dev.schemaguard.dialect.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.select.SetOperationList;

/**
 * The columns that a query gives, as far as it names them. Queries need a whole grammar, so a parser reads them; what it cannot
 * read names nothing.
 */
final class QueryColumns {

    /** Queries of real scripts take some milliseconds; the rest is pathological. */
    private static final long PATIENCE_MILLIS = 2_000;

    private static final Pattern WITH_DATA = Pattern.compile("(?i)\\s+with\\s+(no\\s+)?data\\s*$");

    private QueryColumns() {}

    /** The names, without those of columns that the query leaves to the server, as {@code *} does. */
    static List<String> of(String query, Dialect dialect) {
        try {
            String bare = WITH_DATA.matcher(query).replaceFirst("");
            Statement statement = CCJSqlParserUtil.parse(bare, parser -> parser.withTimeOut(PATIENCE_MILLIS));
            return statement instanceof Select select ? names(select, dialect) : List.of();
        } catch (JSQLParserException | RuntimeException e) {
            // The parser throws both; a view of which no column is known is still a view.
            return List.of();
        }
    }

    private static List<String> names(Select select, Dialect dialect) {
        if (select instanceof ParenthesedSelect inner) {
            return names(inner.getSelect(), dialect);
        }
        if (select instanceof SetOperationList set) {
            return names(set.getSelects().get(0), dialect);
        }
        if (!(select instanceof PlainSelect plain)) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (SelectItem<?> item : plain.getSelectItems()) {
            if (item.getAlias() != null) {
                names.add(dialect.identifier(item.getAlias().getName()));
            } else if (item.getExpression() instanceof Column column) {
                names.add(dialect.identifier(column.getColumnName()));
            }
        }
        return names.stream().distinct().toList();
    }
}
