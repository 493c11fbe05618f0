package dev.schemaguard;

import static dev.schemaguard.DigestedShop.DIGESTS;
import static dev.schemaguard.DigestedShop.SHOP;
import static dev.schemaguard.DigestedShop.digests;
import static dev.schemaguard.DigestedShop.fully;
import static dev.schemaguard.DigestedShop.look;
import static dev.schemaguard.DigestedShop.sameReport;
import static dev.schemaguard.DigestedShop.snapshot;
import static dev.schemaguard.DigestedShop.withoutTimes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.DigestedShop.Looked;
import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import dev.schemaguard.embedded.MysqlDatabase;
import dev.schemaguard.embedded.MysqlDriver;
import dev.schemaguard.embedded.TestMysql;
import dev.schemaguard.inspect.DigestAnswer;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.ObjectDigest;
import dev.schemaguard.inspect.TableDigests;
import dev.schemaguard.model.ObjectName;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@link DigestCheckTest} asks on PostgreSQL, of MySQL and MariaDB. */
@Tag("databases")
class MysqlDigestCheckTest {

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void asksOneStatementWhereNothingDiffers(TestMysql server) throws Exception {
        try (MysqlDatabase shop = server.database(SHOP)) {
            String snapshot = snapshot(shop);
            for (MysqlDriver driver : MysqlDriver.values()) {
                try (Connection connection = shop.direct(driver).getConnection()) {
                    Looked looked = look(snapshot, InspectionScope.EVERYTHING, connection);

                    assertThat(looked.asked()).singleElement().asString().startsWith(DIGESTS);
                    assertThat(withoutTimes(looked.report())).isEqualTo(withoutTimes(fully(snapshot, connection)));
                    assertThat(looked.report().coverage().tablesChecked()).isEqualTo(5);
                    assertThat(looked.report().database().orElseThrow().schemas())
                            .containsExactly(shop.name());
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void givesTheSameDigestsByEitherDriverInWhateverCharacterSet(TestMysql server) throws Exception {
        try (MysqlDatabase shop = server.database(SHOP)) {
            List<List<TableDigests>> digests = new ArrayList<>();
            for (MysqlDriver driver : MysqlDriver.values()) {
                for (String names : List.of("utf8mb4", "utf8mb3", "utf8mb4 collate utf8mb4_bin")) {
                    try (Connection connection = shop.direct(driver).getConnection()) {
                        run(connection, "set names " + names);
                        digests.add(digests(connection, InspectionScope.EVERYTHING));
                    }
                }
            }
            for (String connected : List.of("names latin1", "names binary")) {
                try (Connection connection =
                        shop.direct(MysqlDriver.CONNECTOR_J).getConnection()) {
                    run(connection, "set group_concat_max_len = 4");
                    run(connection, "set " + connected);
                    digests.add(digests(connection, InspectionScope.EVERYTHING));
                }
            }

            assertThat(digests).allSatisfy(each -> assertThat(each).isEqualTo(digests.get(0)));
            assertThat(digests.get(0)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void namesStandRelativeToTheSchemaSoThatTenantsAreTheSame(TestMysql server) throws Exception {
        try (MysqlDatabase shop = server.database(SHOP);
                MysqlDatabase tenant = server.database(SHOP);
                Connection connection = shop.direct().getConnection();
                Connection ofTenant = tenant.direct().getConnection()) {
            String snapshot = snapshot(shop);

            assertThat(look(snapshot, InspectionScope.EVERYTHING, ofTenant).asked())
                    .hasSize(1);
            Looked named = look(snapshot, InspectionScope.EVERYTHING.in(List.of(tenant.name())), connection);
            assertThat(named.asked()).hasSize(1);
            assertThat(named.report().database().orElseThrow().schemas()).containsExactly(tenant.name());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void readsInFullWhereSomethingDiffers(TestMysql server) throws Exception {
        for (String change : List.of(
                "alter table users add extra varchar(3) not null",
                "alter table posts drop foreign key posts_ibfk_1",
                "alter table users rename to people",
                "drop view names",
                "create table strangers (author int, foreign key (author) references users (id))",
                "create or replace view names as select name from users",
                "alter table rated drop key by_stars")) {
            try (MysqlDatabase shop = server.database(SHOP)) {
                String snapshot = snapshot(shop);
                shop.execute(change);
                try (Connection connection = shop.direct().getConnection()) {
                    sameReport(snapshot, connection);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void readsInFullWhereTheSessionIsSetOtherwise(TestMysql server) throws Exception {
        try (MysqlDatabase shop = server.database(SHOP);
                Connection connection = shop.direct(MysqlDriver.CONNECTOR_J).getConnection()) {
            String snapshot = snapshot(shop);
            for (String set : List.of(
                    "sql_mode = ''",
                    "sql_mode = 'ANSI_QUOTES'",
                    "sql_mode = 'NO_BACKSLASH_ESCAPES'",
                    "collation_connection = ucs2_general_ci")) {
                run(connection, "set " + set);

                sameReport(snapshot, connection);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void tellsAResultThatWasCutFromAWholeOne(TestMysql server) throws Exception {
        try (MysqlDatabase shop = server.database(SHOP);
                Connection connection = shop.direct().getConnection()) {
            String snapshot = snapshot(shop);
            Connection cutting = cutting(connection);

            assertThat(digests(cutting, InspectionScope.EVERYTHING)).isEmpty();
            sameReport(snapshot, cutting);
        }
    }

    /** The server keeps less of what is put together than is asked for. */
    private static Connection cutting(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        arguments[0] = ((String) arguments[0]).replaceAll("(group_concat_max_len=)\\d+", "$1100");
                    }
                    return method.invoke(real, arguments);
                });
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void tellsTextsApartThatLookAlike(TestMysql server) throws Exception {
        try (MysqlDatabase one = server.database(
                        "create table t (`a' 'int` int, b varchar(9) default '', c varchar(9) default 'NULL')");
                MysqlDatabase other =
                        server.database("create table t (a int, b varchar(9), c varchar(9) default 'NULL')");
                MysqlDatabase last =
                        server.database("create table t (a int, b varchar(9) default '', c varchar(9) default null)")) {
            List<List<TableDigests>> digests = new ArrayList<>();
            for (MysqlDatabase database : List.of(one, other, last)) {
                try (Connection connection = database.direct().getConnection()) {
                    digests.add(digests(connection, InspectionScope.EVERYTHING));
                }
            }

            assertThat(digests).doesNotHaveDuplicates().doesNotContain(List.of());
        }
    }

    /** Then all of the schema is digested, and what nobody asked for is left out of the answer. */
    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void givesTheSameDigestsWhereManyAreAskedFor(TestMysql server) throws Exception {
        try (MysqlDatabase shop = server.database(SHOP);
                Connection connection = shop.direct().getConnection()) {
            shop.execute("create table strangers (author int, foreign key (author) references users (id))");
            Database kind = Databases.behind(connection);
            List<ObjectDigest> asked = new ArrayList<>();
            for (String name : List.of("users", "posts", "rated", "names", "counted")) {
                asked.add(new ObjectDigest(ObjectDigest.Kind.TABLE, ObjectName.of(name), 1, ""));
            }
            TableDigests few = kind.catalog()
                    .digests(connection, InspectionScope.EVERYTHING, asked)
                    .orElseThrow();
            List<ObjectDigest> many = new ArrayList<>(few.objects());
            for (int i = 0; i < 300; i++) {
                many.add(new ObjectDigest(ObjectDigest.Kind.TABLE, ObjectName.of("absent_" + i), 1, "-"));
            }

            List<DigestAnswer.Differing> differing = kind.catalog()
                    .differing(
                            connection, InspectionScope.EVERYTHING, List.of(new TableDigests(few.majorVersion(), many)))
                    .orElseThrow()
                    .differing();

            assertThat(differing.stream().filter(one -> !one.why().equals("missing")))
                    .containsExactly(new DigestAnswer.Differing(few.objects().get(0), "referred"));
            assertThat(differing).hasSize(301);
        }
    }

    @Test
    void makesNoDigestsWhereASequenceWouldHaveOne() throws Exception {
        try (MysqlDatabase database =
                        TestMysql.MARIADB.database("create table t (id int)", "create sequence s increment 50");
                Connection connection = database.direct().getConnection()) {
            assertThat(digests(connection, InspectionScope.EVERYTHING)).isEmpty();
        }
    }

    @Test
    void makesNoDigestsWhereTheServerForgetsChecks() throws Exception {
        try (MysqlDatabase database = TestMysql.MYSQL_8_0_15.database("create table t (id int)");
                Connection connection = database.direct().getConnection()) {
            assertThat(digests(connection, InspectionScope.EVERYTHING)).isEmpty();
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
