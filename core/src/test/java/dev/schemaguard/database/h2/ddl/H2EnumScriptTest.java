package dev.schemaguard.database.h2.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.SchemaSources;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Enums of scripts for H2, which stand in a column or in a domain. */
class H2EnumScriptTest {

    @TempDir
    private Path folder;

    private DriftReport check(String expected, String live) throws IOException {
        return check(expected, live, "");
    }

    private DriftReport check(String expected, String live, String settings) throws IOException {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1" + settings);
        TestPostgres.execute((DataSource) h2, live);
        Path script = Files.writeString(folder.resolve("schema.sql"), expected);
        return SchemaGuard.expecting(SchemaSources.of(script.toString()))
                .policy(Policy.failOn(Severity.ADVISORY))
                .build()
                .check(h2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table posts (id int primary key, state enum('new', 'old') default 'new' not null)",
                "create table posts (id int primary key, state ENUM ( 'it''s','a,b(c)' ))",
                "create domain state as enum('new', 'old'); create table posts (id int primary key, state state)",
                "create domain state enum('new', 'old') default 'new'; create table posts (id int primary key, state state)",
                "create table posts (id int primary key, state int); alter table posts alter column state enum('a', 'b')",
                "create table posts (id int primary key, state int); alter table posts alter column state set data type enum('a')"
            })
    void conformToWhatTheyMade(String script) throws IOException {
        for (String settings : new String[] {"", ";MODE=MySQL;DATABASE_TO_LOWER=TRUE", ";MODE=PostgreSQL"}) {
            DriftReport report = check(script, script, settings);

            assertThat(report.findings()).as(report.toText()).isEmpty();
            // A script's ALTER COLUMN without more words is not understood, and said.
            assertThat(report.verdict() == Verdict.CONFORMS)
                    .as(report.toText())
                    .isEqualTo(!script.contains("state enum('a', 'b')"));
        }
    }

    @Test
    void namesTheLabelThatIsMissingAndTheOneThatIsUnknown() throws IOException {
        DriftReport report = check(
                "create table posts (id int primary key, state enum('new', 'old'))",
                "create table posts (id int primary key, state enum('new', 'odd'))");

        assertThat(report.findings())
                .extracting(finding -> finding.drift().kind().id() + " " + finding.severity())
                .as(report.toText())
                .containsExactlyInAnyOrder("enum-label-missing RISKY", "enum-label-extra ADVISORY");
        assertThat(report.toText()).contains("STATE(old)").contains("STATE(odd)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " default 'new'"})
    void namesTheLabelThatADomainLacks(String more) throws IOException {
        String table = "; create table posts (id int primary key, state state)";

        DriftReport report = check(
                "create domain state as enum('new', 'old')" + table,
                "create domain state as enum('new')" + more + table);

        assertThat(report.toText()).contains("enum-label-missing").contains("label 'old'");
    }

    @Test
    void saysThatAColumnOfTextsIsNone() throws IOException {
        DriftReport report = check(
                "create table posts (id int primary key, state enum('new', 'old'))",
                "create table posts (id int primary key, state varchar(2))");

        assertThat(report.findings())
                .extracting(finding -> finding.drift().kind().id())
                .as(report.toText())
                .containsExactly("type-narrower");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "enum('a' 'b')",
                "enum(N'a')",
                "enum(U&'\\00e9')",
                "enum($$a$$)",
                "enum('a') array",
                "enum(/* c */ 'a')"
            })
    void areReadOrCountedAsNotReadHoweverTheirLabelsAreWritten(String type) throws IOException {
        String script = "create table posts (id int primary key, state " + type + ")";

        DriftReport same = check(script, script);
        DriftReport other = check(script, "create table posts (id int primary key, state enum('zz'))");

        assertThat(same.findings()).as(same.toText()).isEmpty();
        assertThat(other.verdict())
                .as(other.toText())
                .isEqualTo(same.verdict() == Verdict.UNVERIFIED ? Verdict.UNVERIFIED : Verdict.DRIFTED);
        assertThat(other.toText()).contains("schema.sql:1");
    }
}
