package dev.schemaguard.database.mysql.type;

import dev.schemaguard.database.mysql.server.Product;
import dev.schemaguard.database.mysql.type.MysqlType.Family;
import dev.schemaguard.diff.TypeRules;
import dev.schemaguard.drift.TypeFit;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Schema;
import java.util.Locale;
import java.util.Set;

/**
 * What one type means for another on MySQL and MariaDB, as measured with both servers and both drivers, pair by pair. Both
 * convert nearly everything into nearly everything, so what a statement meets hangs on its values, and on {@code sql_mode}: a
 * strict session refuses what does not fit, any other cuts it or takes another value in silence (manual, 5.1.11).
 *
 * @param product which of the two; types mean the same on both
 */
public record MysqlTypeRules(Product product) implements TypeRules {

    private static final Set<String> STRICT = Set.of("strict_trans_tables", "strict_all_tables");

    private static final Set<Family> TIMES = Set.of(Family.MOMENT, Family.TIME);

    /** Families of which no driver reads a number, or a time, whatever the server has made of it. */
    private static final Set<Family> NO_NUMBERS = Set.of(Family.MOMENT, Family.TIME, Family.ADDRESS);

    private static final Set<Family> NO_TIMES = Set.of(Family.NUMBER, Family.BITS, Family.LABELS);

    /** Those with all the characters there are. */
    private static final Set<String> ALL_CHARACTERS = Set.of("utf8mb4", "utf16", "utf16le", "utf32", "gb18030");

    /** Those with all the characters of the first plane, and those that have no others (manual, 10.10). */
    private static final Set<String> FIRST_PLANE = Set.of("utf8mb3", "utf8", "ucs2");

    private static final Set<String> SINGLE_BYTES = Set.of(
            "latin1",
            "latin2",
            "latin5",
            "latin7",
            "ascii",
            "cp1250",
            "cp1251",
            "cp1256",
            "cp1257",
            "cp850",
            "cp852",
            "cp866",
            "dec8",
            "greek",
            "hebrew",
            "hp8",
            "keybcs2",
            "koi8r",
            "koi8u",
            "macce",
            "macroman",
            "swe7",
            "tis620",
            "armscii8",
            "geostd8");

    @Override
    public TypeFit fit(ColumnType expected, Schema expectation, ColumnType actual, Schema live) {
        if (expected.equals(actual) || !MysqlType.isStated(expected) || !MysqlType.isStated(actual)) {
            return TypeFit.SAME;
        }
        MysqlType wanted = MysqlType.of(expected);
        MysqlType found = MysqlType.of(actual);
        TypeFit fit = TypeComparison.fit(wanted, found);
        return isStrict(live) || found.family() == Family.DOCUMENT ? fit : inSilence(fit, wanted, found);
    }

    /** What a session that is not strict makes of a value that does not fit: another one, which may be none for the program. */
    private static TypeFit inSilence(TypeFit strict, MysqlType wanted, MysqlType found) {
        return switch (strict) {
            case NARROWER -> losesSign(wanted, found) ? TypeFit.SIGN_LOST : TypeFit.LOSSY;
            case NOT_READ, NOT_WRITTEN ->
                wanted.family() == Family.NUMBER && !wanted.isTruth() && NO_NUMBERS.contains(found.family())
                                || TIMES.contains(wanted.family())
                                        && NO_TIMES.contains(found.family())
                                        && !found.name().equals("year")
                        ? TypeFit.NOT_READ
                        : TypeFit.OTHER_FAMILY;
            default -> strict;
        };
    }

    /** What is computed with an unsigned number is unsigned, and refused where it would be below zero (manual, 11.1.7). */
    private static boolean losesSign(MysqlType wanted, MysqlType found) {
        return wanted.family() == Family.NUMBER
                && !wanted.unsigned()
                && (found.unsigned() || found.family() == Family.BITS);
    }

    /** Drivers make their sessions strict, so that one of which nothing is stated is taken for such. */
    private static boolean isStrict(Schema live) {
        String mode = live.settings().get("sql_mode");
        return mode == null
                || Set.of(mode.toLowerCase(Locale.ROOT).split(",")).stream().anyMatch(STRICT::contains);
    }

    /** It asks no key in particular, and adds a row where none is in the way (manual, 13.2.6.2). */
    @Override
    public boolean upsertsNeedKeys() {
        return false;
    }

    /** MariaDB asks for the right on each column that the statement lists, as measured on 10.11 and 11.4; MySQL does not. */
    @Override
    public boolean upsertsUpdateWhatTheyInsert() {
        return product == Product.MARIADB;
    }

    /** MySQL refuses in any mode; MariaDB warns where the session is not strict (Generated Columns). */
    @Override
    public boolean refusesComputedValues(Schema live) {
        return product != Product.MARIADB || isStrict(live);
    }

    @Override
    public boolean holdsAllOf(String charset, String other) {
        if (charset.equals(other)) {
            return true;
        }
        if (charset.equals("binary") || other.equals("binary")) {
            return false;
        }
        return ALL_CHARACTERS.contains(charset)
                || FIRST_PLANE.contains(charset) && (FIRST_PLANE.contains(other) || SINGLE_BYTES.contains(other));
    }
}
