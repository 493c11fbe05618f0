package dev.schemaguard.database.h2.type;

import dev.schemaguard.diff.TypeRules;
import dev.schemaguard.drift.TypeFit;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ColumnType.Modifier;
import dev.schemaguard.model.ColumnType.Named;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import java.util.Objects;
import java.util.Optional;

/**
 * What one type means for another on H2, as measured with the database in the program, pair by pair. It turns values of any type into
 * each other where that makes sense, so that little is refused for certain.
 */
public final class H2TypeRules implements TypeRules {

    /** A text of so many digits is taken for a UUID, with and without hyphens. */
    private static final int UUID_DIGITS = 32;

    @Override
    public TypeFit fit(ColumnType expected, Schema expectation, ColumnType actual, Schema live) {
        Optional<Named> wanted = H2Domains.base(expected, expectation);
        Optional<Named> found = H2Domains.base(actual, live);
        TypeFit fit = wanted.isEmpty() || found.isEmpty() ? TypeFit.SAME : fit(wanted.get(), found.get());
        // The rules of a domain that both sides know are compared with it.
        return H2Domains.haveRules(actual, live) && !H2Domains.haveRules(expected, expectation)
                ? fit.and(TypeFit.NARROWER)
                : fit;
    }

    /** {@code MERGE INTO ... KEY} takes any columns for a key (manual, MERGE INTO). */
    @Override
    public boolean upsertsNeedKeys() {
        return false;
    }

    private static TypeFit fit(Named wanted, Named found) {
        Optional<H2Family> expected = H2Family.of(wanted.name().name());
        Optional<H2Family> actual = H2Family.of(found.name().name());
        if (wanted.array() || found.array()) {
            return arrays(wanted, found, expected, actual);
        }
        if (expected.isEmpty() || actual.isEmpty()) {
            return sameName(wanted.name(), found.name()) ? TypeFit.SAME : TypeFit.OTHER_FAMILY;
        }
        if (wanted.modifier() instanceof Modifier.Unstated || found.modifier() instanceof Modifier.Unstated) {
            TypeFit open =
                    families(expected.get(), wanted.with(Modifier.NONE), actual.get(), found.with(Modifier.NONE));
            return expected.equals(actual) && open != TypeFit.DIFFERENT && sameName(wanted.name(), found.name())
                    ? TypeFit.SAME
                    : open;
        }
        return wanted.equals(found) ? TypeFit.SAME : families(expected.get(), wanted, actual.get(), found);
    }

    private static boolean sameName(ObjectName wanted, ObjectName found) {
        return wanted.name().equals(found.name())
                && (!wanted.isQualified() || !found.isQualified() || Objects.equals(wanted.schema(), found.schema()));
    }

    /** Elements are turned into each other as single values are; a single value becomes an array of one. */
    private static TypeFit arrays(Named wanted, Named found, Optional<H2Family> expected, Optional<H2Family> actual) {
        if (wanted.array() && found.array()) {
            TypeFit elements = fit(wanted.element(), found.element());
            return elements.compareTo(TypeFit.NARROWER) > 0 ? TypeFit.OTHER_FAMILY : elements;
        }
        if (expected.isEmpty() || actual.isEmpty()) {
            return TypeFit.OTHER_FAMILY;
        }
        if (wanted.array()) {
            return actual.get().isString() || actual.get() == H2Family.JSON ? TypeFit.UNREADABLE : TypeFit.DIFFERENT;
        }
        boolean ofTexts = actual.get().isString();
        return switch (expected.get()) {
            case TEXT, CLOB -> ofTexts ? TypeFit.INCOMPARABLE : TypeFit.OTHER_FAMILY;
            case ENUM -> ofTexts ? TypeFit.INCOMPARABLE : TypeFit.DIFFERENT;
            case INTEGER, DECIMAL, FLOAT, BOOLEAN, INTERVAL -> TypeFit.UNREADABLE;
            case BINARY, BLOB ->
                ofTexts ? TypeFit.UNREADABLE : isLongerThanNumbers(wanted) ? TypeFit.DIFFERENT : TypeFit.OTHER_FAMILY;
            default -> ofTexts ? TypeFit.UNREADABLE : TypeFit.DIFFERENT;
        };
    }

    private static TypeFit families(H2Family expected, Named wanted, H2Family actual, Named found) {
        return switch (actual) {
            case TEXT, CLOB ->
                expected.isString()
                        ? H2StringFit.lengths(wanted, found)
                        : H2StringFit.asText(expected, wanted, found, actual == H2Family.CLOB);
            case BINARY, BLOB -> bytes(expected, wanted, actual, found);
            case JSON -> json(expected);
            case INTEGER, DECIMAL, FLOAT -> numbers(expected, wanted, found);
            case BOOLEAN -> truth(expected);
            case ENUM -> labels(expected, wanted);
            case UUID -> uuid(expected, wanted);
            case INTERVAL -> interval(expected);
            case DATE, TIME, ZONED_TIME, TIMESTAMP, ZONED_TIMESTAMP -> times(expected, wanted, actual, found);
        };
    }

