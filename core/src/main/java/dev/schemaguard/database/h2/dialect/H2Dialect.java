package dev.schemaguard.database.h2.dialect;

import dev.schemaguard.dialect.CaselessNames;
import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.dialect.ExpressionSpelling;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.SqlText;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * H2, whatever product it is asked to look like: {@code MODE} changes what statements it takes, and nothing of what is kept. How
 * names fold hangs on the settings of its URL (manual, Database Settings).
 *
 * @param folding how names without quotes fold
 * @param takesCaseForEqual whether names are the same that differ only in case
 */
public record H2Dialect(Folding folding, boolean takesCaseForEqual) implements Dialect {

    static final String NAME = "h2";

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** Two names of one value in a column. */
    private static final Map<String, String> SAME_DEFAULTS =
            Map.of("localtimestamp", "now()", "uuid()", "random_uuid()", "gen_random_uuid()", "random_uuid()");

    /** How names fold that are written without quotes. */
    public enum Folding {
        UPPER,
        LOWER,
        NONE;

        String fold(String name) {
            return switch (this) {
                case UPPER -> name.toUpperCase(Locale.ROOT);
                case LOWER -> name.toLowerCase(Locale.ROOT);
                case NONE -> name;
            };
        }
    }

    /**
     * As the settings of its URL say.
     *
     * @throws SQLException if the driver does not tell them
     */
    public static H2Dialect of(DatabaseMetaData metaData) throws SQLException {
        Folding folding = metaData.storesUpperCaseIdentifiers()
                ? Folding.UPPER
                : metaData.storesLowerCaseIdentifiers() ? Folding.LOWER : Folding.NONE;
        return new H2Dialect(folding, !metaData.supportsMixedCaseQuotedIdentifiers());
    }

    @Override
    public String name() {
        return NAME;
    }

    /** What all names have in common that are taken for equal. */
    public String sameName(String name) {
        return takesCaseForEqual ? name.toLowerCase(Locale.ROOT) : name;
    }

    @Override
    public Schema spelledAs(Schema expected, Schema live) {
        return takesCaseForEqual ? CaselessNames.spelledAs(expected, live, true) : expected;
    }

    /** Between backticks a name folds like one without quotes. */
    @Override
    public String identifier(String written) {
        String text = written.strip();
        if (text.length() > 2 && text.startsWith("\"") && text.endsWith("\"")) {
            return text.substring(1, text.length() - 1).replace("\"\"", "\"");
        }
        boolean backticks = text.length() > 2 && text.startsWith("`") && text.endsWith("`");
        return folding.fold(backticks ? text.substring(1, text.length() - 1).replace("``", "`") : text);
    }

    @Override
    public String quote(String name) {
        return PLAIN.matcher(name).matches() && folding.fold(name).equals(name) && !H2Words.isReserved(name)
                ? name
                : "\"" + name.replace("\"", "\"\"") + "\"";
    }

    @Override
    public ColumnType.Named type(String written) {
        return H2Types.spell(written, this);
    }

    @Override
    public ColumnType columnType(String written) {
        return H2Types.columnType(written, this);
    }

    /** Whether a type is one that H2 has by itself, and no domain. */
    public boolean isBuiltIn(ColumnType.Named type) {
        return H2Types.isBuiltIn(type);
    }

    /** All that are built in; what is not is somebody's domain, and goes by its name. */
    @Override
    public boolean knows(ColumnType.Named type) {
        return true;
    }

    @Override
    public boolean hasSchemasInCatalogs() {
        return true;
    }

    @Override
    public ColumnDefault columnDefault(String written) {
        ColumnDefault spelled = ExpressionSpelling.columnDefault(written);
        return spelled instanceof ColumnDefault.Expression expression
                ? new ColumnDefault.Expression(
                        new SqlText(SAME_DEFAULTS.getOrDefault(expression.text(), expression.text()), written.strip()),
                        true)
                : spelled;
    }

    @Override
    public SqlText expression(String written) {
        return H2Conditions.spell(written, folding);
    }
}
