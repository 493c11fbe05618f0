package dev.schemaguard.database.standard;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.dialect.ExpressionSpelling;
import dev.schemaguard.dialect.TypeText;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ColumnType.Modifier;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.SqlText;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Any database without a dialect of its own: the standard's type names, and the folding and quoting that its driver tells.
 *
 * @param name the database's kind in lower case
 * @param identifierCase how unquoted names are folded
 * @param quoteMark what stands around a quoted name, or the empty text where the database has no quotes
 * @param hasSchemasInCatalogs whether a catalog is known to be no other word for a schema
 */
public record StandardDialect(
        String name, IdentifierCase identifierCase, String quoteMark, boolean hasSchemasInCatalogs) implements Dialect {

    /** Mappers write names in lower case for these two, although the databases would keep theirs. */
    private static final Set<String> LOWER_CASE_BY_CUSTOM = Set.of("mysql", "mariadb");

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    public static StandardDialect of(DatabaseMetaData metaData) throws SQLException {
        IdentifierCase folding = metaData.storesUpperCaseIdentifiers()
                ? IdentifierCase.UPPER
                : metaData.storesLowerCaseIdentifiers() ? IdentifierCase.LOWER : IdentifierCase.KEPT;
        String quote = metaData.getIdentifierQuoteString();
        return new StandardDialect(
                metaData.getDatabaseProductName().toLowerCase(Locale.ROOT),
                folding,
                quote == null ? "" : quote.strip(),
                false);
    }

    /** The same, of a database whose catalogs have schemas. */
    public StandardDialect withSchemasInCatalogs() {
        return new StandardDialect(name, identifierCase, quoteMark, true);
    }

    /** The same under another name. */
    StandardDialect named(String otherName) {
        return new StandardDialect(otherName, identifierCase, quoteMark, hasSchemasInCatalogs);
    }

    @Override
    public String identifier(String written) {
        String text = written.strip();
        for (String mark : new String[] {"\"", quoteMark}) {
            if (!mark.isEmpty() && text.length() > 2 * mark.length() && text.startsWith(mark) && text.endsWith(mark)) {
                return text.substring(mark.length(), text.length() - mark.length())
                        .replace(mark + mark, mark);
            }
        }
        return identifierCase.fold(text);
    }

    @Override
    public String quote(String name) {
        return PLAIN.matcher(name).matches() && identifierCase.keeps(name) || quoteMark.isEmpty()
                ? name
                : quoteMark + name.replace(quoteMark, quoteMark + quoteMark) + quoteMark;
    }

    @Override
    public String madeUpName(String made) {
        return LOWER_CASE_BY_CUSTOM.contains(name) ? made.toLowerCase(Locale.ROOT) : identifier(made);
    }

    @Override
    public ColumnType.Named type(String written) {
        TypeText text = TypeText.parse(written);
        String spelled = OtherSynonyms.canonical(text.name());
        Modifier modifier = text.arguments().isEmpty() ? Modifier.NONE : new Modifier.Of(text.arguments());
        return new ColumnType.Named(ObjectName.of(spelled), modifier, text.array());
    }

    @Override
    public ColumnDefault columnDefault(String written) {
        return ExpressionSpelling.columnDefault(written);
    }

    @Override
    public SqlText expression(String written) {
        return ExpressionSpelling.expression(written);
    }
}
