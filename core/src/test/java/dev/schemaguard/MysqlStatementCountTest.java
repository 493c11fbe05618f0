package dev.schemaguard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.embedded.MysqlDatabase;
import dev.schemaguard.embedded.MysqlDriver;
import dev.schemaguard.embedded.TestMysql;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many statements a check sends, counted by the server itself. */
@Tag("databases")
class MysqlStatementCountTest {

    @ParameterizedTest
    @CsvSource({"MYSQL, CONNECTOR_J", "MYSQL, MARIADB", "MARIADB, CONNECTOR_J", "MARIADB, MARIADB"})
    void isTwoByDigestsAndAtMostEightWhateverDiffers(TestMysql server, MysqlDriver driver) throws Exception {
        try (MysqlDatabase shop = server.database(DigestedShop.SHOP)) {
            String snapshot = DigestedShop.snapshot(shop);
            try (Connection connection = shop.direct(driver).getConnection()) {
                assertThat(sent(connection, snapshot, Verdict.CONFORMS)).isEqualTo(2);
                shop.execute("alter table rated add more int not null");
                assertThat(sent(connection, snapshot, Verdict.DRIFTED)).isEqualTo(7);
                shop.execute("drop table posts");
                assertThat(sent(connection, snapshot, Verdict.DRIFTED)).isEqualTo(8);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"MYSQL, CONNECTOR_J", "MYSQL, MARIADB", "MARIADB, CONNECTOR_J", "MARIADB, MARIADB"})
    void isAtMostEightWithoutDigests(TestMysql server, MysqlDriver driver) throws Exception {
        try (MysqlDatabase shop = server.database(DigestedShop.SHOP)) {
            boolean hasSequences = server == TestMysql.MARIADB;
            if (hasSequences) {
                shop.execute("create sequence numbers");
            }
            String facts = DigestedShop.facts(shop);
            try (Connection connection = shop.direct(driver).getConnection()) {
                assertThat(sent(connection, facts, Verdict.CONFORMS)).isEqualTo(hasSequences ? 7 : 6);
                shop.execute("drop table posts");
                assertThat(sent(connection, facts, Verdict.DRIFTED)).isEqualTo(hasSequences ? 8 : 7);
            }
        }
    }

    private static long sent(Connection connection, String snapshot, Verdict verdict) throws SQLException {
        long before = questions(connection);
        DriftReport report =
                DigestedShop.guard(snapshot, InspectionScope.EVERYTHING).check(connection);
        assertThat(report.verdict()).as(report.toText()).isEqualTo(verdict);
        return questions(connection) - before - 1;
    }

    private static long questions(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show session status like 'Questions'")) {
            row.next();
            return row.getLong(2);
        }
    }
}
