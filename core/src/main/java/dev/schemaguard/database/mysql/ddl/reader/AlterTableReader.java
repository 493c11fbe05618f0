package dev.schemaguard.database.mysql.ddl.reader;

import dev.schemaguard.database.mysql.ddl.change.AlterTable;
import dev.schemaguard.database.mysql.ddl.change.CharacterSet;
import dev.schemaguard.database.mysql.ddl.change.ColumnAction;
import dev.schemaguard.database.mysql.ddl.change.OptionAction;
import dev.schemaguard.database.mysql.ddl.change.RenameTable;
import dev.schemaguard.database.mysql.ddl.change.TableAction;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.script.Cursor;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads ALTER TABLE (MySQL manual, 15.1.9; MariaDB, ALTER TABLE). */
final class AlterTableReader {

    /** Statements about partitions, which change nothing that others see; a list of them can stand behind. */
    private static final String[] OF_PARTITIONS = {
        "PARTITION",
        "TRUNCATE",
        "COALESCE",
        "REORGANIZE",
        "EXCHANGE",
        "ANALYZE",
        "CHECK",
        "OPTIMIZE",
        "REBUILD",
        "REPAIR",
        "REMOVE",
        "UPGRADE",
        "DISCARD",
        "IMPORT"
    };

    private final Session session;
    private final List<TableAction> actions = new ArrayList<>();
    private Optional<ObjectName> renamed = Optional.empty();
    private boolean ends;

    private AlterTableReader(Session session) {
        this.session = session;
    }

    /** Reads behind TABLE. */
    static List<Change> read(Cursor cursor, Session session, Origin origin) {
        boolean ifExists = cursor.acceptIfExists();
        ObjectName name = cursor.name();
        if (cursor.accept("WAIT")) {
            cursor.next();
        } else {
            cursor.accept("NOWAIT");
        }
        AlterTableReader reader = new AlterTableReader(session);
        for (Cursor part : cursor.parts()) {
            if (!reader.ends) {
                reader.action(part);
                reader.options(part);
            }
        }
        List<Change> changes = new ArrayList<>();
        if (!reader.actions.isEmpty()) {
            changes.add(new AlterTable(name, ifExists, reader.actions, session.forked(), origin));
        }
        boolean leaves = session.forked() && !reader.actions.isEmpty();
        reader.renamed.ifPresent(to -> changes.add(new RenameTable(name, to, ifExists, leaves, origin)));
        return changes;
    }

    /** Options need no comma between them, nor do partitions before them. */
    private void options(Cursor part) {
        if (!part.atEnd() && !ends) {
            actions.addAll(OptionReader.read(part));
            if (part.at("PARTITION", "BY")) {
                part.skipRest();
                ends = true;
            }
        }
        if (!ends) {
            part.expectEnd();
        }
    }

    private void action(Cursor part) {
        if (part.accept("ADD")) {
            add(part);
        } else if (part.accept("MODIFY")) {
            part.accept("COLUMN");
            boolean ifExists = part.acceptIfExists();
            String name = part.peek().isName() ? part.identifier() : "";
            part.reset(part.mark() - 1);
            actions.add(new ColumnAction.Change(name, ColumnReader.read(part, session), ifExists));
        } else if (part.accept("CHANGE")) {
            part.accept("COLUMN");
            boolean ifExists = part.acceptIfExists();
            String name = part.identifier();
            actions.add(new ColumnAction.Change(name, ColumnReader.read(part, session), ifExists));
        } else if (part.accept("ALTER")) {
            actions.addAll(AlterPartReader.altered(part));
        } else if (part.accept("DROP")) {
            drop(part);
        } else if (part.accept("RENAME")) {
            rename(part);
        } else if (part.accept("CONVERT", "TO")) {
            convert(part);
        } else {
            other(part);
        }
    }

    private void add(Cursor part) {
        if (part.at("PARTITION")) {
            end(part);
        } else if (part.accept("SYSTEM", "VERSIONING")) {
            return;
        } else if (KeyReader.begins(part)) {
            actions.add(KeyReader.read(part));
        } else {
            part.accept("COLUMN");
            boolean unlessExists = part.acceptIfNotExists();
            if (!part.at("(")) {
                actions.add(new ColumnAction.Add(ColumnReader.read(part, session), unlessExists));
                return;
            }
            for (Cursor element : part.list()) {
                actions.add(
                        KeyReader.begins(element)
                                ? KeyReader.read(element)
                                : new ColumnAction.Add(ColumnReader.read(element, session), unlessExists));
                element.expectEnd();
            }
        }
    }

    private void drop(Cursor part) {
        if (part.at("PARTITION")) {
            end(part);
        } else if (!part.accept("SYSTEM", "VERSIONING")) {
            actions.add(AlterPartReader.dropped(part));
        }
    }

    private void rename(Cursor part) {
        if (part.accept("COLUMN")) {
            boolean ifExists = part.acceptIfExists();
            String from = part.identifier();
            part.expect("TO");
            actions.add(new ColumnAction.Rename(from, part.identifier(), ifExists));
        } else if (part.atAny("INDEX", "KEY")) {
            actions.add(AlterPartReader.renamedKey(part));
        } else {
            if (part.atAny("TO", "AS", "=")) {
                part.next();
            }
            renamed = Optional.of(part.name());
        }
    }

    private void convert(Cursor part) {
        if (!part.accept("CHARACTER", "SET")) {
            part.expect("CHARSET");
        }
        Optional<String> charset = Optional.of(TypeReader.word(part)).filter(name -> !name.equalsIgnoreCase("default"));
        Optional<String> collation = part.accept("COLLATE") ? Optional.of(TypeReader.word(part)) : Optional.empty();
        actions.add(new OptionAction.Convert(CharacterSet.of(charset, collation)));
    }

    private void other(Cursor part) {
        if (part.accept("ORDER", "BY") || part.atAny(OF_PARTITIONS)) {
            end(part);
        } else if (part.accept("ALGORITHM") || part.accept("LOCK")) {
            part.accept("=");
            part.next();
        } else if (part.atAny("ENABLE", "DISABLE") && part.peek(1).is("KEYS")) {
            part.skipRest();
        } else if (part.atAny("WITH", "WITHOUT") && part.peek(1).is("VALIDATION")) {
            part.skipRest();
        } else {
            part.accept("FORCE");
        }
    }

    private void end(Cursor part) {
        part.skipRest();
        ends = true;
    }
}
