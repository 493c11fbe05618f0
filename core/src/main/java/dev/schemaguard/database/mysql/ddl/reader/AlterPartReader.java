package dev.schemaguard.database.mysql.ddl.reader;

import dev.schemaguard.database.mysql.ddl.change.ColumnAction;
import dev.schemaguard.database.mysql.ddl.change.KeyAction;
import dev.schemaguard.database.mysql.ddl.change.RuleAction;
import dev.schemaguard.database.mysql.ddl.change.TableAction;
import dev.schemaguard.ddl.script.Cursor;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.Constraint;
import java.util.List;

/** Reads what an ALTER TABLE drops, renames or changes a little (MySQL manual, 15.1.9). */
final class AlterPartReader {

    private AlterPartReader() {}

    /** Reads behind DROP. */
    static TableAction dropped(Cursor part) {
        if (part.accept("PRIMARY", "KEY")) {
            return new KeyAction.Drop(KeyAction.PRIMARY, false);
        }
        if (part.accept("FOREIGN", "KEY")) {
            boolean ifExists = part.acceptIfExists();
            return new RuleAction.Drop(part.identifier(), Constraint.ForeignKey.class, ifExists);
        }
        if (part.accept("INDEX") || part.accept("KEY")) {
            boolean ifExists = part.acceptIfExists();
            return new KeyAction.Drop(part.identifier(), ifExists);
        }
        if (part.accept("CHECK")) {
            return new RuleAction.Drop(part.identifier(), Constraint.Check.class, false);
        }
        if (part.accept("CONSTRAINT")) {
            boolean ifExists = part.acceptIfExists();
            return new RuleAction.Drop(part.identifier(), Constraint.class, ifExists);
        }
        part.accept("COLUMN");
        boolean ifExists = part.acceptIfExists();
        String column = part.identifier();
        if (!part.accept("RESTRICT")) {
            part.accept("CASCADE");
        }
        return new ColumnAction.Drop(column, ifExists);
    }

    /** Reads behind RENAME. */
    static TableAction renamedKey(Cursor part) {
        part.next();
        boolean ifExists = part.acceptIfExists();
        String from = part.identifier();
        part.expect("TO");
        return new KeyAction.Rename(from, part.identifier(), ifExists);
    }

    /** Reads behind ALTER. */
    static List<TableAction> altered(Cursor part) {
        if (part.accept("INDEX") || part.accept("KEY")) {
            part.acceptIfExists();
            part.identifier();
            if (!part.accept("VISIBLE") && !part.accept("INVISIBLE") && !part.accept("IGNORED")) {
                part.expect("NOT", "IGNORED");
            }
            return List.of();
        }
        if (part.accept("CHECK") || part.accept("CONSTRAINT")) {
            return List.of(new RuleAction.Enforce(
                    part.identifier(), KeyReader.enforcement(part).enforced()));
        }
        part.accept("COLUMN");
        boolean ifExists = part.acceptIfExists();
        String column = part.identifier();
        if (part.accept("DROP", "DEFAULT")) {
            return List.of(new ColumnAction.SetDefault(column, ColumnDefault.NONE, ifExists));
        }
        part.expect("SET");
        if (part.accept("VISIBLE") || part.accept("INVISIBLE")) {
            return List.of();
        }
        part.expect("DEFAULT");
        return List.of(new ColumnAction.SetDefault(column, DefaultReader.read(part), ifExists));
    }
}
