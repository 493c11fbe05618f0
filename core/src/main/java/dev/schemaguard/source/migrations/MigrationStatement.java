package dev.schemaguard.source.migrations;

import dev.schemaguard.ddl.script.CopyCommand;
import dev.schemaguard.ddl.script.SqlStatement;
import dev.schemaguard.ddl.script.Token;
import dev.schemaguard.ddl.script.Token.Kind;
import dev.schemaguard.model.Origin;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One statement as a server is to get it.
 *
 * @param role what to do with it
 * @param sql its text, with the comments before it
 * @param origin where its first word stands
 * @param firstLine the line of the script on which the text begins
 * @param placeholder something in it that looks as if a tool should have replaced it, if there is any
 */
public record MigrationStatement(Role role, String sql, Origin origin, int firstLine, Optional<String> placeholder) {

    /** Commands to a client that only change how it reads and prints: psql's, of which others have some. */
    private static final Set<String> HARMLESS = Set.of(
            "set",
            "unset",
            "echo",
            "qecho",
            "warn",
            "pset",
            "timing",
            "restrict",
            "unrestrict",
            "encoding",
            "x",
            "a",
            "t",
            "o",
            "q",
            "r",
            "errverbose",
            "prompt",
            "conninfo",
            "d",
            "dt",
            "l",
            ".");

    private static final Set<String> OUTSIDE = Set.of("DATABASE", "TABLESPACE", "SYSTEM", "SUBSCRIPTION");

    /** What is to be done with a statement. */
    public enum Role {
        /** The server runs it. */
        RUN,
        /** It begins or ends a transaction. */
        TRANSACTION,
        /** It brings rows, or tells the client something, and so says nothing about the schema. */
        ROWS,
        /** Only a client can run it, for it reads other files or branches. */
        NEEDS_CLIENT,
        /** It changes something of the server beside the database itself. */
        OUTSIDE
    }

    /** The role of a statement, where these are words of what lies beside a database, too. */
    static Role role(SqlStatement statement, Set<String> outside) {
        Token first = statement.tokens().get(0);
        if (first.kind() == Kind.META_COMMAND) {
            return ofCommand(first.text());
        }
        if (statement.startsWith("COPY")) {
            return Role.ROWS;
        }
        if (statement.startsWith("SOURCE")) {
            return Role.NEEDS_CLIENT;
        }
        Token last = statement.tokens().get(statement.tokens().size() - 1);
        if (last.kind() == Kind.META_COMMAND && !last.text().matches("\\\\gx?\\s*")) {
            return Role.NEEDS_CLIENT;
        }
        if (endsTransaction(statement)) {
            return Role.TRANSACTION;
        }
        return isOutside(statement, outside) ? Role.OUTSIDE : Role.RUN;
    }

    private static Role ofCommand(String command) {
        String name = command.substring(1).split("\\s", 2)[0].toLowerCase(Locale.ROOT);
        if (name.equals("copy")) {
            return CopyCommand.readsScript(command) ? Role.ROWS : Role.NEEDS_CLIENT;
        }
        // The end of rows to psql is another file to MySQL's client, and then names one.
        boolean file = name.equals(".") && command.strip().length() > 2;
        return HARMLESS.contains(name) && !file ? Role.ROWS : Role.NEEDS_CLIENT;
    }

    private static boolean endsTransaction(SqlStatement statement) {
        return statement.startsWith("BEGIN")
                || statement.startsWith("START", "TRANSACTION")
                || statement.startsWith("COMMIT")
                || statement.startsWith("END")
                || statement.startsWith("ABORT")
                || (statement.startsWith("ROLLBACK")
                        && !statement.startsWith("ROLLBACK", "TO")
                        && !statement.startsWith("ROLLBACK", "WORK", "TO")
                        && !statement.startsWith("ROLLBACK", "TRANSACTION", "TO"));
    }

    private static boolean isOutside(SqlStatement statement, Set<String> more) {
        List<Token> tokens = statement.tokens();
        boolean changes =
                statement.startsWith("CREATE") || statement.startsWith("ALTER") || statement.startsWith("DROP");
        return statement.startsWith("USE")
                || changes
                        && tokens.size() > 1
                        && Stream.concat(OUTSIDE.stream(), more.stream()).anyMatch(tokens.get(1)::is);
    }

    static MigrationStatement of(SqlStatement statement, Role role, String text, int firstLine) {
        Token last = statement.tokens().get(statement.tokens().size() - 1);
        int end = last.kind() == Kind.META_COMMAND ? text.lastIndexOf(last.text()) : -1;
        Optional<String> placeholder = statement.tokens().stream()
                .filter(token -> token.kind() == Kind.PLACEHOLDER)
                .map(Token::text)
                .findFirst();
        return new MigrationStatement(
                role, end < 0 ? text : text.substring(0, end), statement.origin(), firstLine, placeholder);
    }

    /** The place of a character of the text, counted in code points from 1 on as servers do. */
    public Origin at(int position) {
        int end =
                position > sql.codePointCount(0, sql.length()) ? sql.length() : sql.offsetByCodePoints(0, position - 1);
        int line = firstLine
                + (int) sql.substring(0, end)
                        .replace("\r\n", "\n")
                        .replace('\r', '\n')
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        return Origin.of(origin.location(), Math.max(line, origin.line()));
    }
}
