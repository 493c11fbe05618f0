package dev.schemaguard.database.mysql.dialect;

import dev.schemaguard.database.mysql.dialect.MysqlToken.NotAnExpression;
import dev.schemaguard.database.mysql.server.Product;
import dev.schemaguard.dialect.CaselessNames;
import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.SqlText;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How MySQL and MariaDB spell (manual, chapters 9 and 11). Names keep the case in which they are written; columns are the same in
 * whatever case, tables only where {@code lower_case_table_names} says so (manual, 9.2.3).
 *
 * @param product which of the two
 */
public record MysqlDialect(Product product) implements Dialect {

    /** Whether tables are the same in whatever case, as the live schema has it among its settings. */
    public static final String TABLE_CASE = "lower_case_table_names";

    private static final String CASE_MATTERS = "0";

    /** In characters, not bytes (manual, 9.2.1). */
    private static final int LONGEST_NAME = 64;

    private static final Pattern NUMBER =
            Pattern.compile("'?(-?(?:0|[1-9][0-9]{0,64})(?:\\.[0-9]{0,64})?(?:e[-+]?[0-9]{1,3})?)'?");

    @Override
    public String name() {
        return product.kind();
    }

    @Override
    public String identifier(String written) {
        String text = written.strip();
        for (String mark : new String[] {"`", "\""}) {
            if (text.length() > 1 && text.startsWith(mark) && text.endsWith(mark)) {
                return text.substring(1, text.length() - 1).replace(mark + mark, mark);
            }
        }
        return text;
    }

    @Override
    public int longestName() {
        return LONGEST_NAME;
    }

    /** Always in quotes, for each version reserves words that the one before did not. */
    @Override
    public String quote(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    @Override
    public ColumnType.Named type(String written) {
        return MysqlTypes.spell(written, product == Product.MARIADB);
    }

    @Override
    public ColumnType columnType(String written) {
        return MysqlTypes.columnType(written, product == Product.MARIADB);
    }

    /** The size of a text or blob is in its name, and the smallest is what each of them holds. */
    @Override
    public ColumnType.Named ofAnySize(ColumnType.Named type) {
        String name = type.name().name();
        return name.endsWith("text")
                ? ColumnType.of("tinytext")
                : name.endsWith("blob") ? ColumnType.of("tinyblob") : Dialect.super.ofAnySize(type);
    }

    @Override
    public boolean knows(ColumnType.Named type) {
        return !type.array();
    }

    /** A database is a catalog to JDBC and to mappers, and that is all there is. */
    @Override
    public boolean hasSchemas() {
        return false;
    }

    /** Mappers write names in lower case here, although the server would keep theirs. */
    @Override
    public String madeUpName(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** A default that is a number is the same in quotes and with noughts behind its fraction: its column makes one of it. */
    @Override
    public ColumnDefault columnDefault(String written) {
        String text = written.strip();
        try {
            String spelled = MysqlExpression.spell(text);
            if (spelled.equals("null")) {
                return ColumnDefault.NONE;
            }
            return new ColumnDefault.Expression(new SqlText(number(spelled), text), true);
        } catch (NotAnExpression e) {
            return new ColumnDefault.Expression(SqlText.of(text), false);
        }
    }

    private static String number(String spelled) {
        var number = NUMBER.matcher(spelled);
        if (!number.matches()) {
            return spelled;
        }
        BigDecimal value = new BigDecimal(number.group(1));
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    @Override
    public SqlText expression(String written) {
        String text = written.strip();
        try {
            return new SqlText(MysqlExpression.spell(text), text);
        } catch (NotAnExpression e) {
            // What cannot be taken apart still compares with itself.
            return SqlText.of(text);
        }
    }

    /** Whether the expression is understood, so that another text means another thing. */
    public boolean understands(String written) {
        try {
            MysqlExpression.spell(written.strip());
            return true;
        } catch (NotAnExpression e) {
            return false;
        }
    }

    @Override
    public Schema spelledAs(Schema expected, Schema live) {
        String tableCase = live.settings().getOrDefault(TABLE_CASE, CASE_MATTERS);
        return CaselessNames.spelledAs(expected, live, !tableCase.equals(CASE_MATTERS));
    }
}
