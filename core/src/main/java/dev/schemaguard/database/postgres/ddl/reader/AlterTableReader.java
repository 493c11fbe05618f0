package dev.schemaguard.database.postgres.ddl.reader;

import dev.schemaguard.ddl.change.ColumnChange;
import dev.schemaguard.ddl.change.ConstraintChange;
import dev.schemaguard.ddl.change.Only;
import dev.schemaguard.ddl.change.TableChange;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.script.Cursor;
import dev.schemaguard.ddl.script.Token;
import dev.schemaguard.model.Constraint.Enforcement;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import java.util.ArrayList;
import java.util.List;

/** Reads ALTER TABLE, and what of it there is for views. */
final class AlterTableReader {

    /** How rows are stored, who may do what, and what triggers run: nothing of it is in the model. */
    private static final String[][] IGNORED = {
        {"OWNER", "TO"},
        {"CLUSTER", "ON"},
        {"SET", "WITHOUT"},
        {"SET", "WITH"},
        {"SET", "TABLESPACE"},
        {"SET", "LOGGED"},
        {"SET", "UNLOGGED"},
        {"SET", "ACCESS"},
        {"SET", "("},
        {"RESET", "("},
        {"REPLICA", "IDENTITY"},
        {"ENABLE"},
        {"DISABLE"},
        {"FORCE", "ROW"},
        {"NO", "FORCE"},
        {"OPTIONS"},
        {"NOT", "OF"},
        {"OF"},
        {"DEPENDS"}
    };

    private final ObjectName table;
    private final boolean ifExists;

    private AlterTableReader(ObjectName table, boolean ifExists) {
        this.table = table;
        this.ifExists = ifExists;
    }

    static List<Change> read(Cursor cursor, Origin origin) {
        if (cursor.accept("ALL", "IN", "TABLESPACE")) {
            cursor.skipRest();
            return List.of();
        }
        boolean ifExists = cursor.acceptIfExists();
        boolean only = cursor.accept("ONLY");
        ObjectName table = cursor.name();
        cursor.accept("*");
        AlterTableReader reader = new AlterTableReader(table, ifExists);
        List<Change> changes = new ArrayList<>();
        List<Cursor> parts = cursor.parts();
        if (parts.isEmpty()) {
            throw cursor.unexpected();
        }
        for (Cursor part : parts) {
            // The statement's own line for what stands on it, else the line of the part.
            List<Token> tokens = part.remaining();
            boolean inherited = tokens.size() < 4
                    || !tokens.get(tokens.size() - 2).is("NO")
                    || !tokens.get(tokens.size() - 1).is("INHERIT");
            for (Change change : reader.part(part, part.peek().line() > origin.line() ? part.origin() : origin)) {
                changes.add(inherited || only ? change : new Only(table, change));
            }
            part.expectEnd();
        }
        changes = ActionOrder.sorted(changes);
        return only
                ? changes.stream()
                        .<Change>map(change -> new Only(table, change))
                        .toList()
                : changes;
    }

    private List<Change> part(Cursor part, Origin origin) {
        if (part.accept("ADD")) {
            return List.of(added(part, origin));
        }
        if (part.accept("DROP")) {
            return List.of(dropped(part, origin));
        }
        if (part.accept("RENAME")) {
            return List.of(renamed(part, origin));
        }
        if (part.at("ALTER", "CONSTRAINT")) {
            return List.of(alteredConstraint(part, origin));
        }
        if (part.accept("ALTER")) {
            part.accept("COLUMN");
            return AlterColumnReader.read(part, table, ifExists, origin);
        }
        if (part.accept("VALIDATE", "CONSTRAINT")) {
            return List.of(
                    new ConstraintChange.Alter(table, ifExists, part.identifier(), true, Enforcement.ORDINARY, origin));
        }
        return others(part, origin);
    }

