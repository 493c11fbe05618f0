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
        return columnDefault(written, "");
    }

    public static SqlText expression(String written) {
        return expression(written, "");
    }

    /**
     * A default.
     *
     * @param ownSchema the schema of the server's own operators, which it names where others come before them; empty where there
     *     is none
     */
    public static ColumnDefault columnDefault(String written, String ownSchema) {
        SqlText spelled = expression(written, ownSchema);
        return spelled.text().equals("null") ? ColumnDefault.NONE : new ColumnDefault.Expression(spelled, true);
    }

    /**
     * Any other expression.
     *
     * @param ownSchema the schema of the server's own operators; empty where there is none
     */
    public static SqlText expression(String written, String ownSchema) {
        String text = written.strip();
        try {
            if (text.length() > MOST_CHARACTERS) {
                return SqlText.of(text);
            }
            ExpressionParser.Spelled spelled = ExpressionParser.read(text, ownSchema);
            return WrittenForm.isOther(text, spelled) ? new SqlText(spelled.text(), text) : SqlText.of(spelled.text());
        } catch (NotAnExpression e) {
            // What cannot be taken apart still compares with itself.
            return SqlText.of(text);
        }
    }
}
