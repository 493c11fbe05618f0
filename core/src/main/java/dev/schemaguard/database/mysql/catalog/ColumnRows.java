package dev.schemaguard.database.mysql.catalog;

import dev.schemaguard.database.mysql.dialect.MysqlDialect;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Generation;
import dev.schemaguard.model.Identity;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.Presence;
import dev.schemaguard.model.SqlText;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Makes columns of the rows of {@code COLUMNS}. */
final class ColumnRows {

    private static final String OLD_UTF8 = "utf8_";
    private static final String UTF8 = "utf8mb3";

    private final MysqlDialect dialect;
    private final ColumnDefaults defaults;
    private final Map<String, ColumnType> types = new HashMap<>();

    ColumnRows(MysqlDialect dialect, ColumnDefaults defaults) {
        this.dialect = dialect;
        this.defaults = defaults;
    }

    /** A column: name, type, nullability, default, extra, character set, collation, expression. */
    Column read(CatalogRow row, CatalogTable table) {
        ColumnType type = types.computeIfAbsent(row.text(4), dialect::columnType);
        String extra = row.text(7);
        boolean notNull = !row.isYes(5);
        Generation generation = generation(extra, row.text(10));
        boolean numbered = extra.contains("auto_increment");
        ColumnDefault columnDefault = numbered || generation.isComputed()
                ? ColumnDefault.NONE
                : defaults.read(row.optional(6), extra, type, notNull, row.text(0));
        Column.Builder column = Column.builder(row.text(3))
                .type(type)
                .nullability(notNull ? Nullability.NOT_NULL : Nullability.NULLABLE)
                .identity(identity(numbered, columnDefault))
                .generation(generation)
                .columnDefault(columnDefault)
                .onUpdate(defaults.onUpdate(extra));
        row.optional(8).ifPresent(charset -> column.charset(charset.equals("utf8") ? UTF8 : charset));
        row.optional(9).ifPresent(collation -> column.collation(collation(collation)));
        if (table.takesNoWrites) {
            column.updatable(Presence.ABSENT);
        }
        return column.build();
    }

    /** Earlier versions call three bytes a character {@code utf8}. */
    private static String collation(String name) {
        return name.startsWith(OLD_UTF8) ? UTF8 + name.substring(OLD_UTF8.length() - 1) : name;
    }

    private static Identity identity(boolean numbered, ColumnDefault columnDefault) {
        if (numbered) {
            return Identity.BY_DEFAULT;
        }
        boolean fromSequence = columnDefault instanceof ColumnDefault.Expression expression
                && expression.text().startsWith("nextval(");
        return fromSequence ? Identity.SERIAL : Identity.NONE;
    }

    private Generation generation(String extra, String printed) {
        if (extra.isEmpty()) {
            return Generation.NONE;
        }
        String said = extra.toUpperCase(Locale.ROOT);
        boolean virtual = said.contains("VIRTUAL GENERATED");
        if (!virtual && !said.contains("STORED GENERATED") && !said.contains("PERSISTENT")) {
            return Generation.NONE;
        }
        String plain = PrintedExpression.plain(printed);
        // What is not understood may mean the same under another text, so that it is not compared.
        SqlText sql = dialect.understands(plain) ? dialect.expression(plain) : new SqlText("", plain);
        return virtual ? new Generation.Virtual(sql) : new Generation.Stored(sql);
    }
}
