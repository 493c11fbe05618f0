package dev.schemaguard.database.sqlite.fix;

import dev.schemaguard.fix.Calls;
import dev.schemaguard.fix.UnsafeText;
import dev.schemaguard.fix.WrittenExpression;
import dev.schemaguard.model.ObjectName;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lets through what SQLite reads as one expression to its end: balanced, with no comment, no statement's end and no second one. */
final class ExpressionGate {

    /** More than any rule takes, and few enough that the pattern's own steps need no deep stack. */
    private static final int MOST = 4_000;

    /** Blanks, texts, names in each kind of quotes, words, numbers, and one sign that begins no comment (manual, SQL Language). */
    private static final Pattern PART = Pattern.compile(
            "(?<blank>[ \\t\\r\\n]+)|'(?:[^'\\x00]++|'')*+'|\"(?:[^\"\\x00]++|\"\")++\"|`[^`\\x00]+`|\\[[^\\]\\x00]+]"
                    + "|(?<word>[A-Za-z_][A-Za-z0-9_]*)|[0-9]+(?:\\.[0-9]*)?(?:[eE][+-]?[0-9]+)?(?![A-Za-z0-9_.])"
                    + "|(?<open>\\()|(?<close>\\))|(?<comma>,)|(?!--|/\\*)[-+*/%=<>!|&~.]");

    /** Words that stand before a parenthesis and call nothing. */
    private static final Set<String> NO_CALLS = Set.of(
            "and", "or", "not", "in", "is", "like", "glob", "between", "when", "then", "else", "case", "as", "cast",
            "escape", "collate");

    /** A statement within an expression reads other tables; so no word begins one. */
    private static final Set<String> STATEMENTS = Set.of("select", "values", "with", "raise", "exists");

    private final String what;
    private final String text;
    private final Set<ObjectName> functions = new LinkedHashSet<>();
    private String word = "";
    private int depth;

    private ExpressionGate(String what, String text) {
        this.what = what;
        this.text = text;
    }

    /**
     * The expression in parentheses.
     *
     * @param what what it is, such as {@code check}
     */
    static WrittenExpression through(String what, String text) {
        return new ExpressionGate(what, text).written();
    }

    private WrittenExpression written() {
        if (text.isBlank() || text.length() > MOST) {
            throw refused("it is empty, or longer than any expression");
        }
        Matcher part = PART.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!part.region(at, text.length()).lookingAt()) {
                throw refused("what stands at place " + (at + 1) + " of it is no part of an expression");
            }
            take(part);
            at = part.end();
        }
        if (depth != 0) {
            throw refused("a parenthesis is not closed");
        }
        return new WrittenExpression("(" + text.strip() + ")", new Calls(functions, functions, Set.of()));
    }

    private void take(Matcher part) {
        if (part.group("blank") != null) {
            return;
        }
        String before = word;
        word = "";
        if (part.group("word") != null) {
            word = part.group("word").toLowerCase(Locale.ROOT);
            if (STATEMENTS.contains(word)) {
                throw refused("the word '" + word + "' may begin a statement of its own");
            }
        } else if (part.group("open") != null) {
            depth++;
            if (!before.isEmpty() && !NO_CALLS.contains(before)) {
                functions.add(ObjectName.of(before));
            }
        } else if (part.group("close") != null && --depth < 0) {
            throw refused("a parenthesis is closed that was not opened");
        } else if (part.group("comma") != null && depth == 0) {
            throw refused("a comma ends it");
        }
    }

    private UnsafeText refused(String reason) {
        return new UnsafeText(what, text, reason);
    }
}
