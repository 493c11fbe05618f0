package dev.schemaguard.database.mysql.ddl.script;

import dev.schemaguard.ddl.script.LexicalRules;
import dev.schemaguard.ddl.script.SqlStatement;
import dev.schemaguard.ddl.script.StatementShape;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The lexical rules of MySQL and MariaDB (MySQL manual, 11.1, 11.2 and 11.7; MariaDB, Comment Syntax).
 *
 * @param forked whether the server is a MariaDB
 * @param ansiQuotes whether {@code sql_mode} has double quotes stand around names
 * @param backslashEscapes whether it lets a backslash escape in strings
 */
public record MysqlRules(boolean forked, boolean ansiQuotes, boolean backslashEscapes) implements LexicalRules {

    private static final List<String> OPERATORS =
            List.of("<=>", "->>", "->", "<=", ">=", "<>", "!=", "<<", ">>", "||", "&&", ":=");

    /** The versions of comments that MariaDB leaves out, for they were MySQL's after it had gone its own way. */
    private static final int FORKED_FROM = 50700;

    private static final int FORKED_UNTIL = 99999;

    /** What no server has reached: the text of such a comment is run by none. */
    private static final int NEVER = 130000;

    /** As a server has it that is set up as it comes. */
    public static MysqlRules usual(boolean forked) {
        return new MysqlRules(forked, false, true);
    }

    @Override
    public StatementShape shape() {
        return new MysqlShape();
    }

    @Override
    public LexicalRules after(SqlStatement statement) {
        Optional<Set<String>> modes = SqlMode.setBy(statement);
        return modes.<LexicalRules>map(set -> new MysqlRules(
                        forked,
                        set.contains("ANSI_QUOTES") || set.contains("ANSI"),
                        !set.contains("NO_BACKSLASH_ESCAPES")))
                .orElse(this);
    }

    @Override
    public boolean hasBackticks() {
        return true;
    }

    @Override
    public boolean quotesStringsTwice() {
        return !ansiQuotes;
    }

    @Override
    public boolean hasDollarQuotes() {
        return false;
    }

    @Override
    public boolean joinsStringsOnOneLine() {
        return true;
    }

    @Override
    public boolean hasHashComments() {
        return true;
    }

    @Override
    public boolean nestsComments() {
        return false;
    }

    @Override
    public boolean runsComment(String marker) {
        boolean own = marker.startsWith("M");
        String digits = marker.substring(marker.indexOf('!') + 1);
        if (own && !forked || !own && marker.indexOf('!') != 0) {
            return false;
        }
        int version = digits.isEmpty() ? 0 : Integer.parseInt(digits);
        return version < NEVER && (own || !forked || version < FORKED_FROM || version > FORKED_UNTIL);
    }

    @Override
    public List<String> operators() {
        return OPERATORS;
    }

    @Override
    public boolean hasDelimiterCommand() {
        return true;
    }

    @Override
    public boolean namesBeginWithDigits() {
        return true;
    }
}
