package dev.schemaguard.report;

import dev.schemaguard.text.Printable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts as GitHub's Markdown takes them (the specification of its flavour, 0.29). */
final class Markdown {

    private static final Pattern TICKS = Pattern.compile("`+");
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]|~]");
    /** What GitHub makes a mention, a reference to an issue or a link of. */
    private static final Pattern CALLING = Pattern.compile("(?i)@|#(?=\\d)|(?<=http|https|ftp):(?=//)|(?<=www)\\.");
    /** An invisible joiner, written so that it can be seen, which stands between what would be one. */
    private static final String APART = "$0&#8288;";

    private Markdown() {}

    /** A text in a sentence or a cell of a table: what it holds is neither mark-up nor calls anybody. */
    static String text(String text) {
        String escaped = SPECIAL.matcher(Printable.line(text)).replaceAll("\\\\$0");
        String harmless = escaped.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return CALLING.matcher(harmless).replaceAll(APART);
    }

    /** A sentence in which names stand between backticks. */
    static String sentence(String text) {
        String[] parts = Printable.line(text).split("`", -1);
        if (parts.length % 2 == 0) {
            return text(text);
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            out.append(i % 2 == 0 ? text(parts[i]) : code(parts[i]));
        }
        return out.toString();
    }

    /** A name or a value, also in a cell of a table, where even code must escape the bar. */
    static String code(String text) {
        String line = Printable.line(text);
        if (line.isBlank()) {
            return text(line);
        }
        String fence = fence(line, 1);
        boolean touches = line.startsWith("`") || line.endsWith("`");
        return fence + (touches ? " " : "") + line.replace("|", "\\|") + (touches ? " " : "") + fence;
    }

    /** A block of SQL. */
    static String block(String sql) {
        String fence = fence(sql, 3);
        StringBuilder out = new StringBuilder(fence).append("sql\n");
        sql.lines().map(Printable::line).forEach(line -> out.append(line).append('\n'));
        return out.append(fence).append('\n').toString();
    }

    /** More backticks in a row than the text has. */
    private static String fence(String text, int least) {
        int longest = least - 1;
        for (Matcher ticks = TICKS.matcher(text); ticks.find(); ) {
            longest = Math.max(longest, ticks.end() - ticks.start());
        }
        return "`".repeat(longest + 1);
    }
}
