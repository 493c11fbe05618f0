package dev.schemaguard.database.mysql.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.mysql.server.ServerVersion;
import dev.schemaguard.embedded.MysqlDatabase;
import dev.schemaguard.embedded.TestMysql;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Privilege;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What accounts hold by grants that were made at random is what their statements may do. */
@Tag("databases")
class GrantsByExecutionTest {

    private static final int ACCOUNTS = 60;

    private static final List<String> SCHEMAS = List.of("grant_x", "grantax", "grant\u00e9x");

    private static final List<String> PATTERNS =
            List.of("grant\\_x", "grant_x", "grant%", "gr%x", "grantax", "%x", "_rant%", "grant_%", "grant\u00e9x");

    private static final List<String> RIGHTS = List.of("select", "insert", "update", "delete");

    private static final Map<Privilege, String> STATEMENTS = Map.of(
            Privilege.SELECT, "select id from t limit 0",
            Privilege.INSERT, "insert into t (id) values (default)",
            Privilege.UPDATE, "update t set n = 1 limit 0",
            Privilege.DELETE, "delete from t limit 0");

    private final Random random = new Random(18);

    @ParameterizedTest
    @CsvSource({"MYSQL, false", "MYSQL, true", "MARIADB, false"})
    void claimsWhatStatementsMayDo(TestMysql server, boolean revokes) throws SQLException {
        try (MysqlDatabase root = server.database()) {
            for (String schema : SCHEMAS) {
                root.execute("create database `" + schema + "`");
                root.execute("create table `" + schema + "`.t (id int primary key auto_increment, n int)");
            }
            if (revokes) {
                root.execute("set global partial_revokes = on");
            }
            List<String> accounts = new ArrayList<>();
            try {
                int doubted = 0;
                for (int i = 0; i < ACCOUNTS; i++) {
                    accounts.add(account(server, root, revokes));
                    doubted += claims(server, accounts.get(i));
                }
                assertThat(doubted > 0).isEqualTo(!revokes);
            } finally {
                for (String account : accounts) {
                    root.execute(
                            "drop user " + account + "@'127.0.0.1'",
                            "drop role role_of_" + account,
                            "drop role inner_of_" + account);
                }
                if (revokes) {
                    root.execute("set global partial_revokes = off");
                }
                for (String schema : SCHEMAS) {
                    root.execute("drop database `" + schema + "`");
                }
            }
        }
    }

    /** Of a few grants, some of them to a role that is active or not. */
    private String account(TestMysql server, MysqlDatabase root, boolean revokes) {
        String account = server.freshUser();
        String to = account + "@'127.0.0.1'";
        String role = "role_of_" + account;
        String inner = "inner_of_" + account;
        root.execute("create role " + role, "create role " + inner);
        root.execute("grant " + inner + " to " + role, "grant " + role + " to " + to);
        boolean active = random.nextInt(3) == 0;
        if (active) {
            root.execute("set default role " + role + (server == TestMysql.MARIADB ? " for " : " to ") + to);
        }
        for (int i = random.nextInt(5); i >= 0; i--) {
            String grantee = one(List.of(to, to, to, role, inner));
            String where = "`" + one(PATTERNS) + "`.*";
            if (random.nextInt(6) == 0) {
                where = "`" + one(SCHEMAS) + "`.t";
            } else if (random.nextInt(revokes ? 2 : 9) == 0) {
                where = "*.*";
            }
            String right = one(RIGHTS);
            root.execute("grant " + right + " on " + where + " to " + grantee);
            if (revokes && where.equals("*.*")) {
                root.execute("revoke " + right + " on `" + one(SCHEMAS) + "`.* from " + grantee);
            }
        }
        if (random.nextInt(4) == 0) {
            root.execute("flush privileges");
        }
        return account;
    }

    private static int claims(TestMysql server, String account) throws SQLException {
        int doubted = 0;
        try (Connection connection = new MysqlDatabase(server, "").connect(account)) {
            List<String> lines = lines(connection);
            Grants grants = grants(connection);
            for (String schema : SCHEMAS) {
                Set<Privilege> held = held(connection, schema);
                Set<Privilege> sure = grants.on(ObjectName.of(schema, "t"));
                Set<Privilege> doubtful = grants.doubtfulOn(schema);
                doubtful.removeAll(sure);
                doubted += doubtful.size();
                assertThat(held).as("%s by %s", schema, lines).containsAll(sure);
                sure.addAll(doubtful);
                assertThat(sure).as("%s by %s", schema, lines).containsAll(held);
            }
        }
        return doubted;
    }

    private static Grants grants(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select version(), @@version_comment")) {
            row.next();
            ServerVersion version =
                    ServerVersion.of(row.getString(1), row.getString(2)).orElseThrow();
            CatalogStatement catalog = new CatalogStatement(connection, version, Duration.ofSeconds(10));
            return Grants.read(catalog, Session.read(catalog));
        }
    }

    private static List<String> lines(Connection connection) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("show grants")) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }

    private static Set<Privilege> held(Connection connection, String schema) {
        return STATEMENTS.entrySet().stream()
                .filter(entry -> isTaken(connection, entry.getValue().replace(" t ", " `" + schema + "`.t ")))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Privilege.class)));
    }

    private static boolean isTaken(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return true;
        } catch (SQLException e) {
            assertThat(e.getErrorCode()).as(e.getMessage()).isIn(1142, 1044);
            return false;
        }
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
