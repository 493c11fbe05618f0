package dev.schemaguard.dialect;

import dev.schemaguard.dialect.ExpressionToken.NotAnExpression;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.SqlText;

/** The normal spelling of defaults, checks and other expressions, so that what a server rewrote equals what was written. */
public final class ExpressionSpelling {

    /** Nobody compares longer expressions, and a hostile one must not cost more than it is worth. */
    static final int MOST_CHARACTERS = 20_000;

    private ExpressionSpelling() {}

    public static ColumnDefault columnDefault(String written) {
        SqlText spelled = expression(written);
        return spelled.text().equals("null") ? ColumnDefault.NONE : new ColumnDefault.Expression(spelled, true);
    }

    public static SqlText expression(String written) {
        String text = written.strip();
        try {
            if (text.length() > MOST_CHARACTERS) {
                return SqlText.of(text);
            }
            ExpressionParser.Spelled spelled = ExpressionParser.read(text);
            return WrittenForm.isOther(text, spelled) ? new SqlText(spelled.text(), text) : SqlText.of(spelled.text());
        } catch (NotAnExpression e) {
            // What cannot be taken apart still compares with itself.
            return SqlText.of(text);
        }
    }
}
