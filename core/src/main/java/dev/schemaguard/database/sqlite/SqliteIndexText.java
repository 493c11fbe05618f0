package dev.schemaguard.database.sqlite;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.SqlText;
import java.util.ArrayList;
import java.util.List;

/**
 * What an index is over, as its statement says it: {@code CREATE INDEX i ON t (a, lower(b)) WHERE c}.
 *
 * @param parts what stands between the commas
 * @param where the condition; none where there is none
 */
record SqliteIndexText(List<SqlText> parts, SqlText where) {

    static final SqliteIndexText NONE = new SqliteIndexText(List.of(), SqlText.NONE);

    static SqliteIndexText of(String statement, Dialect dialect) {
        SqliteText text = SqliteText.of(statement);
        int open = text.find("(", Math.max(0, text.find("on", 0)));
        int close = open < 0 ? -1 : text.closing(open);
        if (close < 0) {
            return NONE;
        }
        List<SqlText> parts = new ArrayList<>();
        int start = open + 1;
        for (int i = open + 1; i <= close; i++) {
            if (text.parts().get(i).is("(")) {
                i = text.closing(i);
            } else if (i == close || text.parts().get(i).is(",")) {
                parts.add(dialect.expression(text.between(start, withoutOrder(text, start, i))));
                start = i + 1;
            }
        }
        int where = text.find("where", close);
        return new SqliteIndexText(
                parts,
                where < 0
                        ? SqlText.NONE
                        : dialect.expression(
                                text.between(where + 1, text.parts().size())));
    }

    private static int withoutOrder(SqliteText text, int start, int end) {
        int last = end - 1;
        return last > start
                        && (text.parts().get(last).is("asc")
                                || text.parts().get(last).is("desc"))
                ? last
                : end;
    }

    /** One of them; where the statement is not understood, a text that only equals itself. */
    SqlText part(int place) {
        return place < parts.size() ? parts.get(place) : SqlText.of("?");
    }
}
