package dev.schemaguard.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.policy.Severity;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownReportTest {

    @Test
    void showsWhatCountsAndFoldsTheRest() {
        String markdown = EveryKind.report().to(ReportFormat.MARKDOWN);

        String open = markdown.substring(0, markdown.indexOf("<details>"));
        assertThat(open)
                .startsWith("### Schema Guard: DRIFTED: ")
                .contains(
                        "| **BREAKING** | [missing-column](https://github.com/schemaguard/schemaguard/blob/main/docs/findings/missing-column.md)<br>`posts.quality` | `jsonb`<br>`db/migration/V1.sql:16` | `nothing` |")
                .doesNotContain("ADVISORY", "accepted:");
        assertThat(markdown)
                .contains("<summary>1 accepted, which do not count here</summary>")
                .contains("advisory, which do not count here</summary>")
                .contains(
                        "```sql\n-- takes a lock\nALTER TABLE posts ADD COLUMN quality jsonb;\n-- DROP TABLE posts;\n```")
                .contains("- `V9__x.sql:12`: DO block with DDL");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '"',
            value = {
                "a|b => a\\|b",
                "a_b*c => a\\_b\\*c",
                "<b>&amp; => &lt;b&gt;&amp;amp;",
                "[x](y) => \\[x\\](y)",
                "`x` => \\`x\\`",
                "@all => @&#8288;all",
                "see #12 => see #&#8288;12",
                "http://x => http:&#8288;//x",
                "jdbc:postgresql://x => jdbc:postgresql://x"
            })
    void escapesWhatWouldBeMarkUp(String text, String escaped) {
        assertThat(Markdown.text(text)).isEqualTo(escaped);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '"',
            value = {"ab => `ab`", "a|b => `a\\|b`", "a`b => ``a`b``", "`a` => `` `a` ``", "a``b => ```a``b```"})
    void fencesCodeByMoreBackticksThanItHas(String text, String code) {
        assertThat(Markdown.code(text)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a|b", "a\nb", "`", "</details>", "<!--", "```", "@everyone", "\\", "a\\|b"})
    void aNameIsNeverMarkUp(String nasty) {
        String markdown = Hostile.report(nasty).to(ReportFormat.MARKDOWN);

        List<String> rows =
                markdown.lines().filter(line -> line.startsWith("| **")).toList();
        assertThat(rows).hasSize(3).allSatisfy(row -> assertThat(cells(row)).isEqualTo(5));
        String unfenced = markdown.replaceAll("(?s)(`{3,})sql\n.*?\n\\1\n", "");
        assertThat(count(unfenced, "<details>")).isEqualTo(count(unfenced, "\n</details>\n"));
        assertThat(markdown.replaceAll("`[^`]*`", "")).doesNotContain("@everyone");
    }

    @Test
    void aCommentTakesItHoweverMuchThereIs() {
        Finding breaking = EveryKind.findings().stream()
                .filter(finding -> finding.severity() == Severity.BREAKING)
                .findFirst()
                .orElseThrow();

        String markdown = EveryKind.report(Policy.DEFAULT, Collections.nCopies(2_000, breaking))
                .to(ReportFormat.MARKDOWN);

        assertThat(markdown.length()).isLessThan(65_536);
        assertThat(markdown).contains("more, which do not fit here").contains("What to do:");
    }

    /** GitHub's rule: a bar parts cells unless a backslash stands before it, in code as well. */
    private static int cells(String row) {
        return row.split("(?<!\\\\)\\|", -1).length - 2;
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
