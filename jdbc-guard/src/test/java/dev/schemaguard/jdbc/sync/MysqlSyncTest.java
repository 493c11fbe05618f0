package dev.schemaguard.jdbc.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemaguard.SchemaCapture;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.embedded.MysqlDatabase;
import dev.schemaguard.embedded.TestMysql;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.Verdict;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A sync where each statement commits by itself. */
@Tag("databases")
class MysqlSyncTest {

    private static final String BUSINESSES =
            "create table businesses (id bigint not null auto_increment primary key, name varchar(50) not null)";

    private static final String POSTS = "create table posts (id bigint not null primary key, title varchar(200),"
            + " quality json, rank_ int not null default 0, key by_rank (rank_))";

    private static final String JOBS = "create table reel_jobs (id bigint not null auto_increment primary key,"
            + " business bigint, foreign key (business) references businesses (id))";

    @ParameterizedTest
    @EnumSource(names = "MYSQL_8_0_15", mode = EnumSource.Mode.EXCLUDE)
    void addsTablesColumnsAndKeysAndConforms(TestMysql server) throws Exception {
        try (MysqlDatabase database = server.database(
                BUSINESSES, "create table posts (id bigint not null primary key, title varchar(200))")) {
            SyncOutcome outcome = sync(server).run(database.direct());

            assertThat(outcome).isInstanceOf(SyncOutcome.Applied.class);
            assertThat(((SyncOutcome.Applied) outcome).report().verdict()).isEqualTo(Verdict.CONFORMS);
            assertThat(sync(server).run(database.direct())).isInstanceOf(SyncOutcome.NothingToAdd.class);
        }
    }

    /** The index that the server made for a foreign key goes by itself where a better one comes, and nothing is lost with it. */
    @ParameterizedTest
    @EnumSource(names = "MYSQL_8_0_15", mode = EnumSource.Mode.EXCLUDE)
    void addsAnIndexThatTakesThePlaceOfOneThatWasMadeForAKey(TestMysql server) throws Exception {
        String jobs = JOBS.replace("business bigint,", "business bigint, made date,");
        try (MysqlDatabase migrated =
                        server.database(BUSINESSES, jobs, "create index by_business on reel_jobs (business, made)");
                MysqlDatabase database = server.database(BUSINESSES, jobs)) {
            Schema expected = SchemaCapture.capture(migrated.direct(), InspectionScope.EVERYTHING);
            assertThat(indexes(database)).contains("business");

            SyncOutcome outcome =
                    SchemaSync.of(SchemaGuard.expecting(expected).build()).run(database.direct());

            assertThat(outcome).isInstanceOf(SyncOutcome.Applied.class);
            assertThat(indexes(database)).isEqualTo("by_business").isEqualTo(indexes(migrated));
        }
    }

    private static String indexes(MysqlDatabase database) throws Exception {
        return single(
                database,
                "select group_concat(distinct index_name order by index_name) from information_schema.statistics"
                        + " where table_schema = database() and table_name = 'reel_jobs' and index_name <> 'PRIMARY'");
    }

