package dev.schemaguard.database.postgres.ddl.reader;

import dev.schemaguard.ddl.change.SequenceChange;
import dev.schemaguard.ddl.change.SequenceChange.Options;
import dev.schemaguard.ddl.change.SequenceChange.Owner;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.script.Cursor;
import dev.schemaguard.ddl.script.NotUnderstood;
import dev.schemaguard.ddl.script.Token;
import dev.schemaguard.ddl.script.Token.Kind;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads CREATE SEQUENCE and ALTER SEQUENCE. */
final class SequenceReader {

    private SequenceReader() {}

    static List<Change> create(Cursor cursor, boolean temporary, Origin origin) {
        boolean unlessExists = cursor.acceptIfNotExists();
        ObjectName name = cursor.name();
        return List.of(new SequenceChange.Create(name, temporary, unlessExists, options(cursor), origin));
    }

    /** Reads the rest of ALTER SEQUENCE. */
    static List<Change> alter(Cursor cursor, Origin origin) {
        boolean ifExists = cursor.acceptIfExists();
        ObjectName name = cursor.name();
        if (cursor.accept("RENAME", "TO")) {
            return List.of(new SequenceChange.Rename(name, cursor.identifier(), ifExists, origin));
        }
        if (cursor.accept("SET", "SCHEMA")) {
            return List.of(new SequenceChange.Move(name, cursor.identifier(), origin));
        }
        return List.of(new SequenceChange.Alter(name, ifExists, options(cursor), origin));
    }

    /** The step that the options of an identity column give, one where they give none. */
    static OptionalLong step(Cursor options) {
        OptionalLong increment = options(options).increment();
        return increment.isPresent() ? increment : OptionalLong.of(1);
    }

    private static Options options(Cursor cursor) {
        OptionalLong increment = OptionalLong.empty();
        Optional<Owner> owner = Optional.empty();
        while (!cursor.atEnd()) {
            if (cursor.accept("INCREMENT")) {
                cursor.accept("BY");
                increment = OptionalLong.of(number(cursor));
            } else if (cursor.accept("OWNED", "BY")) {
                owner = Optional.of(owner(cursor));
            } else {
                // Type, bounds, start, cache, cycle: no insert depends on them as long as numbers are left.
                cursor.next();
            }
        }
        return new Options(increment, owner);
    }

    private static long number(Cursor cursor) {
        boolean negative = cursor.accept("-");
        Token token = cursor.next();
        if (token.kind() != Kind.NUMBER) {
            throw new NotUnderstood("'" + token.shown() + "' is no number");
        }
        try {
            long number = Long.parseLong(token.text());
            return negative ? -number : number;
        } catch (NumberFormatException e) {
            throw new NotUnderstood("'" + token.shown() + "' is no number");
        }
    }

    private static Owner owner(Cursor cursor) {
        if (cursor.accept("NONE")) {
            return new Owner(ObjectName.of("none"), "");
        }
        List<String> parts = cursor.nameParts();
        int last = parts.size() - 1;
        if (last < 1) {
            throw cursor.unexpected();
        }
        String schema = last > 1 ? parts.get(last - 2) : "";
        return new Owner(ObjectName.of(schema, parts.get(last - 1)), parts.get(last));
    }
}
