package dev.schemaguard.database.h2.type;

import dev.schemaguard.diff.TypeArguments;
import dev.schemaguard.drift.TypeFit;
import dev.schemaguard.model.ColumnType.Named;

/** How live texts and bytes serve on H2, which writes any value as text and refuses what is too long. */
final class H2StringFit {

    private static final int BYTES_PER_CHARACTER = 4;
    private static final int UUID_BYTES = 16;
    private static final int UUID_LETTERS = 36;
    private static final int LONGEST_TRUTH = 5;

    private H2StringFit() {}

    /** Texts of texts, bytes of bytes. */
    static TypeFit lengths(Named wanted, Named found) {
        boolean padded = isPadded(found) && !isPadded(wanted);
        return (padded ? TypeFit.LOSSY : TypeFit.WIDER).and(atLeast(longest(wanted), found));
    }

    /** A live text where something else is meant. */
    static TypeFit asText(H2Family expected, Named wanted, Named found, boolean clob) {
        switch (expected) {
            case ENUM, JSON, BLOB, BINARY -> {
                TypeFit read = expected == H2Family.ENUM || expected == H2Family.JSON ? TypeFit.WIDER : TypeFit.LOSSY;
                return (isPadded(found) ? TypeFit.LOSSY : read).and(lengthsOf(expected, wanted, found));
            }
            default -> {
                return clob ? TypeFit.UNREADABLE : printed(expected, wanted, found);
            }
        }
    }

    private static TypeFit lengthsOf(H2Family expected, Named wanted, Named found) {
        return expected == H2Family.JSON ? atLeast(Integer.MAX_VALUE, found) : atLeast(longest(wanted), found);
    }

    private static TypeFit printed(H2Family expected, Named wanted, Named found) {
        if (expected == H2Family.UUID) {
            return longest(found) < UUID_LETTERS ? TypeFit.DIFFERENT : TypeFit.WIDER;
        }
        if (expected.isTime()) {
            return longest(found) < H2TimeFit.shortestText(expected)
                    ? TypeFit.DIFFERENT
                    : atLeast(H2TimeFit.longestText(expected, wanted), found);
        }
        if (expected == H2Family.BOOLEAN) {
            return atLeast(LONGEST_TRUTH, found);
        }
        return atLeast(expected.isNumber() ? H2NumberFit.longestText(wanted) : UUID_LETTERS, found);
    }

    /** Live bytes where a text is meant, which are those of UTF-8. */
    static TypeFit bytesOfText(Named wanted, Named found) {
        long needed = (long) longest(wanted) * BYTES_PER_CHARACTER;
        TypeFit read = isPadded(found) || isPadded(wanted) ? TypeFit.LOSSY : TypeFit.WIDER;
        return read.and(
                longest(found) < needed && longest(found) < Integer.MAX_VALUE ? TypeFit.NARROWER : TypeFit.WIDER);
    }

    static TypeFit bytesOfUuid(Named found) {
        return longest(found) < UUID_BYTES ? TypeFit.DIFFERENT : TypeFit.WIDER;
    }

    private static TypeFit atLeast(int needed, Named found) {
        return longest(found) < needed ? TypeFit.NARROWER : TypeFit.WIDER;
    }

    /** Stored with blanks or zeros up to its length, and read back with them (manual, CHARACTER and BINARY). */
    private static boolean isPadded(Named type) {
        String name = type.name().name();
        return name.equals("char") || name.equals("binary");
    }

    static int longest(Named type) {
        return TypeArguments.of(type, 0, Integer.MAX_VALUE);
    }
}
