package dev.schemaguard.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.Databases;
import dev.schemaguard.diff.SchemaDiff;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.OnUnverified;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.policy.Unverified;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GithubReportTest {

    @Test
    void marksTheLineThatExpectsWhatIsMissing() {
        assertThat(commands(finding("missing-column:posts.quality", UnaryOperator.identity())))
                .containsExactly(
                        "::error file=db/migration/V1.sql,line=16,title=breaking missing-column%3Aposts.quality::"
                                + "every statement that names `posts.quality` fails: the column does not exist"
                                + "%0Aexpected: jsonb%0Afound: nothing");
    }

    @ParameterizedTest
    @CsvSource({
        "db/migration, V7__x.sql, 'file=db/migration/V7__x.sql,line=3,title='",
        "./db/, V7__x.sql, 'file=./db/V7__x.sql,line=3,title='",
        "filesystem:db, V7__x.sql, 'file=db/V7__x.sql,line=3,title='",
        "db/schema.sql, db/schema.sql, 'file=db/schema.sql,line=3,title='",
        "schema.json, V7__x.sql, 'file=schema.json,title='",
        "classpath:db/migration, V7__x.sql, title=",
        "jdbc:postgresql://db/app, x, title=",
        "'a,b:c%', d, 'file=a%2Cb%3Ac%25/d,line=3,title='"
    })
    void namesTheFileAsTheRepositoryHasIt(String expectation, String location, String properties) {
        List<Finding> findings = Policy.DEFAULT.judge(
                SchemaDiff.between(
                        EveryKind.read(location, "\n\nCREATE TABLE t (a int);"),
                        EveryKind.live("CREATE TABLE other (a int);"),
                        Databases.assumed().types(),
                        Set.of(),
                        "app"),
                expectation,
                Optional.empty(),
                EveryKind.TODAY);

        assertThat(commands(findings.get(0))).singleElement().asString().startsWith("::error " + properties);
    }

    @Test
    void tellsByTheLevelWhatCounts() {
        Unverified late = new Unverified(Unverified.Code.TIMED_OUT, "late");
        Policy lenient = Policy.DEFAULT.withOnUnverified(OnUnverified.WARN);

        assertThat(EveryKind.report(Policy.DEFAULT, List.of(first(Severity.RISKY)), late)
                        .to(ReportFormat.GITHUB))
                .startsWith("::error title=unverified timed-out::late\n::warning file=");
        assertThat(EveryKind.report(lenient, List.of(first(Severity.ADVISORY)), late)
                        .to(ReportFormat.GITHUB))
                .startsWith("::warning title=unverified timed-out::late\n::notice file=");
        assertThat(commands(first(Severity.BREAKING).withAccepted("known"))).isEmpty();
    }

    @Test
    void saysHowManyMoreThereAreThanGitHubShows() {
        Finding breaking = first(Severity.BREAKING);

        List<String> commands = commands(Collections.nCopies(25, breaking));

        assertThat(commands).hasSize(10);
        assertThat(commands.get(9)).isEqualTo("::error title=Schema Guard::and 16 more; see the report");
        assertThat(commands(Collections.nCopies(10, breaking))).hasSize(10).noneMatch(line -> line.contains("more"));
    }

    @Test
    void aNameCannotGiveCommands() {
        String report =
                Hostile.report("x\n::add-mask::y\r%0A::stop-commands::z").to(ReportFormat.GITHUB);

        assertThat(report.lines())
                .allMatch(line -> !line.startsWith("::") || line.matches("^::(error|warning|notice) .*"))
                .noneMatch(line -> line.contains("::add-mask") && !line.matches("^::(error|warning|notice) .*"));
    }

    private static Finding finding(String id, UnaryOperator<Finding> change) {
        return EveryKind.findings().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .map(change)
                .orElseThrow();
    }

    private static Finding first(Severity severity) {
        return EveryKind.findings().stream()
                .filter(finding -> finding.severity() == severity
                        && finding.drift().origin().isKnown())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> commands(Finding finding) {
        return commands(List.of(finding));
    }

    private static List<String> commands(List<Finding> findings) {
        return Stream.of(EveryKind.report(Policy.DEFAULT, findings)
                        .to(ReportFormat.GITHUB)
                        .split("\n"))
                .filter(line -> line.startsWith("::"))
                .toList();
    }
}
