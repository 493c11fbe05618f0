package dev.schemaguard.database.mysql.ddl.reader;

import dev.schemaguard.database.mysql.ddl.change.KeyAction;
import dev.schemaguard.database.mysql.ddl.change.RuleAction;
import dev.schemaguard.database.mysql.ddl.change.TableAction;
import dev.schemaguard.database.mysql.ddl.script.TextLiteral;
import dev.schemaguard.ddl.script.Cursor;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Constraint.Enforcement;
import dev.schemaguard.model.Constraint.ReferentialAction;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads keys and rules that stand on their own (MySQL manual, 15.1.15 and 15.1.20). */
final class KeyReader {

    private KeyReader() {}

    /** Whether a key or rule begins here, and no column. */
    static boolean begins(Cursor cursor) {
        return cursor.atAny(
                "CONSTRAINT", "PRIMARY", "UNIQUE", "FOREIGN", "CHECK", "INDEX", "KEY", "FULLTEXT", "SPATIAL");
    }

    /** Reads one. */
    static TableAction read(Cursor cursor) {
        Origin origin = cursor.origin();
        boolean constraint = cursor.accept("CONSTRAINT");
        boolean unlessExists = constraint && cursor.acceptIfNotExists();
        boolean unnamed = !constraint || cursor.atAny("PRIMARY", "UNIQUE", "FOREIGN", "CHECK");
        String symbol = unnamed ? "" : cursor.identifier();
        if (cursor.accept("CHECK")) {
            SqlText condition = expression(cursor.parenthesised());
            Constraint.Check check = new Constraint.Check(symbol, condition, enforcement(cursor), origin);
            return new RuleAction.AddCheck(check, "", unlessExists);
        }
        if (cursor.accept("FOREIGN", "KEY")) {
            return foreignKey(cursor, symbol, unlessExists, origin);
        }
        KeyAction.Role role = KeyAction.Role.PLAIN;
        String method = "";
        if (cursor.accept("PRIMARY", "KEY")) {
            role = KeyAction.Role.PRIMARY;
        } else if (cursor.accept("UNIQUE")) {
            role = KeyAction.Role.UNIQUE;
            skipKeyWord(cursor);
        } else if (cursor.atAny("FULLTEXT", "SPATIAL")) {
            method = cursor.next().text().toLowerCase(Locale.ROOT);
            skipKeyWord(cursor);
        } else if (!cursor.accept("INDEX")) {
            cursor.expect("KEY");
        }
        return key(cursor, role, symbol, method, unlessExists, origin);
    }

    private static void skipKeyWord(Cursor cursor) {
        if (!cursor.accept("INDEX")) {
            cursor.accept("KEY");
        }
    }

    /** Reads a key behind the words that say which it is. */
    private static TableAction key(
            Cursor cursor, KeyAction.Role role, String symbol, String word, boolean unlessExists, Origin origin) {
        boolean unless = cursor.acceptIfNotExists() || unlessExists;
        String name = cursor.at("(") || cursor.atAny("USING", "TYPE") ? symbol : cursor.identifier();
        String method = using(cursor, word);
        List<Index.Part> parts = parts(cursor);
        return new KeyAction.Add(role, name, options(cursor, method), parts, unless, origin);
    }

    /** {@code USING BTREE}, at any of its places. */
    static String using(Cursor cursor, String before) {
        if (cursor.accept("USING") || cursor.accept("TYPE")) {
            String method = cursor.next().text().toLowerCase(Locale.ROOT);
            return before.isEmpty() ? method : before;
        }
        return before;
    }

    /** What is indexed. */
    static List<Index.Part> parts(Cursor cursor) {
        List<Index.Part> parts = new ArrayList<>();
        for (Cursor part : cursor.list()) {
            parts.add(part(part));
            part.expectEnd();
        }
        return parts;
    }