    private static TypeFit bytes(H2Family expected, Named wanted, H2Family actual, Named found) {
        return switch (expected) {
            case BINARY, BLOB -> H2StringFit.lengths(wanted, found);
            case TEXT, CLOB, ENUM -> H2StringFit.bytesOfText(wanted, found);
            case JSON ->
                H2StringFit.longest(found) < Integer.MAX_VALUE
                        ? found.name().name().equals("binary") ? TypeFit.DIFFERENT : TypeFit.NARROWER
                        : TypeFit.WIDER;
            case UUID -> actual == H2Family.BLOB ? TypeFit.UNREADABLE : H2StringFit.bytesOfUuid(found);
            case INTEGER -> found.name().name().equals("varbinary") ? TypeFit.INCOMPARABLE : TypeFit.UNREADABLE;
            default -> TypeFit.DIFFERENT;
        };
    }

    private static TypeFit json(H2Family expected) {
        return switch (expected) {
            case JSON -> TypeFit.SAME;
            case TEXT, CLOB, ENUM -> TypeFit.LOSSY;
            case BOOLEAN, INTEGER, DECIMAL, FLOAT, DATE, TIME, ZONED_TIME, TIMESTAMP, ZONED_TIMESTAMP, UUID ->
                TypeFit.UNREADABLE;
            default -> TypeFit.DIFFERENT;
        };
    }

    private static TypeFit numbers(H2Family expected, Named wanted, Named found) {
        if (expected.isNumber()) {
            return H2NumberFit.fit(wanted, found);
        }
        return switch (expected) {
            case BOOLEAN -> TypeFit.WIDER;
            case TEXT, CLOB -> TypeFit.OTHER_FAMILY;
            case INTERVAL -> H2NumberFit.seconds(found);
            case BINARY, BLOB -> bytes(wanted, found);
            default -> TypeFit.DIFFERENT;
        };
    }

    /** As many bytes as a whole number has are taken for it. */
    private static TypeFit bytes(Named wanted, Named found) {
        return isLongerThanNumbers(wanted)
                        || H2Family.of(found.name().name())
                                .filter(H2Family.INTEGER::equals)
                                .isEmpty()
                ? TypeFit.DIFFERENT
                : TypeFit.OTHER_FAMILY;
    }

    private static boolean isLongerThanNumbers(Named wanted) {
        return wanted.name().name().equals("binary") && H2StringFit.longest(wanted) > Long.BYTES;
    }

    private static TypeFit truth(H2Family expected) {
        // Of numbers two values are left, so that a key soon refuses the next row.
        return expected.isNumber() || expected.isString()
                ? TypeFit.OTHER_FAMILY
                : expected == H2Family.BOOLEAN ? TypeFit.SAME : TypeFit.DIFFERENT;
    }

    private static TypeFit labels(H2Family expected, Named wanted) {
        return switch (expected) {
            // Which labels there are is compared by themselves.
            case ENUM -> TypeFit.SAME;
            case TEXT, CLOB -> TypeFit.OTHER_FAMILY;
            case INTEGER, DECIMAL ->
                wanted.name().name().endsWith("int") && !wanted.name().name().equals("bigint")
                                || wanted.name().name().equals("integer")
                        ? TypeFit.OTHER_FAMILY
                        : TypeFit.INCOMPARABLE;
            default -> TypeFit.DIFFERENT;
        };
    }

    private static TypeFit uuid(H2Family expected, Named wanted) {
        return switch (expected) {
            case UUID -> TypeFit.SAME;
            case TEXT, CLOB -> H2StringFit.longest(wanted) < UUID_DIGITS ? TypeFit.DIFFERENT : TypeFit.OTHER_FAMILY;
            case BINARY, BLOB ->
                wanted.name().name().equals("binary") && H2StringFit.longest(wanted) == 16
                        ? TypeFit.WIDER
                        : TypeFit.OTHER_FAMILY;
            default -> TypeFit.DIFFERENT;
        };
    }

    private static TypeFit interval(H2Family expected) {
        return expected == H2Family.INTERVAL
                ? TypeFit.NARROWER
                : expected.isNumber() || expected.isString() ? TypeFit.OTHER_FAMILY : TypeFit.DIFFERENT;
    }

    private static TypeFit times(H2Family expected, Named wanted, H2Family actual, Named found) {
        if (expected == actual) {
            return H2TimeFit.digits(wanted, found);
        }
        return expected.isTime()
                ? H2TimeFit.fit(expected, actual)
                : expected.isString() ? TypeFit.OTHER_FAMILY : TypeFit.DIFFERENT;
    }
}
