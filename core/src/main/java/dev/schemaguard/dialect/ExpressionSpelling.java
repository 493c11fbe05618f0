package dev.schemaguard.dialect;

import dev.schemaguard.dialect.ExpressionToken.NotAnExpression;
import dev.schemaguard.model.ColumnDefault;

/** The normal spelling of defaults, checks and other expressions, so that what a server rewrote equals what was written. */
public final class ExpressionSpelling {

    /** Nobody compares longer expressions, and a hostile one must not cost more than it is worth. */
    static final int MOST_CHARACTERS = 20_000;

    private ExpressionSpelling() {}

    public static ColumnDefault columnDefault(String written) {
        String spelled = spell(written);
        if (spelled.equals("null")) {
            return ColumnDefault.NONE;
        }
        ColumnDefault.Expression columnDefault = ColumnDefault.of(spelled);
        return WrittenDefault.isOther(written.strip(), spelled)
                ? columnDefault.written(written.strip())
                : columnDefault;
    }

    public static String spell(String written) {
        try {
            return written.length() > MOST_CHARACTERS ? asItIs(written) : ExpressionParser.spell(written);
        } catch (NotAnExpression e) {
            // What cannot be taken apart still compares with itself.
            return asItIs(written);
        }
    }

    private static String asItIs(String written) {
        return written.strip();
    }
}
