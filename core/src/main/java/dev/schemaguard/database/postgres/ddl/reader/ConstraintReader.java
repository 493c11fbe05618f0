package dev.schemaguard.database.postgres.ddl.reader;

import dev.schemaguard.ddl.script.Cursor;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Constraint.Enforcement;
import dev.schemaguard.model.Constraint.ReferentialAction;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import java.util.List;

/** Reads keys and rules, be they written behind a column or on their own. */
final class ConstraintReader {

    private ConstraintReader() {}

    /** Whether a constraint of a table begins here, and no column. */
    static boolean begins(Cursor cursor) {
        return cursor.atAny("CONSTRAINT", "CHECK", "UNIQUE", "PRIMARY", "FOREIGN")
                || cursor.at("EXCLUDE", "USING")
                || cursor.at("EXCLUDE", "(");
    }

    /** The name given to the constraint that follows, or the empty text. */
    static String name(Cursor cursor) {
        return cursor.accept("CONSTRAINT") ? cursor.identifier() : "";
    }

    /** Reads a constraint of a table behind its name. */
    static Constraint ofTable(Cursor cursor, String name, Origin origin) {
        if (cursor.accept("FOREIGN", "KEY")) {
            List<String> columns = cursor.identifiers();
            return references(cursor, name, columns, origin);
        }
        if (cursor.accept("PRIMARY", "KEY")) {
            List<String> columns = keyColumns(cursor);
            return new Constraint.PrimaryKey(name, columns, keyEnforcement(cursor), origin);
        }
        if (cursor.accept("UNIQUE")) {
            boolean same = nullsNotDistinct(cursor);
            List<String> columns = keyColumns(cursor);
            return new Constraint.UniqueKey(name, columns, same, keyEnforcement(cursor), origin);
        }
        if (cursor.at("CHECK")) {
            return check(cursor, name, origin);
        }
        return exclusion(cursor, name, origin);
    }

    /** Reads a constraint behind the column that it holds for; {@code null}-ness and defaults are read elsewhere. */
    static Constraint ofColumn(Cursor cursor, String name, String column) {
        Origin origin = cursor.origin();
        if (cursor.accept("PRIMARY", "KEY")) {
            return new Constraint.PrimaryKey(name, List.of(column), keyEnforcement(cursor), origin);
        }
        if (cursor.accept("UNIQUE")) {
            cursor.accept("KEY");
            boolean same = nullsNotDistinct(cursor);
            return new Constraint.UniqueKey(name, List.of(column), same, keyEnforcement(cursor), origin);
        }
        if (cursor.at("REFERENCES")) {
            return references(cursor, name, List.of(column), origin);
        }
        return check(cursor, name, origin);
    }

    private static Constraint check(Cursor cursor, String name, Origin origin) {
        cursor.expect("CHECK");
        String text = cursor.parenthesised().rest();
        return new Constraint.Check(name, cursor.dialect().expression(text), enforcement(cursor), origin);
    }

    private static Constraint references(Cursor cursor, String name, List<String> columns, Origin origin) {
        cursor.expect("REFERENCES");
        ObjectName target = cursor.name();
        List<String> targetColumns = cursor.at("(") ? cursor.identifiers() : List.of();
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
        Enforcement enforcement = enforcement(cursor);
        return new Constraint.ForeignKey(name, columns, target, targetColumns, onDelete, onUpdate, enforcement, origin);
    }

    private static ReferentialAction action(Cursor cursor) {
        if (cursor.accept("NO", "ACTION")) {
            return ReferentialAction.NO_ACTION;
        }
        if (cursor.accept("RESTRICT")) {
            return ReferentialAction.RESTRICT;
        }
        if (cursor.accept("CASCADE")) {
            return ReferentialAction.CASCADE;
        }
        cursor.expect("SET");
        boolean toNull = cursor.accept("NULL");
        if (!toNull) {
            cursor.expect("DEFAULT");
        }
        if (cursor.at("(")) {
            cursor.skipOne();
        }
        return toNull ? ReferentialAction.SET_NULL : ReferentialAction.SET_DEFAULT;
    }

    private static Constraint exclusion(Cursor cursor, String name, Origin origin) {
        int mark = cursor.mark();
        cursor.expect("EXCLUDE");
        if (cursor.accept("USING")) {
            cursor.identifier();
        }
        cursor.parenthesised();
        skipIndexParameters(cursor);
        if (cursor.accept("WHERE")) {
            cursor.parenthesised();
        }
        String definition = cursor.textFrom(mark);
        return new Constraint.Exclusion(name, definition, enforcement(cursor), origin);
    }

    private static List<String> keyColumns(Cursor cursor) {
        return cursor.list().stream()
                .map(part -> {
                    String column = part.identifier();
                    part.accept("WITHOUT", "OVERLAPS");
                    part.expectEnd();
                    return column;
                })
                .toList();
    }

    private static boolean nullsNotDistinct(Cursor cursor) {
        if (cursor.accept("NULLS", "NOT", "DISTINCT")) {
            return true;
        }
        cursor.accept("NULLS", "DISTINCT");
        return false;
    }

    private static Enforcement keyEnforcement(Cursor cursor) {
        skipIndexParameters(cursor);
        return enforcement(cursor);
    }

    private static void skipIndexParameters(Cursor cursor) {
        if (cursor.accept("INCLUDE")) {
            cursor.parenthesised();
        }
        if (cursor.accept("WITH")) {
            cursor.parenthesised();
        }
        if (cursor.accept("USING", "INDEX", "TABLESPACE")) {
            cursor.identifier();
        }
    }

    /** Reads whether and when a constraint holds. */
    static Enforcement enforcement(Cursor cursor) {
        boolean deferrable = false;
        boolean validated = true;
        boolean enforced = true;
        while (true) {
            if (cursor.accept("NOT", "DEFERRABLE")) {
                deferrable = false;
            } else if (cursor.accept("NOT", "VALID")) {
                validated = false;
            } else if (cursor.accept("NOT", "ENFORCED")) {
                enforced = false;
            } else if (cursor.accept("DEFERRABLE") || cursor.accept("INITIALLY", "DEFERRED")) {
                deferrable = true;
            } else if (!cursor.accept("INITIALLY", "IMMEDIATE")
                    && !cursor.accept("NO", "INHERIT")
                    && !cursor.accept("ENFORCED")) {
                return new Enforcement(deferrable, validated, enforced);
            }
        }
    }
}