    @ParameterizedTest
    @EnumSource(names = "MYSQL_8_0_15", mode = EnumSource.Mode.EXCLUDE)
    void refusesToChangeWhatIsThere(TestMysql server) throws Exception {
        try (MysqlDatabase database = server.database(
                BUSINESSES,
                "create table posts (id bigint not null primary key, title varchar(200), extra int not null)")) {
            SyncOutcome outcome = sync(server).run(database.direct());

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            SyncOutcome.Refused.class,
                            refused -> assertThat(refused.reasons())
                                    .anyMatch(reason -> reason.contains("posts.extra"))
                                    .noneMatch(reason -> reason.contains("what ran stays")));
            assertThat(single(
                            database,
                            "select count(*) from information_schema.columns where table_schema = database()"
                                    + " and table_name = 'posts'"))
                    .isEqualTo("3");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "MYSQL_8_0_15", mode = EnumSource.Mode.EXCLUDE)
    void namesWhatRanWhereAStatementIsRefusedAndGoesOnFromThere(TestMysql server) throws Exception {
        Schema expected = expected(server);
        try (MysqlDatabase database = server.database(BUSINESSES)) {
            String user = server.freshUser();
            database.execute(
                    "grant select, insert, update, delete on " + database.name() + ".* to " + user + "@'127.0.0.1'",
                    "grant create, references on " + database.name() + ".posts to " + user + "@'127.0.0.1'");
            SchemaGuard guard = SchemaGuard.expecting(expected).build();

            SyncOutcome outcome = SchemaSync.of(guard).run(database.direct(server.driver(), user));

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            SyncOutcome.Refused.class,
                            refused -> assertThat(refused.reasons())
                                    .anyMatch(reason -> reason.contains("what ran stays"))
                                    .anyMatch(reason -> reason.startsWith("CREATE TABLE") && reason.contains("posts")));
            assertThat(SchemaSync.of(guard).run(database.direct())).isInstanceOf(SyncOutcome.Applied.class);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "MYSQL_8_0_15", mode = EnumSource.Mode.EXCLUDE)
    void isDoneByOneOfManyThatStartAtOnce(TestMysql server) throws Exception {
        Schema expected = expected(server);
        try (MysqlDatabase database = server.database(BUSINESSES)) {
            SchemaSync sync = SchemaSync.of(SchemaGuard.expecting(expected).build());
            List<Callable<SyncOutcome>> all = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                all.add(() -> sync.run(database.direct()));
            }
            ExecutorService threads = Executors.newFixedThreadPool(6);
            List<SyncOutcome> outcomes = new ArrayList<>();
            for (Future<SyncOutcome> outcome : threads.invokeAll(all)) {
                outcomes.add(outcome.get());
            }
            threads.shutdown();

            assertThat(outcomes)
                    .filteredOn(SyncOutcome.Applied.class::isInstance)
                    .hasSize(1);
            assertThat(outcomes)
                    .filteredOn(SyncOutcome.NothingToAdd.class::isInstance)
                    .hasSize(5);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "MYSQL_8_0_15", mode = EnumSource.Mode.EXCLUDE)
    void leavesTheSessionAsItCameAndTheLockFree(TestMysql server) throws Exception {
        Schema expected = expected(server);
        try (MysqlDatabase database = server.database(BUSINESSES);
                Connection connection = database.direct().getConnection()) {
            String before = settings(connection);
            SyncOutcome outcome =
                    SchemaSync.of(SchemaGuard.expecting(expected).build()).run(new OneConnection(connection));

            assertThat(outcome).isInstanceOf(SyncOutcome.Applied.class);
            assertThat(settings(connection)).isEqualTo(before);
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(single(database, "select is_free_lock('schema-guard." + database.name() + "')"))
                    .isEqualTo("1");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "MYSQL_8_0_15", mode = EnumSource.Mode.EXCLUDE)
    void writesInASessionThatOnlyReadsOnlyWhereItIsAsked(TestMysql server) throws Exception {
        SchemaGuard guard = SchemaGuard.expecting(expected(server)).build();
        try (MysqlDatabase database = server.database(BUSINESSES);
                Connection connection = database.direct().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set session transaction read only");

            SyncOutcome refused = SchemaSync.of(guard).run(new OneConnection(connection));
            SyncOutcome applied = SchemaSync.of(guard)
                    .with(SyncSettings.DEFAULT.withDespiteReadOnly(true))
                    .run(new OneConnection(connection));

            assertThat(refused).isInstanceOf(SyncOutcome.Refused.class);
            assertThat(applied).isInstanceOf(SyncOutcome.Applied.class);
            assertThatThrownBy(() -> statement.execute("create table more (id int)"))
                    .as("the session is as it came")
                    .isInstanceOf(SQLException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "MYSQL_8_0_15", mode = EnumSource.Mode.EXCLUDE)
    void givesUpAndSaysSoWhileAnotherSyncIsAtWork(TestMysql server) throws Exception {
        try (MysqlDatabase database = server.database(BUSINESSES);
                Connection other = database.direct().getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("do get_lock('schema-guard." + database.name() + "', 0)");

            SyncOutcome outcome = sync(server)
                    .with(SyncSettings.DEFAULT.withWaitFor(Duration.ofMillis(10)))
                    .run(database.direct());

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            SyncOutcome.Unverified.class,
                            unverified -> assertThat(unverified.reasons())
                                    .anyMatch(reason -> reason.contains("another sync of this database is at work")));
        }
    }

    private static SchemaSync sync(TestMysql server) throws SQLException {
        return SchemaSync.of(SchemaGuard.expecting(expected(server)).build());
    }

    private static Schema expected(TestMysql server) throws SQLException {
        try (MysqlDatabase release = server.database(BUSINESSES, POSTS, JOBS)) {
            return SchemaCapture.capture(release.direct(), InspectionScope.EVERYTHING);
        } catch (Exception e) {
            throw new SQLException(e);
        }
    }

    private static String settings(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select concat(@@lock_wait_timeout, ' ', @@innodb_lock_wait_timeout, ' ', @@sql_mode)")) {
            row.next();
            return row.getString(1);
        }
    }

    private static String single(MysqlDatabase database, String query) throws SQLException {
        try (Connection connection = database.direct().getConnection();
                ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }
}
