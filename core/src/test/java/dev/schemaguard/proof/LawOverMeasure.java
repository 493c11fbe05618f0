package dev.schemaguard.proof;

import dev.schemaguard.drift.TypeFit;
import java.util.Set;

/**
 * The pairs of which the law of severity says something else than what was measured, each with its reason. The law wins,
 * and an exception that is no longer needed fails the test.
 */
enum LawOverMeasure {
    /** A release that expects {@code char(n)} deals with the blanks it pads with, and does so where there are none. */
    CHAR_READ_AS_VARCHAR(TypeFit.LOSSY, TypeFit.SAME) {
        @Override
        boolean isAbout(String expected, String live) {
            boolean padded = expected.contains("char(") && !expected.startsWith("varchar");
            return padded && STRINGS.contains(plain(expected)) && STRINGS.contains(plain(live)) && !live.equals("name");
        }
    },
    /** A driver reads a date out of a timestamp, but other programs may have stored a time of day. */
    DATE_AND_TIMESTAMP(TypeFit.SAME, TypeFit.LOSSY) {
        @Override
        boolean isAbout(String expected, String live) {
            return expected.equals("date") && live.startsWith("timestamp");
        }
    },
    /** A document survives as text or as the other kind of document, but its operators and functions do not work there. */
    DOCUMENT_AND_TEXT(TypeFit.SAME, TypeFit.LOSSY) {
        @Override
        boolean isAbout(String expected, String live) {
            return expected.startsWith("json") && (live.startsWith("json") || STRINGS.contains(live));
        }
    },
    /** Up to 15 digits survive in a double; sums do not. */
    NUMERIC_AND_DOUBLE(TypeFit.SAME, TypeFit.LOSSY) {
        @Override
        boolean isAbout(String expected, String live) {
            return expected.startsWith("numeric") && (live.equals("double precision") || live.equals("real"));
        }
    };

    private static final Set<String> STRINGS = Set.of("text", "varchar", "char", "bpchar", "citext", "name", "email");

    private final TypeFit measured;
    private final TypeFit law;

    LawOverMeasure(TypeFit measured, TypeFit law) {
        this.measured = measured;
        this.law = law;
    }

    abstract boolean isAbout(String expected, String live);

    boolean holds(TypeCase expected, TypeCase live, TypeFit fit) {
        return fit == measured && !expected.sql().equals(live.sql()) && isAbout(expected.sql(), live.sql());
    }

    TypeFit law() {
        return law;
    }

    static String plain(String sql) {
        return sql.replaceAll("\\(.*", "");
    }
}
