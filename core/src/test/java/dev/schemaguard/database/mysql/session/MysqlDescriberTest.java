package dev.schemaguard.database.mysql.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.Databases;
import dev.schemaguard.database.DescribeLimits;
import dev.schemaguard.database.Described;
import dev.schemaguard.database.Described.Fails;
import dev.schemaguard.database.Described.Fine;
import dev.schemaguard.database.Described.NotDescribed;
import dev.schemaguard.embedded.MysqlDatabase;
import dev.schemaguard.embedded.MysqlDriver;
import dev.schemaguard.embedded.TestMysql;
import dev.schemaguard.inspect.FailureKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("databases")
class MysqlDescriberTest {

    private static final String[] SCHEMA = {
        "create table calls (n int) engine=myisam",
        "create table post (id bigint primary key, title varchar(20))",
        "create function canary(n bigint) returns bigint deterministic modifies sql data"
                + " begin insert into calls values (1); return n; end",
        "create trigger canary_insert before insert on post for each row insert into calls values (2)",
        "create trigger canary_update before update on post for each row insert into calls values (3)",
        "create trigger canary_delete before delete on post for each row insert into calls values (4)",
        "create view watched as select id from post where id > 0",
    };

    @ParameterizedTest
    @CsvSource({"MYSQL, CONNECTOR_J", "MYSQL, MARIADB", "MARIADB, CONNECTOR_J", "MARIADB, MARIADB"})
    void saysWhatFailsAndRunsNothing(TestMysql server, MysqlDriver driver) throws SQLException {
        try (MysqlDatabase database = server.database(SCHEMA);
                Connection connection = database.direct(driver).getConnection()) {
            List<Described> fine = describe(
                    connection,
                    "select id, title from post where id = ?",
                    "select canary(1) from post where id = canary(2) order by canary(3)",
                    "select * from (select canary(1) as x) d where x in (select canary(2))",
                    "select * from watched where id = canary(1)",
                    "insert into post (id, title) values (canary(:id), 'it''s \\\\ \"x\"')",
                    "insert into post (id) select canary(1) on duplicate key update id = canary(2)",
                    "update post set title = #{title} where id=canary(9)",
                    "replace into post (id) values (?)",
                    "delete from post where id in (?, ?) and canary(1) = 1;");
            List<Described> fails = describe(
                    connection,
                    "select quality from post where id = ?",
                    "select id from posts",
                    "insert into post (id, nope) values (?, ?)",
                    "select frobnicate(id) from post",
                    "select id from from post");

            assertThat(fine).allMatch(Fine.class::isInstance);
            assertThat(fails).allMatch(Fails.class::isInstance);
            assertThat(((Fails) fails.get(0)).kind()).isEqualTo(FailureKind.UNDEFINED_COLUMN);
            assertThat(((Fails) fails.get(1)).kind()).isEqualTo(FailureKind.UNDEFINED_TABLE);
            assertThat(single(connection, "select count(*) from calls")).isEqualTo("0");
            assertThat(single(connection, "select count(*) from post")).isEqualTo("0");
        }
    }

    @ParameterizedTest
    @CsvSource({"MYSQL, CONNECTOR_J", "MARIADB, MARIADB"})
    void sendsNothingButOneStatementOfRows(TestMysql server, MysqlDriver driver) throws SQLException {
        try (MysqlDatabase database = server.database(SCHEMA);
                Connection connection = database.direct(driver).getConnection()) {
            List<Described> answers = describe(
                    connection,
                    "select 1; drop table post",
                    "select 1 /*! ; drop table post */",
                    "select 'a\\'; drop table post; -- '; drop table post",
                    "call p()",
                    "set @x = 1",
                    "select ${columns} from post",
                    "show tables");

            assertThat(answers).allMatch(NotDescribed.class::isInstance);
            assertThat(single(connection, "select count(*) from post")).isEqualTo("0");
        }
    }

    @ParameterizedTest
    @CsvSource({"MYSQL, CONNECTOR_J", "MARIADB, MARIADB"})
    void takesQuotesAsTheSessionDoes(TestMysql server, MysqlDriver driver) throws SQLException {
        try (MysqlDatabase database = server.database(SCHEMA);
                Connection connection = database.direct(driver).getConnection()) {
            execute(connection, "set session sql_mode = 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES'");

            assertThat(describe(connection, "select \"id\" from post where title = 'a\\' and id = ?"))
                    .allMatch(Fine.class::isInstance);
            assertThat(describe(connection, "select 'a\\'; drop table post; -- '"))
                    .allMatch(NotDescribed.class::isInstance);
            assertThat(single(connection, "select count(*) from post")).isEqualTo("0");
        }
    }

    @ParameterizedTest
    @CsvSource({"MYSQL, CONNECTOR_J", "MARIADB, MARIADB"})
    void waitsForALockedTableNoLongerThanItMayAndHoldsNone(TestMysql server, MysqlDriver driver) throws SQLException {
        try (MysqlDatabase database = server.database(SCHEMA);
                Connection connection = database.direct(driver).getConnection();
                Connection other = database.direct(driver).getConnection()) {
            String before = single(connection, "select @@session.lock_wait_timeout");
            execute(other, "lock tables post write");
            long start = System.nanoTime();
            List<Described> answers = describe(connection, "select id from post", "select 1");
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            execute(other, "unlock tables");

            assertThat(took).isLessThan(Duration.ofSeconds(8));
            assertThat(answers.get(0)).isNotInstanceOf(Fails.class);
            assertThat(answers.get(1)).isInstanceOf(Fine.class);
            assertThat(single(connection, "select @@session.lock_wait_timeout")).isEqualTo(before);

            connection.setAutoCommit(false);
            describe(connection, "select id from post", "insert into post (id) values (?)");
            execute(other, "set session lock_wait_timeout = 1");
            execute(other, "alter table post add column quality int");
        }
    }

    private static List<Described> describe(Connection connection, String... statements) throws SQLException {
        return Databases.behind(connection)
                .sessions()
                .describe(connection, Arrays.asList(statements), DescribeLimits.USUAL);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String single(Connection connection, String query) throws SQLException {
        try (ResultSet rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }
}
