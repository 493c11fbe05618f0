package dev.schemaguard.database.mysql.ddl.reader;

import dev.schemaguard.database.mysql.ddl.change.CreateView;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.draft.DraftTable;
import dev.schemaguard.ddl.script.Cursor;
import dev.schemaguard.ddl.script.Token;
import dev.schemaguard.ddl.script.Token.Kind;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads CREATE VIEW and ALTER VIEW (MySQL manual, 15.1.23): the names of the columns, where the text says them. */
final class ViewReader {

    private static final String[] BEFORE_ITEMS = {
        "ALL",
        "DISTINCT",
        "DISTINCTROW",
        "HIGH_PRIORITY",
        "STRAIGHT_JOIN",
        "SQL_SMALL_RESULT",
        "SQL_BIG_RESULT",
        "SQL_BUFFER_RESULT",
        "SQL_NO_CACHE",
        "SQL_CALC_FOUND_ROWS"
    };

    private static final String[] BEHIND_ITEMS = {
        "FROM", "WHERE", "GROUP", "HAVING", "ORDER", "LIMIT", "UNION", "EXCEPT", "INTERSECT", "INTO", "FOR", "PROCEDURE"
    };

    private ViewReader() {}

    /** Reads behind VIEW. */
    static List<Change> read(Cursor cursor, Origin origin) {
        boolean unlessExists = cursor.acceptIfNotExists();
        ObjectName name = cursor.name();
        if (cursor.at("(") && !cursor.peek(1).is("SELECT")) {
            List<String> columns = cursor.identifiers();
            cursor.expect("AS");
            return List.of(new CreateView(name, unlessExists, columns, true, mentions(cursor), origin));
        }
        cursor.expect("AS");
        List<String> columns = new ArrayList<>();
        int query = cursor.mark();
        boolean whole = columns(cursor, columns);
        cursor.reset(query);
        return List.of(new CreateView(name, unlessExists, columns, whole, mentions(cursor), origin));
    }

    /** All names that are left, and a star that may mean columns. */
    private static Set<String> mentions(Cursor cursor) {
        Set<String> names = new LinkedHashSet<>();
        for (Token token : cursor.remaining()) {
            if (token.isName()) {
                names.add(cursor.dialect().identifier(token.text()).toLowerCase(Locale.ROOT));
            } else if (token.is("*")) {
                names.add(DraftTable.ALL_COLUMNS);
            }
        }
        cursor.skipRest();
        return names;
    }

    /** Collects the names; answers whether these are all. */
    private static boolean columns(Cursor cursor, List<String> columns) {
        while (cursor.at("(")) {
            cursor.next();
        }
        if (!cursor.accept("SELECT")) {
            return false;
        }
        while (cursor.atAny(BEFORE_ITEMS)) {
            cursor.next();
        }
        boolean whole = true;
        boolean more = true;
        while (more) {
            List<Token> item = item(cursor);
            more = cursor.accept(",");
            String name = name(item, cursor);
            if (name.isEmpty()) {
                whole = false;
            } else {
                columns.add(name);
            }
        }
        return whole;
    }

    private static List<Token> item(Cursor cursor) {
        int from = cursor.mark();
        List<Token> left = cursor.remaining();
        while (!cursor.atEnd() && !cursor.at(",") && !cursor.at(")") && !cursor.atAny(BEHIND_ITEMS)) {
            cursor.skipOne();
        }
        return left.subList(0, cursor.mark() - from);
    }

    /** The name that a column gets; empty where the text does not say it: a star, or an expression without a name. */
    private static String name(List<Token> item, Cursor cursor) {
        int size = item.size();
        if (size == 0 || !item.get(size - 1).isName()) {
            return "";
        }
        Token before = size > 1 ? item.get(size - 2) : new Token(Kind.END, "", 0, false);
        boolean named = before.is("AS") || size == 1 || before.is(".") && isReference(item);
        boolean bare = !before.is("AS")
                && (before.is(")") || before.isName() || before.kind() == Kind.STRING || before.kind() == Kind.NUMBER);
        boolean literal = item.get(size - 1).is("NULL")
                || item.get(size - 1).is("END")
                || item.get(size - 1).is("TRUE");
        return named && !(size == 1 && literal) || bare && !literal && !before.is("NOT") && !before.is("IS")
                ? cursor.dialect().identifier(item.get(size - 1).text())
                : "";
    }

    /** Whether it is a column with the names of its table and database before it, and nothing else. */
    private static boolean isReference(List<Token> item) {
        for (int i = 0; i < item.size(); i++) {
            boolean expected = i % 2 == 0 ? item.get(i).isName() : item.get(i).is(".");
            if (!expected) {
                return false;
            }
        }
        return true;
    }
}
