package dev.schemaguard.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("databases")
class TestMysqlTest {

    @ParameterizedTest
    @CsvSource({
        "MYSQL, CONNECTOR_J",
        "MYSQL, MARIADB",
        "MARIADB, CONNECTOR_J",
        "MARIADB, MARIADB",
        "MYSQL_8_0_15, MARIADB"
    })
    void keepsWhatIsWrittenByEitherDriver(TestMysql server, MysqlDriver driver) throws SQLException {
        try (MysqlDatabase database =
                        server.database("create table t (c varchar(10))", "insert into t values ('ü漢𝄞')");
                Connection connection = database.direct(driver).getConnection()) {
            assertThat(single(connection, "select c from t")).isEqualTo("ü漢𝄞");
            assertThat(single(connection, "select @@sql_mode")).contains("STRICT_TRANS_TABLES");
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesUsersWhoMayDoNothing(TestMysql server) throws SQLException {
        String user = server.freshUser();
        try (MysqlDatabase database = server.database("create table t (c int)")) {
            database.execute("grant select on " + database.name() + ".* to " + user + "@'127.0.0.1'");
            try (Connection connection = database.connect(user)) {
                assertThat(single(connection, "select count(*) from t")).isEqualTo("0");
                assertThat(single(connection, "select current_user()")).isEqualTo(user + "@127.0.0.1");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void isOfTheVersionThatItSays(TestMysql server) throws SQLException {
        try (MysqlDatabase database = server.database();
                Connection connection = database.direct().getConnection()) {
            String version = single(connection, "select version()");
            switch (server) {
                case MYSQL, MYSQL_FOLDED -> assertThat(version).isEqualTo("8.0.31");
                case MARIADB, MARIADB_FOLDED -> assertThat(version).contains("MariaDB");
                case MYSQL_8_0_15 -> assertThat(version).isEqualTo("8.0.15");
            }
        }
    }

    private static String single(Connection connection, String query) throws SQLException {
        try (ResultSet rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }
}
