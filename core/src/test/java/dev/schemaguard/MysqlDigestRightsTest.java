package dev.schemaguard;

import static dev.schemaguard.DigestedShop.RIGHTS;
import static dev.schemaguard.DigestedShop.SHOP;
import static dev.schemaguard.DigestedShop.fully;
import static dev.schemaguard.DigestedShop.look;
import static dev.schemaguard.DigestedShop.sameReport;
import static dev.schemaguard.DigestedShop.snapshot;
import static dev.schemaguard.DigestedShop.withoutTimes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.DigestedShop.Looked;
import dev.schemaguard.drift.Kind;
import dev.schemaguard.embedded.MysqlDatabase;
import dev.schemaguard.embedded.TestMysql;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.policy.Severity;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Digests are taken by whoever sees everything; what a role may do is asked, and one that is told less is looked at in full. */
@Tag("databases")
class MysqlDigestRightsTest {

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void asksOneStatementOfARoleThatHasItsRightsOnTheWholeSchema(TestMysql server) throws Exception {
        try (MysqlDatabase shop = server.database(SHOP)) {
            String snapshot = snapshot(shop);
            String app = server.freshUser();
            String onSchema = "`" + shop.name().replace("_", "\\_") + "`.*";
            shop.execute(RIGHTS + onSchema + " to " + app + "@'127.0.0.1'");
            try (Connection connection = shop.connect(app)) {
                Looked looked = look(snapshot, InspectionScope.EVERYTHING, connection);

                assertThat(looked.asked()).hasSize(1);
                assertThat(withoutTimes(looked.report())).isEqualTo(withoutTimes(fully(snapshot, connection)));
            }
            shop.execute("revoke delete on " + onSchema + " from " + app + "@'127.0.0.1'");
            try (Connection connection = shop.connect(app)) {
                sameReport(snapshot, connection);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void readsInFullWhereTheRoleSeesOnlyAPart(TestMysql server) throws Exception {
        try (MysqlDatabase shop = server.database(SHOP)) {
            String snapshot = snapshot(shop);
            List<String> all = List.of("users", "posts", "rated", "names", "counted");
            for (String hidden : List.of("users", "posts (author)", "rated", "names")) {
                String app = server.freshUser();
                for (String table : all) {
                    if (table.equals("posts") && hidden.startsWith("posts")) {
                        shop.execute("grant select (id), insert, delete, update on posts to " + app + "@'127.0.0.1'");
                    } else if (!hidden.equals(table)) {
                        shop.execute(RIGHTS + table + " to " + app + "@'127.0.0.1'");
                    }
                }
                try (Connection connection = shop.connect(app)) {
                    sameReport(snapshot, connection);
                }
            }
        }
    }

    /** On MariaDB nobody else is told of checks, so that there all has to be read. */
    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void asksOneStatementOfARoleThatHasItsRightsTableByTableWhereThatTellsAll(TestMysql server) throws Exception {
        try (MysqlDatabase shop = server.database(SHOP)) {
            String snapshot = snapshot(shop);
            String app = server.freshUser();
            for (String table : List.of("users", "posts", "rated")) {
                shop.execute(RIGHTS + table + " to " + app + "@'127.0.0.1'");
            }
            shop.execute("grant select on names to " + app + "@'127.0.0.1'");
            shop.execute("grant select on counted to " + app + "@'127.0.0.1'");
            try (Connection connection = shop.connect(app)) {
                Looked looked = look(snapshot, InspectionScope.EVERYTHING, connection);

                assertThat(looked.asked().size() == 1).isEqualTo(server == TestMysql.MYSQL);
                assertThat(withoutTimes(looked.report())).isEqualTo(withoutTimes(fully(snapshot, connection)));
            }
        }
    }

    @Test
    void readsInFullWhereRightsMayBeTakenBack() throws Exception {
        TestMysql server = TestMysql.MYSQL;
        try (MysqlDatabase shop = server.database(SHOP)) {
            String snapshot = snapshot(shop);
            String app = server.freshUser();
            shop.execute(RIGHTS + "*.* to " + app + "@'127.0.0.1'");
            try (Connection connection = shop.connect(app)) {
                assertThat(look(snapshot, InspectionScope.EVERYTHING, connection)
                                .asked())
                        .hasSize(1);
            }
            shop.execute("set global partial_revokes = on");
            try {
                shop.execute("revoke insert on " + shop.name() + ".* from " + app + "@'127.0.0.1'");
                try (Connection connection = shop.connect(app)) {
                    sameReport(snapshot, connection);
                }
            } finally {
                shop.execute("drop user " + app + "@'127.0.0.1'", "set global partial_revokes = off");
            }
        }
    }

    /** A table that is called alike is another one. */
    @Test
    void readsInFullWhereTheRightsAreOnATableWhoseNameDiffersInCase() throws Exception {
        try (MysqlDatabase shop = TestMysql.MYSQL.database(SHOP)) {
            shop.execute("create table Posts (id int primary key)");
            String snapshot = snapshot(shop);
            String app = TestMysql.MYSQL.freshUser();
            for (String table : List.of("users", "Posts", "rated", "names", "counted")) {
                shop.execute(RIGHTS + table + " to " + app + "@'127.0.0.1'");
            }
            shop.execute("grant select on posts to " + app + "@'127.0.0.1'");
            try (Connection connection = shop.connect(app)) {
                sameReport(snapshot, connection);
            }
        }
    }

    /** The server takes one of them. */
    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void readsInFullWhereRightsOnSeveralPatternsFit(TestMysql server) throws Exception {
        try (MysqlDatabase shop = server.database(SHOP)) {
            String snapshot = snapshot(shop);
            String app = server.freshUser();
            shop.execute(
                    RIGHTS + "`test%`.* to " + app + "@'127.0.0.1'",
                    "grant select on `" + shop.name() + "`.* to " + app + "@'127.0.0.1'");
            try (Connection connection = shop.connect(app)) {
                sameReport(snapshot, connection);
                if (server == TestMysql.MYSQL) {
                    assertThat(fully(snapshot, connection).findings())
                            .singleElement()
                            .satisfies(finding -> {
                                assertThat(finding.drift().kind()).isEqualTo(Kind.MISSING_PRIVILEGE);
                                assertThat(finding.severity()).isEqualTo(Severity.RISKY);
                                assertThat(finding.drift().message())
                                        .isEqualTo("a statement on any table in `" + shop.name() + "` may fail: role `"
                                                + app
                                                + "` has several grants for databases whose names fit, and the server takes one of"
                                                + " them");
                                assertThat(finding.drift().expected()).contains("INSERT, UPDATE, DELETE");
                            });
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void readsInFullWhereTheRightsComeByARole(TestMysql server) throws Exception {
        try (MysqlDatabase shop = server.database(SHOP)) {
            String snapshot = snapshot(shop);
            String app = server.freshUser();
            String role = "role_of_" + app;
            shop.execute(
                    "create role " + role,
                    RIGHTS + shop.name() + ".* to " + role,
                    "grant " + role + " to " + app + "@'127.0.0.1'",
                    (server == TestMysql.MARIADB
                                    ? "set default role " + role + " for "
                                    : "set default role " + role + " to ")
                            + app + "@'127.0.0.1'");
            try (Connection connection = shop.connect(app)) {
                sameReport(snapshot, connection);
            }
        }
    }

    /** While a role is active, what is granted on the very name hides what is granted on a pattern, whoever holds either. */
    @Test
    void readsInFullWhereAnActiveRoleMayHideWhatTheAccountHolds() throws Exception {
        try (MysqlDatabase shop = TestMysql.MYSQL.database(SHOP)) {
            shop.execute("create database plainshop", "use plainshop");
            MysqlDatabase plain = new MysqlDatabase(TestMysql.MYSQL, "plainshop");
            try {
                plain.execute(SHOP);
                String snapshot = snapshot(plain);
                String app = TestMysql.MYSQL.freshUser();
                String role = "role_of_" + app;
                plain.execute(
                        RIGHTS + "`plain%`.* to " + app + "@'127.0.0.1'",
                        "create role " + role,
                        "grant select on plainshop.* to " + role,
                        "grant " + role + " to " + app + "@'127.0.0.1'",
                        "set default role " + role + " to " + app + "@'127.0.0.1'");
                try (Connection connection = plain.connect(app)) {
                    Looked looked = look(snapshot, InspectionScope.EVERYTHING, connection);

                    assertThat(looked.asked()).hasSizeGreaterThan(1);
                    assertThat(looked.report().toText()).contains("INSERT", app);
                }
            } finally {
                plain.close();
            }
        }
    }
}
