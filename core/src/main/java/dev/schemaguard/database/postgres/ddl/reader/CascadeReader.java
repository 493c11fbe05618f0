package dev.schemaguard.database.postgres.ddl.reader;

import dev.schemaguard.ddl.change.DependentsChange;
import dev.schemaguard.ddl.change.Unreadable;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.script.Cursor;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads DROP ... CASCADE of objects that are not in the model themselves, but on which others hang (manual, 5.15). */
final class CascadeReader {

    /** Nothing in the model hangs on these. */
    private static final String[] WITHOUT_DEPENDENTS = {
        "DATABASE",
        "EVENT",
        "GROUP",
        "OWNED",
        "POLICY",
        "PUBLICATION",
        "ROLE",
        "RULE",
        "STATISTICS",
        "SUBSCRIPTION",
        "TABLESPACE",
        "TRIGGER",
        "USER"
    };

    private static final String[] IN_THE_MODEL = {
        "TABLE", "VIEW", "MATERIALIZED", "INDEX", "SEQUENCE", "TYPE", "DOMAIN", "SCHEMA"
    };

    /** Rules name these, so that those which use one can be told. */
    private static final String[] NAMED = {"FUNCTION", "PROCEDURE", "ROUTINE", "AGGREGATE", "COLLATION"};

    private CascadeReader() {}

    /** What such a statement does; nothing if it is another one. */
    static Optional<List<Change>> read(Cursor cursor, Origin origin) {
        boolean cascades = cursor.at("DROP")
                && cursor.remaining().get(cursor.remaining().size() - 1).is("CASCADE");
        int mark = cursor.mark();
        if (!cascades || cursor.at("DROP", "FOREIGN", "TABLE")) {
            return Optional.empty();
        }
        cursor.next();
        if (cursor.atAny(WITHOUT_DEPENDENTS) || cursor.atAny(IN_THE_MODEL)) {
            cursor.reset(mark);
            return Optional.empty();
        }
        String kind = cursor.peek().text().toUpperCase(Locale.ROOT);
        if (cursor.atAny(NAMED)) {
            cursor.next();
            return Optional.of(named(cursor, kind, origin));
        }
        cursor.skipRest();
        return Optional.of(List.of(Unreadable.everywhere(
                origin, "DROP " + kind + " ... CASCADE drops all that depends on it, which only a server knows")));
    }

    private static List<Change> named(Cursor cursor, String kind, Origin origin) {
        cursor.acceptIfExists();
        List<Change> changes = new ArrayList<>();
        do {
            ObjectName name = cursor.name();
            if (cursor.at("(")) {
                cursor.skipOne();
            }
            changes.add(new DependentsChange(name, "DROP " + kind + " '" + name + "' CASCADE", origin));
        } while (cursor.accept(","));
        cursor.expect("CASCADE");
        return changes;
    }
}
