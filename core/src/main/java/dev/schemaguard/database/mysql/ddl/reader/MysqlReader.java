package dev.schemaguard.database.mysql.ddl.reader;

import dev.schemaguard.database.mysql.ddl.script.SqlMode;
import dev.schemaguard.database.mysql.dialect.MysqlDialect;
import dev.schemaguard.ddl.StatementReader;
import dev.schemaguard.ddl.change.NamespaceChange;
import dev.schemaguard.ddl.change.Unreadable;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.script.Cursor;
import dev.schemaguard.ddl.script.NotUnderstood;
import dev.schemaguard.ddl.script.SqlStatement;
import dev.schemaguard.ddl.script.Token;
import java.util.List;
import java.util.Set;

/** Reads one statement after the other; what is not understood is noted and never skipped in silence. */
public final class MysqlReader implements StatementReader {

    private final Session session;
    private final ProgramReader programs;

    /**
     * For one reading.
     *
     * @param dialect how names and types are spelled
     * @param forked whether the server is a MariaDB
     */
    public MysqlReader(MysqlDialect dialect, boolean forked) {
        this.session = new Session(dialect, forked);
        this.programs = new ProgramReader(session, this);
    }

    @Override
    public List<Change> read(SqlStatement statement) {
        String reason;
        try {
            return understood(statement);
        } catch (NotUnderstood | IllegalArgumentException e) {
            // The model refuses what no server would take, such as a key without columns.
            reason = String.valueOf(e.getMessage());
        }
        String why = statement.tokens().stream()
                .filter(token -> token.kind() == Token.Kind.PLACEHOLDER)
                .findFirst()
                .map(token -> "the placeholder '" + token.text() + "' has no value; give it one, as with --placeholder")
                .orElse(reason);
        String what = "'" + statement.opening() + "' is not understood: " + why;
        return List.of(StatementTarget.of(statement, session.dialect())
                .map(tables -> Unreadable.of(statement.origin(), what, tables))
                .orElseGet(() -> Unreadable.everywhere(statement.origin(), what)));
    }

    private List<Change> understood(SqlStatement statement) {
        Cursor cursor = new Cursor(statement, session.dialect());
        if (Ignored.begins(cursor)) {
            return programs.query(statement);
        }
        if (cursor.peek().kind() == Token.Kind.META_COMMAND || cursor.at("SOURCE")) {
            return command(cursor, statement);
        }
        if (!statement.whole()) {
            throw new NotUnderstood("it is too long to be read");
        }
        if (programs.reads(cursor)) {
            return programs.read(cursor, statement);
        }
        if (statement.tokens().stream().anyMatch(Token::isGarbled)) {
            throw new NotUnderstood("it holds what is no UTF-8; save the script as UTF-8");
        }
        List<Change> changes = ddl(cursor, statement);
        cursor.expectEnd();
        return changes;
    }

    /** What the client does by itself: only another file matters. */
    private static List<Change> command(Cursor cursor, SqlStatement statement) {
        boolean file = cursor.at("SOURCE") || cursor.peek().text().startsWith("\\.");
        return file
                ? List.of(Unreadable.everywhere(
                        statement.origin(), "'" + statement.opening() + "' runs another file, which is not followed"))
                : List.of();
    }

    private List<Change> ddl(Cursor cursor, SqlStatement statement) {
        if (cursor.accept("CREATE")) {
            return CreateReader.read(cursor, session, statement.origin());
        }
        if (cursor.accept("ALTER")) {
            return CreateReader.alter(cursor, session, statement.origin());
        }
        if (cursor.accept("DROP")) {
            return DropReader.read(cursor, session, statement.origin());
        }
        if (cursor.accept("RENAME")) {
            return CreateReader.rename(cursor, statement.origin());
        }
        if (cursor.accept("USE")) {
            return List.of(new NamespaceChange.SetPath(List.of(cursor.identifier()), statement.origin()));
        }
        if (cursor.at("SET")) {
            return set(cursor, statement);
        }
        throw cursor.unexpected();
    }

    private List<Change> set(Cursor cursor, SqlStatement statement) {
        List<Change> variables = programs.set(cursor, statement);
        cursor.skipRest();
        Set<String> modes = SqlMode.notFollowed(statement);
        return modes.isEmpty()
                ? variables
                : List.of(Unreadable.everywhere(
                        statement.origin(), "what sql_mode " + modes + " makes of later statements is not followed"));
    }
}
