package dev.schemaguard.database.postgres.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.Databases;
import dev.schemaguard.database.DescribeLimits;
import dev.schemaguard.database.Described;
import dev.schemaguard.database.Described.Fails;
import dev.schemaguard.database.Described.Fine;
import dev.schemaguard.database.Described.NotDescribed;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.inspect.FailureKind;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class PostgresDescriberTest {

    private static final String TABLE =
            "create table post (id bigint primary key, title text, tags jsonb, created timestamptz)";

    private final DataSource database = TestPostgres.freshDatabase(TABLE);

    @Test
    void takesWhatTheServerWouldTake() throws SQLException {
        assertThat(describe(
                        "select id, title from post where id = ?",
                        "insert into post (id, title) values (:id, :title) on conflict (id) do nothing",
                        "update post set title = #{title,jdbcType=VARCHAR} where id=$1",
                        "delete from post where tags ?? 'a' and id in (?1, ?2);",
                        "with x as (delete from post returning id) select * from x",
                        "values (1), (2)",
                        "merge into post p using (select 1 as id) s on p.id = s.id when matched then delete"))
                .allMatch(answer -> answer instanceof Fine || TestPostgres.majorVersion() < 15);
    }

    @Test
    void saysWhatFailsAndGoesOn() throws SQLException {
        List<Described> answers = describe(
                "select quality from post where id = ?",
                "select id from post",
                "select id from posts",
                "select frobnicate(id) from post where id = ?",
                "selec",
                "select lower(id, ?, ?) from post",
                "select id from post where title = 5");

        assertThat(answers.get(0)).isInstanceOfSatisfying(Fails.class, fails -> {
            assertThat(fails.code()).isEqualTo("42703");
            assertThat(fails.kind()).isEqualTo(FailureKind.UNDEFINED_COLUMN);
            assertThat(fails.message()).contains("column \"quality\" does not exist");
        });
        assertThat(answers.get(1)).isInstanceOf(Fine.class);
        assertThat(kind(answers.get(2))).isEqualTo(FailureKind.UNDEFINED_TABLE);
        assertThat(kind(answers.get(3))).isEqualTo(FailureKind.UNDEFINED_FUNCTION);
        assertThat(reason(answers.get(4))).contains("begins with `selec`");
        assertThat(reason(answers.get(5))).contains("types of its values");
        assertThat(kind(answers.get(6))).isEqualTo(FailureKind.UNDEFINED_FUNCTION);
    }

    @Test
    void claimsNothingWhereTheTypesOfValuesDecide() throws SQLException {
        assertThat(describe(
                        "select id from post where id > coalesce(?, ?)",
                        "update post set id = case when id = 1 then ? else ? end",
                        "select date_trunc(?, ?)",
                        "select concat(?, pg_typeof(?)) from post"))
                .noneMatch(Fails.class::isInstance);
    }

    @Test
    void sendsNothingButOneStatementOfRows() throws SQLException {
        List<Described> answers = describe(
                "select 1; drop table post",
                "select 1 -- \n; drop table post",
                "drop table post",
                "call p()",
                "do $$ begin drop table post; end $$",
                "select ${columns} from post",
                "explain analyze delete from post",
                "copy post to stdout",
                "select 'a",
                "");

        assertThat(answers).allMatch(NotDescribed.class::isInstance);
        assertThat(reason(answers.get(0))).isEqualTo("it holds more than one statement");
        assertThat(single("select count(*) from pg_class where relname = 'post'"))
                .isEqualTo("1");
    }

    @Test
    void runsNothing() throws SQLException {
        canary();

        List<Described> answers = describe(
                "insert into post (id) values (1)",
                "insert into post (id) values (canary(1))",
                "update post set id = canary(?)",
                "delete from post where id = canary(7)",
                "select * from post where id = canary(1) order by canary(2) limit canary(3)",
                "select * from watched where canary(5) = 5",
                "with gone as (delete from post returning canary(id)) select * from gone",
                "select nextval('calls')",
                "values (canary(1))");

        assertThat(answers).allMatch(Fine.class::isInstance);
        assertThat(single("select is_called from calls")).isEqualTo("f");
    }

    @Test
    void convertsNoTextWhereThatWouldRunTheCheckOfADomain() throws SQLException {
        canary();
        TestPostgres.execute(
                database,
                "create domain positive as bigint check (canary(value) > 0)",
                "create table bag (id int, held positive[])");

        List<Described> answers =
                describe("insert into bag (held) values ('{1}')", "insert into bag (held) values (?)");

        assertThat(single("select is_called from calls")).isEqualTo("f");
        assertThat(reason(answers.get(0))).contains("a domain has a check");
        assertThat(answers.get(1)).isInstanceOf(Fine.class);
    }

    /** The same text, sent by who does not care, so that the test above can fail. */
    @Test
    void isTrueThatSuchATextRunsTheCheck() throws SQLException {
        canary();
        TestPostgres.execute(database, "create domain positive as bigint check (canary(value) > 0)");

        try (Connection connection = database.getConnection()) {
            connection.prepareStatement("select '{1}'::positive[]").getParameterMetaData();
        }

        assertThat(single("select is_called from calls")).isEqualTo("t");
    }

    @Test
    void asksNothingOverADriverThatWouldRunIt() throws SQLException {
        canary();
        String url = TestPostgres.url(single("select current_database()")) + "&preferQueryMode=simple";

        List<Described> answers;
        try (Connection connection = DriverManager.getConnection(url)) {
            answers = describe(
                    connection, DescribeLimits.USUAL, "select nextval('calls')", "insert into post (id) values (1)");
        }

        assertThat(single("select is_called from calls")).isEqualTo("f");
        assertThat(single("select count(*) from post")).isEqualTo("0");
        assertThat(answers).allSatisfy(answer -> assertThat(reason(answer)).contains("whose driver would run it"));
    }

    @Test
    void waitsForALockedTableNoLongerThanItMay() throws SQLException {
        try (Connection migration = database.getConnection()) {
            migration.setAutoCommit(false);
            execute(migration, "alter table post add column quality int");

            long start = System.nanoTime();
            List<Described> answers;
            try (Connection connection = database.getConnection()) {
                answers = describe(
                        connection,
                        new DescribeLimits(Duration.ofMillis(200), Duration.ofSeconds(20)),
                        "select id from post",
                        "select 1");
            }

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
            assertThat(reason(answers.get(0))).contains("lock timeout");
            assertThat(answers.get(1)).isInstanceOf(Fine.class);
        }
    }

    @Test
    void letsAMigrationThroughWhileItDescribesMany() throws Exception {
        String[] many = Collections.nCopies(20_000, "select id from post").toArray(String[]::new);
        try (Connection connection = database.getConnection();
                Connection migration = database.getConnection()) {
            CompletableFuture<List<Described>> described =
                    CompletableFuture.supplyAsync(() -> unchecked(connection, many));
            execute(migration, "set lock_timeout = '5s'");
            int through = 0;
            while (!described.isDone()) {
                execute(migration, "alter table post set (fillfactor = 90)");
                through++;
            }

            assertThat(described.get(1, TimeUnit.MINUTES)).allMatch(answer -> !(answer instanceof Fails));
            assertThat(through).isPositive();
        }
    }

    @Test
    void endsWhenTheTimeForAllIsUp() throws SQLException {
        String[] many = Collections.nCopies(20_000, "select id from post").toArray(String[]::new);
        try (Connection connection = database.getConnection()) {
            List<Described> answers =
                    describe(connection, new DescribeLimits(Duration.ofMillis(50), Duration.ofMillis(100)), many);

            assertThat(answers).hasSize(many.length);
            assertThat(reason(answers.get(many.length - 1))).contains("time for all statements was up");
        }
    }

    @Test
    void leavesATransactionOfItsCallerAsItWas() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, "insert into post (id) values (1)");

            List<Described> answers =
                    describe(connection, DescribeLimits.USUAL, "select nothing", "select id from post");

            assertThat(answers.get(0)).isInstanceOf(Fails.class);
            assertThat(answers.get(1)).isInstanceOf(Fine.class);
            execute(connection, "insert into post (id) values (2)");
            connection.commit();
            connection.setAutoCommit(true);
            assertThat(single("select count(*) from post")).isEqualTo("2");
            try (ResultSet row = connection.createStatement().executeQuery("show lock_timeout")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("0");
            }
        }
    }

    private void canary() {
        TestPostgres.execute(
                database,
                "create sequence calls",
                "create function canary(bigint) returns bigint language plpgsql immutable as"
                        + " 'begin perform nextval(''calls''); return $1; end'",
                "create function canary_trigger() returns trigger language plpgsql as"
                        + " 'begin perform nextval(''calls''); return new; end'",
                "create trigger canary before insert or update or delete on post for each statement"
                        + " execute function canary_trigger()",
                "create view watched as select id from post where canary(1) = id",
                "alter table post enable row level security",
                "alter table post force row level security",
                "create policy canary on post using (canary(2) = id)");
    }

    private List<Described> describe(String... statements) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return describe(connection, DescribeLimits.USUAL, statements);
        }
    }

    private static List<Described> describe(Connection connection, DescribeLimits limits, String... statements)
            throws SQLException {
        return Databases.behind(connection).sessions().describe(connection, Arrays.asList(statements), limits);
    }

    private static List<Described> unchecked(Connection connection, String... statements) {
        try {
            return describe(connection, new DescribeLimits(Duration.ofMillis(100), Duration.ofSeconds(20)), statements);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static FailureKind kind(Described answer) {
        assertThat(answer).isInstanceOf(Fails.class);
        return ((Fails) answer).kind();
    }

    private static String reason(Described answer) {
        assertThat(answer).isInstanceOf(NotDescribed.class);
        return ((NotDescribed) answer).reason();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String single(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }
}
