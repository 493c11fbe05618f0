package dev.schemaguard.spring.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.schemaguard.embedded.TestDatabase;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.policy.Broken;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.report.StatementCoverage;
import dev.schemaguard.spring.Boot;
import dev.schemaguard.spring.OwnMain;
import dev.schemaguard.spring.ledger.Entries;
import dev.schemaguard.spring.ledger.LedgerApplication;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** What a native query needs is known to nobody but the query. */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class NativeQueriesTest {

    private static final String ENTRIES = Entries.class.getName();
    private static final String ENTRY = "create table entry (id bigint primary key, label varchar(255))";
    private static final String WORDS = "queries of the application";

    @Test
    void namesThoseThatAMissingColumnBreaks() {
        TestDatabase database = TestPostgres.database("create table entry (id bigint primary key)");

        DriftReport report = checked(database.properties("schema-guard.mode=warn"));

        assertThat(breaks(report, "missing-column:entry.label"))
                .extracting(broken -> broken.origin().toString(), Broken::kind)
                .contains(
                        tuple(ENTRIES + "#labelled", StatementKind.SELECT),
                        tuple(ENTRIES + "#label", StatementKind.SELECT),
                        tuple("named query Entry.ofLabel", StatementKind.SELECT))
                .doesNotContain(tuple(ENTRIES + "#add", StatementKind.INSERT))
                .noneMatch(broken -> broken.toString().contains("notNative"));
        assertThat(report.coverage().statements())
                .flatExtracting(StatementCoverage::notReadable)
                .extracting(one -> one.origin().toString())
                .containsExactly("named query Entry.whole");
        assertThat(report.toJson()).contains("\"breaks\":[{\"origin\":\"" + ENTRIES + "#label\",\"kind\":\"select\"");
        assertThat(report.toText()).contains("breaks " + ENTRIES + "#label");
    }

    @Test
    void namesATableThatOnlyAQueryKnowsAfterTheStart(CapturedOutput output) throws Exception {
        TestDatabase database = TestPostgres.database(ENTRY);

        try (ConfigurableApplicationContext context =
                OwnMain.start(LedgerApplication.class, ready -> {}, database.properties())) {
            OwnMain.awaitComparison();
            DriftReport report = Boot.report(context, "dataSource");
            assertThat(report.findings()).isEmpty();
            assertThat(report.coverage().statements())
                    .as("none was read while it started")
                    .isEmpty();
        }
        assertThat(output.getOut().lines().filter(line -> line.contains(WORDS)))
                .singleElement()
                .asString()
                .contains("WARN", "'dataSource'", "missing-table yearly", ENTRIES + "#total");
    }

    @Test
    void saysNothingOfQueriesThatWork(CapturedOutput output) throws Exception {
        TestDatabase database = TestPostgres.database(ENTRY, "create table yearly (year integer, total bigint)");

        try (ConfigurableApplicationContext context =
                OwnMain.start(LedgerApplication.class, ready -> {}, database.properties())) {
            OwnMain.awaitComparison();
            assertThat(Boot.report(context, "dataSource").failed()).isFalse();
        }
        assertThat(output).doesNotContain(WORDS);
    }

    private static List<Broken> breaks(DriftReport report, String id) {
        return report.findings().stream()
                .filter(finding -> finding.id().equals(id))
                .map(Finding::breaks)
                .flatMap(List::stream)
                .toList();
    }

    private static DriftReport checked(String... properties) {
        try (ConfigurableApplicationContext context = Boot.start(LedgerApplication.class, properties)) {
            return Boot.report(context, "dataSource");
        }
    }
}
