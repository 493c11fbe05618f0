package dev.schemaguard.ddl.script;

import dev.schemaguard.ddl.script.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The shape of a statement of PostgreSQL. */
final class StandardShape implements StatementShape {

    /** What a statement of rows begins with. It is skipped, for it changes no table's shape. */
    private static final Set<String> OF_ROWS = Set.of(
            "insert",
            "update",
            "delete",
            "merge",
            "select",
            "values",
            "table",
            "with",
            "copy",
            "explain",
            "replace",
            "(",
            "fetch",
            "execute",
            "call",
            "perform",
            "truncate",
            "comment",
            "grant",
            "revoke",
            "set",
            "lock");

    /** Those of them that nobody has to look into. */
    private static final Set<String> CLOSED =
            Set.of("insert", "update", "delete", "merge", "values", "truncate", "comment", "grant", "revoke", "lock");

    private static final int HEAD = 3;

    private final List<String> head = new ArrayList<>();
    private int parentheses;
    private int blocks;
    private boolean fromStdin;
    private String last = "";

    @Override
    public void next(Token token) {
        String word = token.kind() == Kind.WORD || token.kind() == Kind.SYMBOL
                ? token.text().toLowerCase(Locale.ROOT)
                : "";
        boolean filler = !head.isEmpty() && (word.equals("or") || word.equals("replace"));
        if (head.size() < HEAD && !filler) {
            head.add(word);
        }
        switch (word) {
            case "(" -> parentheses++;
            case ")" -> parentheses = Math.max(0, parentheses - 1);
            case "begin" -> blocks += isRoutine() && parentheses == 0 ? 1 : 0;
            case "case" -> blocks += blocks > 0 ? 1 : 0;
            case "end" -> blocks -= blocks > 0 ? 1 : 0;
            case "stdin" -> fromStdin |= last.equals("from") && head.get(0).equals("copy");
            default -> {}
        }
        last = word;
    }

    @Override
    public boolean isSkimmed() {
        return !head.isEmpty() && OF_ROWS.contains(head.get(0));
    }

    @Override
    public boolean isOfRows() {
        return head.size() == 1 && CLOSED.contains(head.get(0));
    }

    /** Not within a body {@code BEGIN ATOMIC ... END} nor within the actions of a rule. */
    @Override
    public boolean mayEnd() {
        return blocks == 0 && (parentheses == 0 || !isRule());
    }

    @Override
    public boolean isCopyFromStdin() {
        return fromStdin;
    }

    private boolean isRoutine() {
        return isCreate() && (head.get(1).equals("function") || head.get(1).equals("procedure"));
    }

    private boolean isRule() {
        return isCreate() && head.get(1).equals("rule");
    }

    private boolean isCreate() {
        return head.size() > 1 && head.get(0).equals("create");
    }
}
