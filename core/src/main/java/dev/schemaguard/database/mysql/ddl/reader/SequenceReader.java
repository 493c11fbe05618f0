package dev.schemaguard.database.mysql.ddl.reader;

import dev.schemaguard.ddl.change.SequenceChange;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.script.Cursor;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the statements about MariaDB's sequences (MariaDB, CREATE SEQUENCE and ALTER SEQUENCE). */
final class SequenceReader {

    private SequenceReader() {}

    /** Reads behind CREATE SEQUENCE. */
    static Change create(Cursor cursor, boolean temporary, Origin origin) {
        boolean unlessExists = cursor.acceptIfNotExists();
        ObjectName name = cursor.name();
        return new SequenceChange.Create(name, temporary, unlessExists, options(cursor), origin);
    }

    /** Reads behind ALTER SEQUENCE. */
    static List<Change> alter(Cursor cursor, Origin origin) {
        boolean ifExists = cursor.acceptIfExists();
        ObjectName name = cursor.name();
        return List.of(new SequenceChange.Alter(name, ifExists, options(cursor), origin));
    }

    private static SequenceChange.Options options(Cursor cursor) {
        OptionalLong increment = OptionalLong.empty();
        while (!cursor.atEnd()) {
            boolean step = cursor.accept("INCREMENT");
            if (!step) {
                cursor.identifier();
            }
            while (cursor.atAny("BY", "=", "WITH", "VALUE", "AS")) {
                cursor.next();
            }
            String sign = cursor.accept("-") ? "-" : "";
            boolean number = Character.isDigit(
                    cursor.peek().text().isEmpty() ? ' ' : cursor.peek().text().charAt(0));
            if (step) {
                increment = OptionalLong.of(Long.parseLong(sign + cursor.next().text()));
            } else if (number) {
                cursor.next();
            }
        }
        return new SequenceChange.Options(increment, Optional.empty());
    }
}
