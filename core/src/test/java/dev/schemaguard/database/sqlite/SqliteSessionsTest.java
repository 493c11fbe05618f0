package dev.schemaguard.database.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.Databases;
import dev.schemaguard.database.DescribeLimits;
import dev.schemaguard.database.Described;
import dev.schemaguard.database.Described.Fails;
import dev.schemaguard.database.Described.Fine;
import dev.schemaguard.database.Described.NotDescribed;
import dev.schemaguard.inspect.FailureKind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.Function;

class SqliteSessionsTest {

    @TempDir
    Path folder;

    @Test
    void saysWhatFailsAndRunsNothing() throws SQLException {
        AtomicInteger calls = new AtomicInteger();
        try (Connection connection = open()) {
            Function.create(
                    connection,
                    "canary",
                    new Function() {
                        @Override
                        protected void xFunc() throws SQLException {
                            calls.incrementAndGet();
                            result(1);
                        }
                    },
                    1,
                    Function.FLAG_DETERMINISTIC);
            execute(connection, "create table post (id integer primary key, title text, mark int default (canary(1)))");
            execute(connection, "create trigger t before insert on post begin select canary(new.id); end");
            execute(connection, "create index i on post (title) where id > 0");
            calls.set(0);

            List<Described> answers = describe(
                    connection,
                    "select * from post where id = canary(1) and title = :title",
                    "insert into post (id) values (canary(?))",
                    "update post set title = #{title}",
                    "replace into post (id) values ($1)",
                    "select quality from post",
                    "select * from posts",
                    "select 1; drop table post",
                    "pragma user_version = 7",
                    "drop table post");

            assertThat(answers.subList(0, 4)).allMatch(Fine.class::isInstance);
            assertThat(((Fails) answers.get(4)).kind()).isEqualTo(FailureKind.UNDEFINED_COLUMN);
            assertThat(((Fails) answers.get(5)).kind()).isEqualTo(FailureKind.UNDEFINED_TABLE);
            assertThat(answers.subList(6, 9)).allMatch(NotDescribed.class::isInstance);
            assertThat(calls).hasValue(0);
        }
    }

    @Test
    void seesWhatAnotherConnectionChanged() throws SQLException {
        try (Connection connection = open();
                Connection migration = open()) {
            execute(connection, "create table post (id int)");
            assertThat(describe(connection, "select quality from post")).allMatch(Fails.class::isInstance);

            execute(migration, "alter table post add column quality int");

            assertThat(describe(connection, "select quality from post")).allMatch(Fine.class::isInstance);
        }
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("described.db"));
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
}
