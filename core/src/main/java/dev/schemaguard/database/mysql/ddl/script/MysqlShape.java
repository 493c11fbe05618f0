package dev.schemaguard.database.mysql.ddl.script;

import dev.schemaguard.ddl.script.StatementShape;
import dev.schemaguard.ddl.script.Token;
import dev.schemaguard.ddl.script.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The shape of a statement of MySQL and MariaDB, commands of the client included (MySQL manual, 6.5.1.2). */
final class MysqlShape implements StatementShape {

    /** What a statement of rows, or about nothing that is in a schema, begins with. */
    private static final Set<String> CLOSED = Set.of(
            "insert",
            "update",
            "delete",
            "replace",
            "select",
            "values",
            "with",
            "(",
            "load",
            "grant",
            "revoke",
            "lock",
            "unlock",
            "analyze",
            "optimize",
            "repair",
            "check",
            "checksum",
            "flush",
            "show",
            "explain",
            "describe",
            "desc");

    /** Those of which the client takes the rest of the line, even without a semicolon. */
    private static final Set<String> OF_CLIENT = Set.of("use", "source");

    private static final Set<String> ROUTINES = Set.of("procedure", "function", "trigger", "event", "package");

    /** How many words can stand before the one that says what is created: a definer, a security and what may be replaced. */
    private static final int HEAD = 24;

    /** What closes nothing that was counted. */
    private static final Set<String> OTHER_ENDS = Set.of("if", "loop", "while", "repeat", "for");

    private final List<String> head = new ArrayList<>();
    private int line;
    private int blocks;
    private boolean ending;
    private boolean routine;

    @Override
    public void next(Token token) {
        String word = token.kind() == Kind.WORD || token.kind() == Kind.SYMBOL
                ? token.text().toLowerCase(Locale.ROOT)
                : "";
        if (head.isEmpty()) {
            line = token.line();
        }
        if (head.size() < HEAD) {
            head.add(word);
            routine |= head.get(0).equals("create") && ROUTINES.contains(word) && !isTableOf(head);
        }
        count(word);
    }

    /** Whether a word stands behind one that says that something else is created. */
    private static boolean isTableOf(List<String> head) {
        return head.contains("table") || head.contains("view") || head.contains("index") || head.contains("(");
    }

    private void count(String word) {
        boolean counted = routine || isBlock();
        if (!counted) {
            return;
        }
        boolean closes = ending && OTHER_ENDS.contains(word);
        if (ending && !closes) {
            blocks -= blocks > 0 ? 1 : 0;
        }
        boolean endOfCase = ending && word.equals("case");
        ending = word.equals("end");
        switch (word) {
            case "begin" -> blocks++;
            case "case" -> blocks += endOfCase ? 0 : 1;
            default -> {}
        }
    }

    /** {@code BEGIN NOT ATOMIC}, MariaDB's program without a name. */
    private boolean isBlock() {
        return head.size() > 1 && head.get(0).equals("begin") && head.get(1).equals("not");
    }

    @Override
    public boolean isSkimmed() {
        return !head.isEmpty() && CLOSED.contains(head.get(0));
    }

    @Override
    public boolean isOfRows() {
        return head.size() == 1 && CLOSED.contains(head.get(0)) && !head.get(0).equals("select");
    }

    @Override
    public boolean mayEnd() {
        return blocks - (ending ? 1 : 0) <= 0;
    }

    @Override
    public boolean endsBefore(Token token) {
        return token.line() > line && OF_CLIENT.contains(head.get(0));
    }
}