    private List<Change> others(Cursor part, Origin origin) {
        if (part.accept("SET", "SCHEMA")) {
            return List.of(new TableChange.Move(table, part.identifier(), ifExists, origin));
        }
        if (part.accept("ATTACH", "PARTITION")) {
            ObjectName child = part.name();
            part.skipRest();
            return List.of(new TableChange.Attach(table, child, origin));
        }
        if (part.accept("DETACH", "PARTITION")) {
            ObjectName child = part.name();
            part.skipRest();
            return List.of(new TableChange.Inherit(table, child, false, origin));
        }
        if (part.accept("INHERIT")) {
            return List.of(new TableChange.Inherit(part.name(), table, true, origin));
        }
        if (part.accept("NO", "INHERIT")) {
            return List.of(new TableChange.Inherit(part.name(), table, false, origin));
        }
        boolean enabled = part.accept("ENABLE", "ROW", "LEVEL", "SECURITY");
        if (enabled || part.accept("DISABLE", "ROW", "LEVEL", "SECURITY")) {
            return List.of(new TableChange.RowSecurity(table, enabled, origin));
        }
        for (String[] ignored : IGNORED) {
            if (part.at(ignored)) {
                part.skipRest();
                return List.of();
            }
        }
        throw part.unexpected();
    }

    private Change added(Cursor part, Origin origin) {
        if (ConstraintReader.begins(part)) {
            String name = ConstraintReader.name(part);
            boolean primary = part.at("PRIMARY", "KEY", "USING", "INDEX");
            if (primary || part.at("UNIQUE", "USING", "INDEX")) {
                for (int i = primary ? 4 : 3; i > 0; i--) {
                    part.next();
                }
                String index = part.identifier();
                Enforcement enforcement = ConstraintReader.enforcement(part);
                return new ConstraintChange.AddFromIndex(table, ifExists, name, primary, index, enforcement, origin);
            }
            if (part.accept("NOT", "NULL")) {
                return AlterColumnReader.notNull(part, table, ifExists, origin);
            }
            return new ConstraintChange.Add(table, ifExists, ConstraintReader.ofTable(part, name, origin));
        }
        if (part.accept("NOT", "NULL")) {
            return AlterColumnReader.notNull(part, table, ifExists, origin);
        }
        part.accept("COLUMN");
        boolean unlessExists = part.acceptIfNotExists();
        return new ColumnChange.Add(table, ifExists, ColumnReader.read(part), unlessExists);
    }

    private Change dropped(Cursor part, Origin origin) {
        if (part.accept("CONSTRAINT")) {
            boolean unlessMissing = part.acceptIfExists();
            String name = part.identifier();
            cascade(part);
            return new ConstraintChange.Drop(table, ifExists, name, unlessMissing, origin);
        }
        part.accept("COLUMN");
        boolean unlessMissing = part.acceptIfExists();
        String column = part.identifier();
        return new ColumnChange.Drop(table, ifExists, column, unlessMissing, cascade(part), origin);
    }

    private Change renamed(Cursor part, Origin origin) {
        if (part.accept("TO")) {
            return new TableChange.Rename(table, part.identifier(), ifExists, origin);
        }
        if (part.accept("CONSTRAINT")) {
            String name = part.identifier();
            part.expect("TO");
            return new ConstraintChange.Rename(table, ifExists, name, part.identifier(), origin);
        }
        if (!part.peek(1).is("TO")) {
            part.accept("COLUMN");
        }
        String column = part.identifier();
        part.expect("TO");
        return new ColumnChange.Rename(table, ifExists, column, part.identifier(), origin);
    }

    private Change alteredConstraint(Cursor part, Origin origin) {
        part.expect("ALTER", "CONSTRAINT");
        String name = part.identifier();
        part.accept("INHERIT");
        return new ConstraintChange.Alter(table, ifExists, name, false, ConstraintReader.enforcement(part), origin);
    }

    private static boolean cascade(Cursor part) {
        boolean cascade = part.accept("CASCADE");
        part.accept("RESTRICT");
        return cascade;
    }
}
