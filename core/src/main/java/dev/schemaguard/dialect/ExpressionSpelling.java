package dev.schemaguard.dialect;

import dev.schemaguard.dialect.ExpressionToken.NotAnExpression;
import dev.schemaguard.model.ColumnDefault;
import java.util.regex.Pattern;

/** The normal spelling of defaults, checks and other expressions, so that what a server rewrote equals what was written. */
final class ExpressionSpelling {

    /** Nobody compares longer expressions, and a hostile one must not cost more than it is worth. */
    private static final int MOST_CHARACTERS = 20_000;

    private static final Pattern CONSTANT = Pattern.compile("'(?:[^']|'')*'|-?[0-9.]+|true|false");

    private ExpressionSpelling() {}

    static ColumnDefault columnDefault(String written) {
        String spelled = spell(written);
        if (spelled.equals("null")) {
            return ColumnDefault.NONE;
        }
        ColumnDefault.Expression columnDefault = ColumnDefault.of(spelled);
        return needsCasts(written, spelled) ? columnDefault.written(written.strip()) : columnDefault;
    }

    static String spell(String written) {
        try {
            return written.length() > MOST_CHARACTERS ? asItIs(written) : ExpressionParser.spell(written);
        } catch (NotAnExpression e) {
            // What cannot be taken apart still compares with itself.
            return asItIs(written);
        }
    }

    /**
     * Whether casts that were left out are part of what the expression means. A constant takes the type of its column anyway.
     */
    private static boolean needsCasts(String written, String spelled) {
        if (CONSTANT.matcher(spelled).matches()) {
            return false;
        }
        try {
            return written.length() <= MOST_CHARACTERS && ExpressionParser.leavesCastsOut(written);
        } catch (NotAnExpression e) {
            return false;
        }
    }

    private static String asItIs(String written) {
        return written.strip();
    }
}
