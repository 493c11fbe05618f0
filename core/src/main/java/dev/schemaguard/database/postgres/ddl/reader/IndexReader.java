package dev.schemaguard.database.postgres.ddl.reader;

import dev.schemaguard.ddl.change.IndexChange;
import dev.schemaguard.ddl.change.Only;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.script.Cursor;
import dev.schemaguard.ddl.script.NotUnderstood;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.SqlText;
import java.util.List;
import java.util.Locale;

/** Reads CREATE INDEX. */
final class IndexReader {

    private IndexReader() {}

    static List<Change> read(Cursor cursor, Origin origin) {
        boolean unique = cursor.accept("UNIQUE");
        cursor.expect("INDEX");
        cursor.accept("CONCURRENTLY");
        boolean unlessExists = cursor.acceptIfNotExists();
        String name = cursor.at("ON") ? "" : cursor.name().name();
        cursor.expect("ON");
        boolean only = cursor.accept("ONLY");
        ObjectName table = cursor.name();
        cursor.accept("*");
        String method = cursor.accept("USING") ? cursor.identifier().toLowerCase(Locale.ROOT) : "btree";
        List<Index.Part> parts = cursor.list().stream().map(IndexReader::part).toList();
        List<String> included = cursor.accept("INCLUDE") ? cursor.identifiers() : List.of();
        boolean nullsNotDistinct = cursor.accept("NULLS", "NOT", "DISTINCT");
        cursor.accept("NULLS", "DISTINCT");
        if (cursor.accept("WITH")) {
            cursor.parenthesised();
        }
        if (cursor.accept("TABLESPACE")) {
            cursor.identifier();
        }
        SqlText predicate = cursor.accept("WHERE") ? cursor.dialect().expression(cursor.rest()) : SqlText.NONE;
        if (parts.isEmpty()) {
            throw new NotUnderstood("an index without columns is not understood");
        }
        Change created = new IndexChange.Create(
                table,
                new Index(name, method, parts, included, unique, nullsNotDistinct, predicate, true, origin),
                unlessExists);
        return List.of(only ? new Only(table, created) : created);
    }

    private static Index.Part part(Cursor part) {
        int mark = part.mark();
        boolean column =
                part.peek().isName() && !part.peek(1).is("(") && !part.peek(1).is(".");
        if (column) {
            String name = part.identifier();
            options(part);
            boolean descending = descending(part);
            return new Index.ColumnPart(name, descending, nullsFirst(part, descending));
        }
        String text = expression(part, mark);
        options(part);
        boolean descending = descending(part);
        return new Index.ExpressionPart(part.dialect().expression(text), descending, nullsFirst(part, descending));
    }

    private static String expression(Cursor part, int mark) {
        if (!part.at("(")) {
            part.name();
        }
        String text = part.at("(") && part.mark() == mark ? part.parenthesised().rest() : call(part, mark);
        return text;
    }

    private static String call(Cursor part, int mark) {
        part.parenthesised();
        return part.textFrom(mark);
    }

    /** Consumes collation and operator class, which the model does not hold. */
    private static void options(Cursor part) {
        if (part.accept("COLLATE")) {
            part.name();
        }
        if (part.peek().isName() && !part.atAny("ASC", "DESC", "NULLS")) {
            part.name();
            if (part.at("(")) {
                part.skipOne();
            }
        }
    }

    private static boolean descending(Cursor part) {
        part.accept("ASC");
        return part.accept("DESC");
    }

    private static boolean nullsFirst(Cursor part, boolean descending) {
        boolean first = descending;
        if (part.accept("NULLS", "FIRST")) {
            first = true;
        } else if (part.accept("NULLS", "LAST")) {
            first = false;
        }
        part.expectEnd();
        return first;
    }
}
