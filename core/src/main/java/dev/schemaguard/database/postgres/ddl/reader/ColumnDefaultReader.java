package dev.schemaguard.database.postgres.ddl.reader;

import dev.schemaguard.ddl.draft.DraftDefault;
import dev.schemaguard.ddl.script.Cursor;
import dev.schemaguard.ddl.script.Token;
import dev.schemaguard.ddl.script.Token.Kind;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ObjectName;
import java.util.Optional;

/** Reads the default of a column, and finds the sequence that it calls. */
final class ColumnDefaultReader {

    private static final String[] ENDS = {
        "CONSTRAINT",
        "NOT",
        "NULL",
        "DEFAULT",
        "UNIQUE",
        "PRIMARY",
        "CHECK",
        "REFERENCES",
        "GENERATED",
        "COLLATE",
        "DEFERRABLE",
        "INITIALLY",
        "STORAGE",
        "COMPRESSION",
        "OPTIONS"
    };

    private ColumnDefaultReader() {}

    /**
     * A default as it is written.
     *
     * @param columnDefault the default; where it calls a sequence, that call
     * @param ofDomain the same for a domain, which no column numbers and over which no other default stands
     * @param calls the sequence that it calls
     */
    record Written(ColumnDefault columnDefault, ColumnDefault ofDomain, Optional<ObjectName> calls) {}

    /** Reads a default up to the next thing that can follow one in the definition of a column. */
    static Written read(Cursor cursor) {
        int mark = cursor.mark();
        int cases = 0;
        // The first token belongs to the default whatever it is: DEFAULT NULL.
        do {
            cases += cursor.atAny("CASE") ? 1 : cursor.atAny("END") ? -1 : 0;
            cursor.skipOne();
        } while (!cursor.atEnd() && (cases > 0 || !cursor.atAny(ENDS)));
        return written(cursor, mark);
    }

    /** Reads a default that takes up the rest of the part. */
    static Written readRest(Cursor cursor) {
        int mark = cursor.mark();
        cursor.skipRest();
        return written(cursor, mark);
    }

    private static Written written(Cursor cursor, int mark) {
        String text = cursor.textFrom(mark);
        int end = cursor.mark();
        cursor.reset(mark);
        Optional<ObjectName> calls = nextval(cursor);
        boolean alone = isAlone(cursor, end);
        cursor.reset(end);
        if (!alone) {
            calls = Optional.empty();
        }
        ColumnDefault plain = cursor.dialect().columnDefault(text);
        ColumnDefault ofDomain =
                calls.isPresent() && plain instanceof ColumnDefault.Expression call ? call.notCompared() : plain;
        return new Written(calls.map(DraftDefault::written).orElseGet(() -> plain(plain)), ofDomain, calls);
    }

    private static ColumnDefault plain(ColumnDefault columnDefault) {
        return columnDefault == ColumnDefault.NONE ? DraftDefault.NULL : columnDefault;
    }

    /** The sequence in {@code nextval('name'::regclass)}, if that is the whole call. */
    private static Optional<ObjectName> nextval(Cursor cursor) {
        skipOpening(cursor);
        cursor.accept("pg_catalog", ".");
        if (!cursor.accept("nextval", "(")) {
            return Optional.empty();
        }
        skipOpening(cursor);
        if (cursor.peek().kind() != Kind.STRING) {
            return Optional.empty();
        }
        return Optional.of(cursor.dialect().objectName(cursor.string()));
    }

    /** Whether nothing is computed with the number. */
    private static boolean isAlone(Cursor cursor, int end) {
        while (cursor.mark() < end) {
            Token token = cursor.next();
            if (!token.isName() && !token.is(")") && !token.is("::")) {
                return false;
            }
        }
        return true;
    }

    private static void skipOpening(Cursor cursor) {
        while (cursor.at("(")) {
            cursor.next();
        }
    }
}
