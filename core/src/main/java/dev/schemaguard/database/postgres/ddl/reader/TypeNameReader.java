package dev.schemaguard.database.postgres.ddl.reader;

import dev.schemaguard.database.postgres.dialect.PostgresDialect;
import dev.schemaguard.ddl.script.Cursor;
import dev.schemaguard.ddl.script.NotUnderstood;
import dev.schemaguard.model.ColumnType;

/** Reads the name of a type, with its modifiers and brackets. */
final class TypeNameReader {

    private TypeNameReader() {}

    /** Reads a type in the dialect's spelling. */
    static ColumnType.Named read(Cursor cursor) {
        String text = text(cursor);
        try {
            return cursor.dialect().type(text);
        } catch (IllegalArgumentException e) {
            throw new NotUnderstood("the type '" + text + "' is not understood");
        }
    }

    /** Reads the type of a column or domain, which may list its values where the database has such. */
    static ColumnType readListed(Cursor cursor) {
        String text = text(cursor);
        try {
            return cursor.dialect().columnType(text);
        } catch (IllegalArgumentException e) {
            throw new NotUnderstood("the type '" + text + "' is not understood");
        }
    }

    /** Reads a type as it is written. */
    private static String text(Cursor cursor) {
        int mark = cursor.mark();
        words(cursor);
        if (cursor.at("(")) {
            cursor.skipOne();
        }
        if (!cursor.dialect().equals(PostgresDialect.INSTANCE)) {
            cursor.accept("FOR", "BIT", "DATA");
        }
        if (!cursor.accept("WITH", "TIME", "ZONE")) {
            cursor.accept("WITHOUT", "TIME", "ZONE");
        }
        if (cursor.accept("ARRAY") && !cursor.at("[")) {
            return cursor.textFrom(mark);
        }
        while (cursor.at("[")) {
            cursor.skipOne();
        }
        return cursor.textFrom(mark);
    }

    private static void words(Cursor cursor) {
        if (cursor.accept("DOUBLE", "PRECISION") || cursor.accept("LONG", "VARCHAR")) {
            return;
        }
        if (cursor.at("INTERVAL")) {
            interval(cursor);
            return;
        }
        boolean national = cursor.atAny("NATIONAL") && cursor.peek(1).is("CHARACTER") || cursor.at("NATIONAL", "CHAR");
        if (national) {
            cursor.next();
        }
        boolean varies = cursor.atAny("CHARACTER", "CHAR", "BIT", "NCHAR", "BINARY");
        cursor.identifier();
        while (cursor.accept(".")) {
            cursor.identifier();
        }
        if (varies) {
            cursor.accept("VARYING");
            cursor.accept("LARGE", "OBJECT");
        }
    }

    private static void interval(Cursor cursor) {
        cursor.next();
        while (cursor.atAny("YEAR", "MONTH", "DAY", "HOUR", "MINUTE", "SECOND", "TO")) {
            cursor.next();
        }
    }
}
