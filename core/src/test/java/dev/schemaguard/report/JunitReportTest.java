package dev.schemaguard.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.policy.OnUnverified;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.policy.Unverified;
import dev.schemaguard.text.Printable;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class JunitReportTest {

    @Test
    void hasACaseForEachExpectationFindingAndOpenQuestion() throws Exception {
        DriftReport report = EveryKind.report();

        Element suites = parse(report);

        int findings = report.findings().size();
        assertThat(suites.getAttribute("tests")).isEqualTo(String.valueOf(findings + 2));
        assertThat(suites.getAttribute("errors")).isEqualTo("1");
        assertThat(suites.getAttribute("skipped")).isEqualTo("1");
        for (String outcome : List.of("failure", "error", "skipped", "testcase")) {
            String counted = outcome.equals("skipped") ? outcome : outcome.equals("testcase") ? "tests" : outcome + "s";
            assertThat(suites.getElementsByTagName(outcome).getLength())
                    .isEqualTo(Integer.parseInt(suites.getAttribute(counted)));
        }
        Element failure = (Element) suites.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("message")).startsWith("breaking: ");
        assertThat(failure.getTextContent()).contains("expected: ", "\nfound: ");
    }

    @Test
    void aCleanRunShowsThatSomethingWasChecked() throws Exception {
        Element suites = parse(EveryKind.report(Policy.DEFAULT, List.of()));

        assertThat(suites.getAttribute("tests")).isEqualTo("1");
        assertThat(suites.getAttribute("failures")).isEqualTo("0");
        assertThat(suites.getAttribute("time")).isEqualTo("0.021");
        assertThat(suites.getTextContent()).contains("Checked 1 of 2 tables");
    }

    @Test
    void whatCouldNotBeFoundOutIsSkippedWhereItPasses() throws Exception {
        Element suites = parse(EveryKind.report(
                Policy.DEFAULT.withOnUnverified(OnUnverified.WARN),
                List.of(),
                new Unverified(Unverified.Code.TIMED_OUT, "late")));

        assertThat(suites.getAttribute("errors")).isEqualTo("0");
        assertThat(suites.getAttribute("skipped")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a>&\"'", "]]>", "\u0000\u0001\u001b[2J", "\uFFFE\uFFFF\uD800", "a\nb", "--><!-- "})
    void aNameNeverBreaksTheDocument(String nasty) throws Exception {
        Element suites = parse(Hostile.report(nasty));

        assertThat(((Element) suites.getElementsByTagName("testcase").item(0)).getAttribute("name"))
                .isEqualTo("expectation " + Printable.line(nasty));
    }

    private static Element parse(DriftReport report) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(report.to(ReportFormat.JUNIT))))
                .getDocumentElement();
    }
}
