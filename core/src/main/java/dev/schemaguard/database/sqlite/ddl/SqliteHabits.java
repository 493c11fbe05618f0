package dev.schemaguard.database.sqlite.ddl;

import dev.schemaguard.database.standard.ddl.BorrowedHabits;
import dev.schemaguard.ddl.draft.ServerHabits;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ObjectName;

/**
 * What SQLite makes of a script by itself: it keeps the text.
 *
 * @param others what every server does alike
 */
public record SqliteHabits(ServerHabits others) implements BorrowedHabits {

    @Override
    public String temporarySchema() {
        return "temp";
    }

    @Override
    public ColumnDefault kept(ColumnDefault written, ColumnType type) {
        return written;
    }

    /** Any word is a type. */
    @Override
    public boolean brings(ObjectName type) {
        return true;
    }
}
