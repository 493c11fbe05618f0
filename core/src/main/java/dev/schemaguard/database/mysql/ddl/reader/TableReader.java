package dev.schemaguard.database.mysql.ddl.reader;

import dev.schemaguard.database.mysql.ddl.change.ColumnAction;
import dev.schemaguard.database.mysql.ddl.change.CreateTable;
import dev.schemaguard.database.mysql.ddl.change.OptionAction;
import dev.schemaguard.database.mysql.ddl.change.TableAction;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.script.Cursor;
import dev.schemaguard.ddl.script.NotUnderstood;
import dev.schemaguard.ddl.script.Token;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads CREATE TABLE (MySQL manual, 15.1.20). */
final class TableReader {

    private final Cursor cursor;
    private final Session session;
    private final List<TableAction> actions = new ArrayList<>();
    private Optional<ObjectName> like = Optional.empty();
    private boolean ofQuery;

    private TableReader(Cursor cursor, Session session) {
        this.cursor = cursor;
        this.session = session;
    }

    /** Reads behind TABLE. */
    static List<Change> read(Cursor cursor, Session session, boolean temporary, boolean replaces, Origin origin) {
        return List.of(new TableReader(cursor, session).read(temporary, replaces, origin));
    }

    private Change read(boolean temporary, boolean replaces, Origin origin) {
        boolean unlessExists = cursor.acceptIfNotExists();
        ObjectName written = cursor.name();
        // A temporary table stands before all others of its name.
        ObjectName name = temporary ? written.unqualified() : written;
        if (cursor.accept("LIKE")) {
            like = Optional.of(cursor.name());
        } else if (cursor.at("(") && cursor.peek(1).is("LIKE")) {
            Cursor inner = cursor.parenthesised();
            inner.expect("LIKE");
            like = Optional.of(inner.name());
        } else if (cursor.at("(")
                && !cursor.peek(1).is("SELECT")
                && !cursor.peek(1).is("(")) {
            cursor.list().forEach(this::element);
        }
        actions.addAll(OptionReader.read(cursor));
        boolean engine = actions.stream().anyMatch(OptionAction.Engine.class::isInstance);
        if (!engine && like.isEmpty()) {
            session.engine().ifPresent(usual -> actions.add(new OptionAction.Engine(usual)));
        }
        rest();
        if (actions.isEmpty() && like.isEmpty() && !ofQuery) {
            throw cursor.unexpected();
        }
        return new CreateTable(
                name, temporary, unlessExists, replaces, like, ofQuery, actions, session.forked(), origin);
    }

    private void element(Cursor part) {
        if (part.at("PERIOD", "FOR")) {
            throw new NotUnderstood("a table of periods is not read");
        }
        actions.add(
                KeyReader.begins(part)
                        ? KeyReader.read(part)
                        : new ColumnAction.Add(ColumnReader.read(part, session), false));
        part.expectEnd();
    }

    /** Partitions, which change nothing that a statement sees, and a query. */
    private void rest() {
        List<Token> left = cursor.remaining();
        boolean partitions = cursor.at("PARTITION", "BY");
        boolean query = cursor.atAny("AS", "SELECT", "IGNORE", "REPLACE", "WITH", "(", "VALUES", "TABLE");
        ofQuery = query || partitions && left.stream().anyMatch(token -> token.is("SELECT"));
        if (partitions || query) {
            cursor.skipRest();
        }
    }
}
