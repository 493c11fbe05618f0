package dev.schemaguard.findings;

import dev.schemaguard.drift.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page of a kind of finding: what people wrote, scripts that are run, and what came of them.
 *
 * @param kind the kind
 * @param text the page
 */
record FindingPage(Kind kind, String text) {

    static final Path FOLDER = Path.of("..", "docs", "findings");

    private static final Pattern ROWS = Pattern.compile("(?m)^\\|---.*\n((?:\\| .*\n)*)");

    static FindingPage of(Kind kind) {
        try {
            return new FindingPage(kind, Files.readString(file(kind)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(Kind kind) {
        return FOLDER.resolve(kind.id() + ".md");
    }

    void write() {
        try {
            Files.writeString(file(kind), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The script with that label for a database. */
    Optional<String> script(String label, Product product) {
        Matcher fence = fence("sql " + label + "\\b[^\n]*\\b" + product.tag() + "\\b[^\n]*")
                .matcher(text);
        return fence.find() ? Optional.of(fence.group(1)) : Optional.empty();
    }

    /** The statements that the release sends. */
    Optional<String> statements() {
        Matcher fence = fence("sql statements").matcher(text);
        return fence.find() ? Optional.of(fence.group(1)) : Optional.empty();
    }

    /** Whether the release is known by a snapshot of its database, and not by its script. */
    boolean isTaken() {
        return text.contains(" taken\n");
    }

    /** The same page with what a report says. */
    FindingPage withFinding(String said) {
        return withFence("text finding", said);
    }

    /** The same page with the SQL that cures it, where it has room for some. */
    FindingPage withCure(String sql) {
        return withFence("sql cure", sql);
    }

    boolean hasCure() {
        return text.contains("```sql cure\n");
    }

    private FindingPage withFence(String head, String body) {
        Matcher fence = fence(head).matcher(text);
        String made = "```" + head + "\n" + body.stripTrailing() + "\n```\n";
        return new FindingPage(kind, fence.replaceFirst(Matcher.quoteReplacement(made)));
    }

    /** The same page with the name under which the finding is accepted. */
    FindingPage withId(String id) {
        return new FindingPage(
                kind,
                text.replaceFirst(
                        "(writes\\s+it\\s+down\\s+as\\s+)`[^`]*`", "$1" + Matcher.quoteReplacement("`" + id + "`")));
    }

    /** The same page with what one database makes of it. */
    FindingPage withRow(Product product, String row) {
        Map<Product, String> rows = new EnumMap<>(Product.class);
        Matcher table = ROWS.matcher(text);
        if (!table.find()) {
            throw new IllegalStateException("no table in the page of " + kind.id());
        }
        table.group(1).lines().forEach(line -> {
            for (Product one : Product.values()) {
                if (line.startsWith("| " + one.label() + " |")) {
                    rows.put(one, line);
                }
            }
        });
        rows.put(product, row);
        return new FindingPage(
                kind,
                text.substring(0, table.start(1))
                        + String.join("\n", rows.values())
                        + "\n"
                        + text.substring(table.end(1)));
    }

    private static Pattern fence(String head) {
        return Pattern.compile("(?ms)^```" + head + "\n(.*?)^```\n");
    }
}
