package dev.schemaguard.database.mysql.ddl.reader;

import dev.schemaguard.database.mysql.ddl.script.TextLiteral;
import dev.schemaguard.ddl.script.Cursor;
import dev.schemaguard.ddl.script.NotUnderstood;
import dev.schemaguard.ddl.script.Token;
import dev.schemaguard.ddl.script.Token.Kind;
import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.ColumnDefault;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the value that a column gets by itself (MySQL manual, 13.6; MariaDB, DEFAULT). */
final class DefaultReader {

    private static final String[] NOW = {"CURRENT_TIMESTAMP", "NOW", "LOCALTIME", "LOCALTIMESTAMP"};

    /** What can stand behind an expression without parentheses, as MariaDB takes it. */
    private static final String[] ENDS = {
        "NOT", "NULL", "UNIQUE", "PRIMARY", "KEY", "COMMENT", "ON", "AUTO_INCREMENT", "COLLATE", "CHECK", "REFERENCES",
        "CONSTRAINT", "GENERATED", "AS", "INVISIBLE", "VISIBLE", "FIRST", "AFTER", "DEFAULT", "WITH", "WITHOUT", ","
    };

    private DefaultReader() {}

    /** Reads behind DEFAULT. */
    static ColumnDefault read(Cursor cursor) {
        if (cursor.accept("NULL")) {
            return ColumnDefault.NONE;
        }
        Optional<ColumnDefault> now = now(cursor);
        if (now.isPresent()) {
            return now.get();
        }
        if (cursor.accept("NEXT", "VALUE", "FOR") || cursor.accept("(", "NEXT", "VALUE", "FOR")) {
            String name = cursor.dialect().quote(cursor.name().name());
            cursor.accept(")");
            return cursor.dialect().columnDefault("nextval(" + name + ")");
        }
        Optional<String> literal = literal(cursor);
        Dialect dialect = cursor.dialect();
        return literal.isPresent() ? dialect.columnDefault(literal.get()) : expression(cursor);
    }

    /** The time at which a row is written; nothing where something else stands here. */
    static Optional<ColumnDefault> now(Cursor cursor) {
        boolean called = cursor.peek(1).is("(")
                && (cursor.peek(2).is(")") || cursor.peek(3).is(")"));
        if (!cursor.atAny(NOW) || cursor.at("NOW") && !called) {
            return Optional.empty();
        }
        cursor.next();
        String digits = "";
        if (called) {
            Cursor arguments = cursor.parenthesised();
            digits = arguments.atEnd() ? "" : arguments.next().text();
            arguments.expectEnd();
        }
        String text =
                digits.isEmpty() || digits.equals("0") ? "CURRENT_TIMESTAMP" : "CURRENT_TIMESTAMP(" + digits + ")";
        return Optional.of(cursor.dialect().columnDefault(text));
    }

    /** A value as it is written; nothing where an expression stands here. */
    private static Optional<String> literal(Cursor cursor) {
        int mark = cursor.mark();
        boolean typed = cursor.atAny("DATE", "TIME", "TIMESTAMP")
                || cursor.peek().text().startsWith("_");
        if (typed && cursor.peek(1).kind() == Kind.STRING) {
            cursor.next();
        }
        String sign = cursor.at("-") ? "-" : "";
        if (cursor.atAny("-", "+")) {
            cursor.next();
        }
        Token token = cursor.peek();
        boolean ends = cursor.peek(1).kind() == Kind.END || isEnd(cursor.peek(1));
        if (ends && token.kind() == Kind.NUMBER) {
            cursor.next();
            return Optional.of(sign + token.text());
        }
        if (ends && token.kind() == Kind.STRING) {
            cursor.next();
            return Optional.of(isOfCharacters(token) ? TextLiteral.quoted(TextLiteral.content(token)) : bits(token));
        }
        if (ends && (token.is("TRUE") || token.is("FALSE"))) {
            cursor.next();
            return Optional.of(token.is("TRUE") ? "1" : "0");
        }
        cursor.reset(mark);
        return Optional.empty();
    }

    private static boolean isOfCharacters(Token token) {
        char first = Character.toLowerCase(token.text().charAt(0));
        return first != 'x' && first != 'b';
    }

    private static String bits(Token token) {
        return token.text().toLowerCase(Locale.ROOT);
    }

    private static boolean isEnd(Token token) {
        for (String word : ENDS) {
            if (token.is(word)) {
                return true;
            }
        }
        return token.kind() == Kind.WORD && token.text().equalsIgnoreCase("COLUMN_FORMAT")
                || token.is("STORAGE")
                || token.is("ENGINE_ATTRIBUTE")
                || token.is("SERIAL");
    }

    /** An expression, which MySQL wants in parentheses. */
    private static ColumnDefault expression(Cursor cursor) {
        int from = cursor.mark();
        List<Token> all = cursor.remaining();
        do {
            cursor.skipOne();
        } while (!cursor.atEnd() && !isEnd(cursor.peek()));
        List<Token> tokens = all.subList(0, cursor.mark() - from);
        if (tokens.isEmpty()) {
            throw new NotUnderstood("a default without a value");
        }
        return cursor.dialect().columnDefault(TextLiteral.text(withoutParentheses(tokens)));
    }

    /** Those around the whole, which the manual asks for. */
    private static List<Token> withoutParentheses(List<Token> tokens) {
        List<Token> inner = tokens;
        while (inner.size() > 2 && inner.get(0).is("(") && closes(inner) == inner.size() - 1) {
            inner = inner.subList(1, inner.size() - 1);
        }
        return inner;
    }

    /** Where the first parenthesis is closed. */
    private static int closes(List<Token> tokens) {
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
