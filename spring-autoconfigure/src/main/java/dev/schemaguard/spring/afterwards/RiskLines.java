package dev.schemaguard.spring.afterwards;

import dev.schemaguard.jdbc.gate.RiskLine;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.spring.SchemaGuards;
import dev.schemaguard.text.Printable;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lines of the log that name what a look found. */
public final class RiskLines {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaGuards.class);

    private static final int MOST_FINDINGS = 5;

    private RiskLines() {}

    /**
     * Names the first few findings that are at least risky, each with what to do, and counts the others.
     *
     * @param words what they have in common
     * @param whereAll where all of them are to be had
     */
    public static void log(String dataSource, String words, List<Finding> found, String whereAll) {
        List<Finding> risks =
                found.stream().filter(finding -> finding.counts(Severity.RISKY)).toList();
        risks.stream()
                .limit(MOST_FINDINGS)
                .forEach(risk -> LOG.atWarn()
                        .addKeyValue("dataSource", dataSource)
                        .addKeyValue("finding", Printable.line(risk.id()))
                        .log("{}: {}", words, RiskLine.of(risk)));
        if (risks.size() > MOST_FINDINGS) {
            LOG.atWarn()
                    .addKeyValue("dataSource", dataSource)
                    .log("and {} more of the kind; {}", risks.size() - MOST_FINDINGS, whereAll);
        }
    }
}