    private static Index.Part part(Cursor part) {
        if (part.at("(")) {
            SqlText sql = expression(part.parenthesised());
            boolean descending = descending(part);
            return new Index.ExpressionPart(sql, descending, descending);
        }
        String column = part.identifier();
        int prefix = part.at("(") ? Integer.parseInt(part.parenthesised().next().text()) : 0;
        boolean descending = descending(part);
        return new Index.ColumnPart(column, descending, descending, prefix);
    }

    private static boolean descending(Cursor part) {
        boolean descending = part.accept("DESC");
        if (!descending) {
            part.accept("ASC");
        }
        return descending;
    }

    /** What can be said behind a key; answers how it is kept. */
    static String options(Cursor cursor, String before) {
        String method = before;
        while (true) {
            if (cursor.atAny("USING", "TYPE")) {
                method = using(cursor, method);
            } else if (cursor.accept("WITH", "PARSER")) {
                cursor.identifier();
            } else if (cursor.accept("COMMENT")
                    || cursor.accept("KEY_BLOCK_SIZE")
                    || cursor.accept("ENGINE_ATTRIBUTE")
                    || cursor.accept("SECONDARY_ENGINE_ATTRIBUTE")
                    || cursor.accept("CLUSTERING")) {
                cursor.accept("=");
                cursor.next();
            } else if (!cursor.accept("VISIBLE")
                    && !cursor.accept("INVISIBLE")
                    && !cursor.accept("IGNORED")
                    && !cursor.accept("NOT", "IGNORED")) {
                return method;
            }
        }
    }

    private static TableAction foreignKey(Cursor cursor, String symbol, boolean unlessExists, Origin origin) {
        boolean unless = cursor.acceptIfNotExists() || unlessExists;
        String index = cursor.at("(") ? "" : cursor.identifier();
        List<String> columns = cursor.identifiers();
        boolean forked = cursor.dialect().name().equals("mariadb");
        // The name of the index is that of the key only where a MariaDB is told no other.
        String name = symbol.isEmpty() && forked ? index : symbol;
        Constraint.ForeignKey key = references(cursor, name, columns, origin);
        return new RuleAction.AddForeignKey(key, symbol.isEmpty() ? index : symbol, unless);
    }

    /** Reads what a foreign key refers to. */
    static Constraint.ForeignKey references(Cursor cursor, String name, List<String> columns, Origin origin) {
        cursor.expect("REFERENCES");
        ObjectName target = cursor.name();
        List<String> targets = cursor.at("(") ? cursor.identifiers() : List.of();
        ReferentialAction onDelete = ReferentialAction.NO_ACTION;
        ReferentialAction onUpdate = ReferentialAction.NO_ACTION;
        while (cursor.atAny("MATCH", "ON")) {
            if (cursor.accept("MATCH")) {
                cursor.next();
            } else if (cursor.accept("ON", "DELETE")) {
                onDelete = action(cursor);
            } else {
                cursor.expect("ON", "UPDATE");
                onUpdate = action(cursor);
            }
        }
        return new Constraint.ForeignKey(
                name, columns, target, targets, onDelete, onUpdate, Enforcement.ORDINARY, origin);
    }

    /** RESTRICT and NO ACTION are the same here. */
    private static ReferentialAction action(Cursor cursor) {
        if (cursor.accept("CASCADE")) {
            return ReferentialAction.CASCADE;
        }
        if (cursor.accept("SET", "NULL")) {
            return ReferentialAction.SET_NULL;
        }
        if (cursor.accept("SET", "DEFAULT")) {
            return ReferentialAction.SET_DEFAULT;
        }
        if (!cursor.accept("RESTRICT")) {
            cursor.expect("NO", "ACTION");
        }
        return ReferentialAction.NO_ACTION;
    }

    static Enforcement enforcement(Cursor cursor) {
        boolean enforced = !cursor.accept("NOT", "ENFORCED");
        if (enforced) {
            cursor.accept("ENFORCED");
        }
        return new Enforcement(false, true, enforced);
    }

    /** All that is left, as an expression. */
    static SqlText expression(Cursor cursor) {
        SqlText text = cursor.dialect().expression(TextLiteral.text(cursor.remaining()));
        cursor.skipRest();
        return text;
    }
}
