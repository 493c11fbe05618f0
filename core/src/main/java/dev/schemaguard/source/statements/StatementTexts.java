package dev.schemaguard.source.statements;

import dev.schemaguard.database.Database;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.statements.ReleaseStatement;
import dev.schemaguard.statements.ReleaseStatements;
import dev.schemaguard.statements.SentText;
import dev.schemaguard.statements.StatementUse;
import dev.schemaguard.statements.UnreadStatement;
import dev.schemaguard.statements.reading.Reading;
import dev.schemaguard.statements.reading.StatementReader;
import java.util.ArrayList;
import java.util.List;

/**
 * Gathers statements, and reads those of which it is not known what they use. The parser is set up only where there is one of
 * them. Used by one thread.
 */
public final class StatementTexts {

    private final Database database;
    private final Schema expected;
    private final List<ReleaseStatement> statements = new ArrayList<>();
    private final List<UnreadStatement> unread = new ArrayList<>();
    private final List<SentText> toRead = new ArrayList<>();

    /**
     * None yet.
     *
     * @param database how they are spelled
     * @param expected by what it is told whose column a bare name is
     */
    public StatementTexts(Database database, Schema expected) {
        this.database = database;
        this.expected = expected;
    }

    /** Adds one of which the use is known. */
    public void known(String text, List<Origin> origins, StatementUse use) {
        statements.add(new ReleaseStatement(text, origins, use));
    }

    /** Adds one that could not be read. */
    public void unread(Origin origin, String reason) {
        unread.add(new UnreadStatement(origin, reason));
    }

    /** Adds one that is yet to be read. */
    public void read(SentText sent) {
        toRead.add(sent);
    }

    /** All that were added. What neither reads nor writes rows, such as DDL, is listed with what could not be read. */
    public ReleaseStatements statements(String name, boolean complete) {
        if (!toRead.isEmpty()) {
            StatementReader reader = new StatementReader(
                    database.dialect(), database.ddl().habits().lexicalRules(), expected);
            toRead.forEach(sent -> add(sent, reader.read(sent.text())));
            toRead.clear();
        }
        return new ReleaseStatements(name, statements, unread, complete);
    }

    private void add(SentText sent, Reading reading) {
        if (reading instanceof Reading.Understood understood) {
            known(sent.text(), List.of(sent.origin()), understood.use());
        } else if (reading instanceof Reading.NotUnderstood not) {
            unread(sent.origin(), not.reason());
        } else if (reading instanceof Reading.Other other) {
            unread(sent.origin(), "a statement that begins with " + other.word() + " is not looked into");
        }
    }
}
