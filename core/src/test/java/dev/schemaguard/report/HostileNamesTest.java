package dev.schemaguard.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.SchemaDriftException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A report whose every name, value, hint and fix is hostile: nothing of it is seen raw, in any form. */
class HostileNamesTest {

    private static final String NASTY =
            "x\u001b\u0301]0;pwned\u0007\u009b31m\r\n::error::p\u200b\u202e\u2028\ue000\ud800"
                    + "\udb40\udc41##vso[task.complete]\u00ad\u0085";

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void noFormShowsThemRaw(ReportFormat format) {
        assertSeen(Hostile.report(NASTY).to(format));
    }

    @Test
    void norDoesAnExceptionOrATextWithAllThatThereIs() {
        DriftReport report = Hostile.report(NASTY);

        assertSeen(report.toText(new TextOptions(true, false, 80)));
        assertSeen(new SchemaDriftException(report).getMessage());
        assertSeen(report.toString());
    }

    @Test
    void aProgramGetsThemExactly() {
        JsonNode json = JsonMapper.shared().readTree(Hostile.report(NASTY).toJson());

        assertThat(json.get("findings").valueStream())
                .extracting(finding -> finding.get("table").asString())
                .contains(NASTY, "gone" + NASTY);
        assertThat(json.get("expectations").get(0).asString()).isEqualTo(NASTY);
    }

    private static void assertSeen(String output) {
        List<String> raw = output.lines()
                .filter(line -> !line.matches("[ -~✕…]*")
                        || line.contains("##vso[")
                        || line.strip().startsWith("::error::"))
                .toList();
        assertThat(raw).isEmpty();
        assertThat(output).doesNotContain("\r");
    }
}
