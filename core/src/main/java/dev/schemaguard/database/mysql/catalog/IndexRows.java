package dev.schemaguard.database.mysql.catalog;

import dev.schemaguard.database.mysql.dialect.MysqlDialect;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One index, a row for each of its parts. */
final class IndexRows {

    /** The server's name for each primary key; nobody can give another (manual, 13.1.20). */
    private static final String PRIMARY = "PRIMARY";

    private static final String SPATIAL = "spatial";
    private static final String DESCENDING = "D";

    private final String name;
    private final boolean unique;
    private final String method;
    private final boolean visible;
    private final InPlace<Index.Part> parts = new InPlace<>();
    private boolean whole = true;

    /** Begins with a row: name, whether rows may share the values, method, whether the server may use it. */
    IndexRows(CatalogRow row) {
        this.name = row.text(2);
        this.unique = row.text(3).equals("0");
        this.method = row.text(8).toLowerCase(Locale.ROOT);
        this.visible = row.isYes(9);
    }

    /** Takes a row's part: place, column, order, length of the prefix, expression. */
    void add(CatalogRow row, MysqlDialect dialect) {
        boolean descending = row.text(6).equals(DESCENDING);
        // Of a spatial index it is the size of what is kept.
        int prefix = method.equals(SPATIAL) ? 0 : row.number(7);
        Index.Part part = row.optional(5)
                .<Index.Part>map(column -> new Index.ColumnPart(column, descending, descending, prefix))
                .orElseGet(() -> new Index.ExpressionPart(expression(row.text(10), dialect), descending, descending));
        whole &= part instanceof Index.ColumnPart && prefix == 0;
        parts.put(row.number(4), part);
    }

    private static SqlText expression(String printed, MysqlDialect dialect) {
        return dialect.expression(PrintedExpression.plain(printed));
    }

    /** The primary key, or the unique key over whole columns, that it is. */
    Optional<Constraint> key() {
        boolean primary = name.equals(PRIMARY);
        if (!primary && !(unique && whole)) {
            return Optional.empty();
        }
        List<String> columns = new ArrayList<>();
        for (Index.Part part : parts.all()) {
            if (part instanceof Index.ColumnPart column) {
                columns.add(column.name());
            }
        }
        return Optional.of(
                primary
                        ? new Constraint.PrimaryKey("", columns, Constraint.Enforcement.ORDINARY, Origin.NONE)
                        : new Constraint.UniqueKey(name, columns, false, Constraint.Enforcement.ORDINARY, Origin.NONE));
    }

    /** The index that it is beside: any that is no key, and one by which a key sees only the beginnings of texts. */
    Optional<Index> index() {
        if (unique && whole) {
            return Optional.empty();
        }
        // One that the server may not search by keeps values unique all the same.
        boolean valid = visible || unique;
        return Optional.of(
                new Index(name, method, parts.all(), List.of(), unique, false, SqlText.NONE, valid, Origin.NONE));
    }
}
