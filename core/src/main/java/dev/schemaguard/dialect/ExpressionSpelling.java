package dev.schemaguard.dialect;

import dev.schemaguard.dialect.ExpressionToken.NotAnExpression;
import dev.schemaguard.model.ColumnDefault;

/** The normal spelling of defaults, checks and other expressions, so that what a server rewrote equals what was written. */
final class ExpressionSpelling {

    private ExpressionSpelling() {}

    static ColumnDefault columnDefault(String written) {
        String spelled = spell(written);
        return spelled.equals("null") ? ColumnDefault.NONE : ColumnDefault.of(spelled);
    }

    static String spell(String written) {
        try {
            return ExpressionParser.spell(written);
        } catch (NotAnExpression e) {
            // What cannot be taken apart still compares with itself.
            return written.strip().replaceAll("\\s+", " ");
        }
    }
}
