package dev.schemaguard.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.Databases;
import dev.schemaguard.diff.SchemaDiff;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Fix;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.text.Printable;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlReportTest {

    /** Where a reader can go; nothing is loaded from there. */
    private static final String PAGES = "https://github.com/schemaguard/schemaguard/blob/main/docs/findings/";

    private static final String EXPECTED = """
            CREATE TABLE posts (id bigint PRIMARY KEY, title varchar(200) NOT NULL, quality jsonb);
            CREATE TABLE reel_jobs (id uuid PRIMARY KEY, state text);
            CREATE TABLE businesses (id bigint PRIMARY KEY, name varchar(20));
            """;
    private static final String LIVE = """
            CREATE TABLE posts (id bigint PRIMARY KEY, title varchar(100) NOT NULL, slug text NOT NULL);
            CREATE TABLE businesses (id bigint PRIMARY KEY, name text);
            """;

    private static final Set<String> KNOWN =
            Set.of(("html head meta title style body a header h1 span p main section h2 h3 dl"
                            + " div dt dd ul ol li strong b em br small code pre nav table thead tbody tr th td details summary footer")
                    .split(" "));

    @Test
    void showsWholeTablesSideBySideWhereTheSchemasAreKept() throws Exception {
        Document page = page(story(true));

        assertThat(rows(page, "posts"))
                .containsExactly(
                        "id | bigint not null | bigint not null | as expected",
                        "title | varchar(200) not null | varchar(100) not null | ! RISKY type-narrower",
                        "quality | jsonb | nothing | ✕ BREAKING missing-column",
                        "slug | nothing | text not null, no default | ✕ BREAKING extra-required-column");
        assertThat(rows(page, "reel_jobs"))
                .containsExactly(
                        "reel_jobs | a table of 2 columns | nothing | ✕ BREAKING missing-table",
                        "id | uuid not null | nothing | missing with its table",
                        "state | text | nothing | missing with its table");
        assertThat(rows(page, "businesses (2 columns)"))
                .containsExactly(
                        "id | bigint not null | bigint not null | as expected",
                        "name | varchar(20) | text | differs, but works");
    }

    @Test
    void showsWhatDiffersWhereTheyAreNot() throws Exception {
        Document page = page(story(false));

        assertThat(rows(page, "posts")).hasSize(3);
        assertThat(elements(page, "summary")).isEmpty();
    }

    @Test
    void saysWhatToDoWithoutMarkUpOfOthers() throws Exception {
        Fix fix = new Fix("ALTER TABLE posts ADD COLUMN quality jsonb", List.of(), false);

        assertThat(text(page(story(false, fix)).getDocumentElement()))
                .contains("schema-guard fix prints SQL that cures it")
                .doesNotContain("`");
    }

    @Test
    void losesNoFinding() throws Exception {
        DriftReport report = EveryKind.report();

        String page = text(page(report).getDocumentElement());

        assertThat(report.findings())
                .allSatisfy(finding ->
                        assertThat(page).contains(finding.drift().message().replace("`", "")));
    }

    @Test
    void isSoundForScreenReadersAndKeyboards() throws Exception {
        Document page = page(story(true));

        assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en");
        assertThat(elements(page, "main")).hasSize(1);
        assertThat(elements(page, "h1")).hasSize(1);
        assertThat(elements(page, "nav"))
                .allMatch(nav -> !nav.getAttribute("aria-label").isEmpty());
        assertThat(elements(page, "th"))
                .isNotEmpty()
                .allMatch(header -> !header.getAttribute("scope").isEmpty());
        List<String> ids = elements(page, "*").stream()
                .map(element -> element.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(elements(page, "*").stream()
                        .map(element -> element.getAttribute("aria-labelledby"))
                        .filter(id -> !id.isEmpty()))
                .isNotEmpty()
                .isSubsetOf(ids);
        assertThat(elements(page, "a").stream().map(link -> link.getAttribute("href")))
                .isNotEmpty()
                .allMatch(target ->
                        target.startsWith(PAGES) || target.startsWith("#") && ids.contains(target.substring(1)));
        assertThat(elements(page, "div").stream()
                        .filter(div -> div.getAttribute("class").equals("scroll")))
                .allMatch(div -> div.getAttribute("tabindex").equals("0")
                        && div.getAttribute("role").equals("region"));
        assertThat(elements(page, "tr").stream()
                        .filter(row -> !row.getAttribute("class").isEmpty()))
                .as("drift is told by words, too")
                .allMatch(row -> text(row).contains(row.getAttribute("class").toUpperCase(Locale.ROOT)));
    }

    @Test
    void needsNoScriptAndNoOtherFile() {
        String page = story(true).to(ReportFormat.HTML);

        assertThat(page.replace("<a href=\"" + PAGES, "<a href=\""))
                .contains("default-src 'none'")
                .contains("prefers-color-scheme: dark")
                .doesNotContain("<script", "<link", "<img", "url(", "@import", "http:", "https:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "</style><svg/onload=alert(1)>",
                "</code></td><!--",
                "]]>&amp;&lt;&#60;b&#62;",
                "\u202Egnp.exe\u0000\u0001\uFFFF\uD800",
                "`<b>`"
            })
    void aNameIsNeverMarkUp(String nasty) throws Exception {
        Document page = page(Hostile.report(nasty));

        assertThat(elements(page, "*").stream().map(Element::getTagName)).allMatch(KNOWN::contains);
        assertThat(elements(page, "*")).allMatch(element -> !element.hasAttribute("onmouseover"));
        assertThat(text(page.getDocumentElement()).replace("`", ""))
                .contains(Printable.line(nasty).replace("`", ""));
    }

    /** The page without what is HTML only, as XML: which it must be for this test, and may be for a browser. */
    private static Document page(DriftReport report) throws Exception {
        String html =
                report.to(ReportFormat.HTML).replace("<!DOCTYPE html>", "").replaceAll("<(meta[^>]*|br)>", "<$1/>");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(html)));
    }

    private static DriftReport story(boolean keepSchemas, Fix... fixes) {
        Schema expected = EveryKind.read("V1.sql", EXPECTED);
        Schema live = EveryKind.live(LIVE);
        List<Finding> findings = Policy.DEFAULT
                .judge(
                        SchemaDiff.between(expected, live, Databases.assumed().types(), Set.of(), "app"),
                        "db/migration",
                        Optional.empty(),
                        EveryKind.TODAY)
                .stream()
                .map(finding -> finding.withFixes(List.of(fixes)))
                .toList();
        return new DriftReport(
                List.of("db/migration"),
                Optional.of(EveryKind.DATABASE),
                findings,
                List.of(),
                new Coverage(
                        3,
                        2,
                        4,
                        0,
                        List.of(),
                        List.of(),
                        keepSchemas ? List.of(new ComparedSchemas("db/migration", expected, live)) : List.of()),
                Policy.DEFAULT,
                Timing.ZERO);
    }

    /** The rows of the table under a heading, each cell by its first words. */
    private static List<String> rows(Document page, String heading) {
        List<String> ids = elements(page, "*").stream()
                .filter(element -> element.getTagName().equals("h3")
                        || element.getTagName().equals("summary"))
                .filter(element -> text(element).equals(heading))
                .map(element -> element.getAttribute("id"))
                .toList();
        Element table = elements(page, "table").stream()
                .filter(one -> ids.contains(one.getAttribute("aria-labelledby")))
                .findFirst()
                .orElseThrow();
        List<String> rows = new ArrayList<>();
        NodeList bodyRows = ((Element) table.getElementsByTagName("tbody").item(0)).getElementsByTagName("tr");
        for (int i = 0; i < bodyRows.getLength(); i++) {
            List<String> cells = new ArrayList<>();
            for (Node cell = bodyRows.item(i).getFirstChild(); cell != null; cell = cell.getNextSibling()) {
                cells.add(firstWords(cell));
            }
            rows.add(String.join(" | ", cells));
        }
        return rows;
    }

    private static String firstWords(Node cell) {
        Node first = cell.getFirstChild();
        while (first instanceof Element element && element.getTagName().equals("div")) {
            first = first.getFirstChild();
        }
        return text(first);
    }

    private static String text(Node node) {
        return node.getTextContent();
    }

    private static List<Element> elements(Document page, String name) {
        NodeList found = page.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
