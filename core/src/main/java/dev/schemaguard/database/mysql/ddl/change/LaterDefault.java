package dev.schemaguard.database.mysql.ddl.change;

import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Nullability;
import java.util.regex.Pattern;

/** What a column has by itself behind {@code ALTER COLUMN ... SET DEFAULT} and {@code DROP DEFAULT}, which servers do not always do. */
final class LaterDefault {

    private static final Pattern LITERAL = Pattern.compile("'.*'|-?[0-9.]+", Pattern.DOTALL);

    private static final Pattern MOMENT =
            Pattern.compile("(?:current_timestamp|now|localtime|localtimestamp).*", Pattern.CASE_INSENSITIVE);

    private LaterDefault() {}

    static ColumnDefault of(Column column, ColumnDefault said, TableWork work) {
        boolean moment = isMoment(column.columnDefault()) || isMoment(said);
        boolean open =
                work.forked() && moment || (said == ColumnDefault.NONE ? isListed(column) : isLost(column, said, work));
        return open ? ColumnDefault.UNSTATED : said;
    }

    /** What is left of a column that lists its values is not certain. */
    private static boolean isListed(Column column) {
        return column.type() instanceof ColumnType.Labelled && column.nullability() == Nullability.NOT_NULL;
    }

    /** MariaDB leaves a moment that is there, and keeps one that is given with digits of its own (tried on 11.4.5). */
    private static boolean isMoment(ColumnDefault filled) {
        return filled instanceof ColumnDefault.Expression expression
                && MOMENT.matcher(expression.text()).matches();
    }

    /** MySQL takes an expression for a column of the primary key, and keeps none (tried on 8.0.31). */
    private static boolean isLost(Column column, ColumnDefault said, TableWork work) {
        boolean computed = said instanceof ColumnDefault.Expression expression
                && !LITERAL.matcher(expression.text()).matches();
        return !work.forked() && computed && work.table().primaryKey().contains(column.name());
    }
}
