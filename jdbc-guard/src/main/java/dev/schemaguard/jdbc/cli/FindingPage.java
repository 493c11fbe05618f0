package dev.schemaguard.jdbc.cli;

import dev.schemaguard.drift.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The page about a kind of finding. The build packages those of {@code docs/findings}, so that a terminal shows what a browser
 * does.
 *
 * @param lines the page, in Markdown
 */
record FindingPage(List<String> lines) {

    private static final int WIDTH = 80;
    private static final String FENCE = "```";

    /** The words behind the fence of a script for each of the five databases. */
    private static final int FOR_ALL = 7;

    FindingPage {
        lines = List.copyOf(lines);
    }

    static FindingPage of(Kind kind) {
        String name = "findings/" + kind.id() + ".md";
        try (InputStream page = FindingPage.class.getResourceAsStream(name)) {
            if (page == null) {
                throw new IllegalStateException("the page " + name + " is not packaged");
            }
            return new FindingPage(new String(page.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it means in one line: the first below the title. */
    String summary() {
        return lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .findFirst()
                .orElse("");
    }

    /** The page for a terminal of eighty columns: no marks of Markdown, what is code set in, tables in columns. */
    String toText() {
        List<String> text = new ArrayList<>();
        List<String> paragraph = new ArrayList<>();
        List<String> table = new ArrayList<>();
        boolean code = false;
        for (String line : lines) {
            if (!line.startsWith("|")) {
                text.addAll(inColumns(table));
                table.clear();
            }
            if (line.startsWith(FENCE)) {
                text.addAll(wrapped(paragraph));
                paragraph.clear();
                code = !code;
                databases(line).ifPresent(text::add);
            } else if (code) {
                text.add("    " + line);
            } else if (line.startsWith("|")) {
                table.add(line);
            } else if (line.isBlank() || line.startsWith("#")) {
                text.addAll(wrapped(paragraph));
                paragraph.clear();
                text.add(line.replaceFirst("^#+ ", ""));
            } else {
                paragraph.add(line);
            }
        }
        text.addAll(wrapped(paragraph));
        return String.join("\n", text) + "\n";
    }

    /** Which databases a script is for, where it is not for all. */
    private static Optional<String> databases(String fence) {
        String[] words = fence.split(" ");
        return words.length < 3 || words.length == FOR_ALL
                ? Optional.empty()
                : Optional.of("    -- " + String.join(", ", Arrays.asList(words).subList(2, words.length)));
    }

    private static List<String> wrapped(List<String> paragraph) {
        List<String> made = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : String.join(" ", paragraph).split(" ", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > WIDTH) {
                made.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        if (line.length() > 0) {
            made.add(line.toString());
        }
        return made;
    }

    private static List<String> inColumns(List<String> table) {
        List<List<String>> rows = table.stream()
                .filter(line -> !line.startsWith("|--"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                        .map(String::strip)
                        .toList())
                .toList();
        return rows.stream()
                .map(row -> IntStream.range(0, row.size())
                        .mapToObj(column -> row.get(column)
                                + " "
                                        .repeat(width(rows, column)
                                                - row.get(column).length()))
                        .collect(Collectors.joining("  "))
                        .stripTrailing())
                .toList();
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
