package dev.schemaguard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.DigestedShop.Looked;
import dev.schemaguard.embedded.MysqlDatabase;
import dev.schemaguard.embedded.TestMysql;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers that keep the names of tables in lower case, as on Windows, under scripts and snapshots that write them otherwise. */
@Tag("databases")
class MysqlFoldedNamesTest {

    private static final String[] SHOP = {
        "create table Users (Id int primary key, Name varchar(40) unique)",
        "create table Posts (Id int primary key, Author int, key By_Author (Author),"
                + " constraint Written_By foreign key (Author) references USERS (id))",
        "create view Names as select Id, Name from users"
    };

    @TempDir
    private Path folder;

    private DriftReport byScript(MysqlDatabase shop, String script) throws Exception {
        Path file = Files.writeString(folder.resolve("schema.sql"), script);
        return SchemaGuard.expecting(SchemaSources.of(file.toString()))
                .policy(Policy.failOn(Severity.ADVISORY))
                .build()
                .check(shop.direct());
    }

    @ParameterizedTest
    @CsvSource({"MYSQL_FOLDED", "MARIADB_FOLDED"})
    void conformToTheScriptThatMadeThemAndNotToAnother(TestMysql server) throws Exception {
        String script = String.join(";\n", SHOP);
        try (MysqlDatabase shop = server.database(SHOP)) {
            DriftReport same = byScript(shop, script);
            DriftReport other = byScript(shop, script.replace("Author int", "Author int, Title text"));

            assertThat(same.findings()).as(same.toText()).isEmpty();
            assertThat(same.verdict()).as(same.toText()).isEqualTo(Verdict.CONFORMS);
            assertThat(other.findings())
                    .as(other.toText())
                    .singleElement()
                    .satisfies(
                            finding -> assertThat(finding.drift().kind().id()).isEqualTo("missing-column"));
        }
    }

    @ParameterizedTest
    @CsvSource({"MYSQL_FOLDED", "MARIADB_FOLDED"})
    void conformToTheirSnapshotByDigestsAndInFull(TestMysql server) throws Exception {
        try (MysqlDatabase shop = server.database(SHOP)) {
            String snapshot = DigestedShop.snapshot(shop);
            String app = server.freshUser();
            for (String table : new String[] {"Users", "POSTS", "names"}) {
                shop.execute(DigestedShop.RIGHTS + table + " to " + app + "@'127.0.0.1'");
            }
            try (Connection root = shop.direct().getConnection();
                    Connection connection = shop.connect(app)) {
                Looked looked = DigestedShop.look(snapshot, InspectionScope.EVERYTHING, root);

                assertThat(looked.asked()).hasSize(1);
                assertThat(looked.report().verdict()).isEqualTo(Verdict.CONFORMS);
                assertThat(DigestedShop.look(snapshot, InspectionScope.EVERYTHING, connection)
                                .report()
                                .findings())
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"MYSQL, MYSQL_FOLDED", "MYSQL_FOLDED, MYSQL", "MARIADB, MARIADB_FOLDED", "MARIADB_FOLDED, MARIADB"})
    void areToldFromServersThatKeepNamesAsTheyAreWritten(TestMysql captured, TestMysql checked) throws Exception {
        String[] lower = {"create table users (id int primary key)"};
        try (MysqlDatabase one = captured.database(lower);
                MysqlDatabase other = checked.database(lower);
                Connection connection = other.direct().getConnection()) {
            DriftReport report = DigestedShop.look(DigestedShop.snapshot(one), InspectionScope.EVERYTHING, connection)
                    .report();

            assertThat(report.findings()).as(report.toText()).singleElement().satisfies(finding -> {
                assertThat(finding.drift().kind().id()).isEqualTo("session-setting");
                assertThat(finding.drift().message()).contains("lower_case_table_names");
            });
        }
    }
}
