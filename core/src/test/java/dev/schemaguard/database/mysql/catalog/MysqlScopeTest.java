package dev.schemaguard.database.mysql.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.SchemaSources;
import dev.schemaguard.database.Databases;
import dev.schemaguard.drift.Kind;
import dev.schemaguard.embedded.MysqlDatabase;
import dev.schemaguard.embedded.MysqlDriver;
import dev.schemaguard.embedded.TestMysql;
import dev.schemaguard.inspect.InspectionException;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.LiveSchema;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("databases")
class MysqlScopeTest {

    private static final int MOST_STATEMENTS = 8;

    @ParameterizedTest
    @CsvSource({"MYSQL, CONNECTOR_J", "MYSQL, MARIADB", "MARIADB, CONNECTOR_J", "MARIADB, MARIADB"})
    void asksEightTimesAtMostWhateverTheNumberOfTables(TestMysql server, MysqlDriver driver) throws Exception {
        try (MysqlDatabase database = Everything.on(server);
                Connection connection = database.direct(driver).getConnection()) {
            long asked = questions(connection);
            Schema all = inspect(connection, InspectionScope.EVERYTHING).schema();
            long everything = questions(connection) - asked - 1;

            assertThat(everything).isLessThanOrEqualTo(MOST_STATEMENTS);
            inspect(connection, InspectionScope.EVERYTHING.of(all));
            assertThat(questions(connection) - asked - everything - 2).isLessThanOrEqualTo(MOST_STATEMENTS);
        }
    }

    private static long questions(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show session status like 'Questions'")) {
            row.next();
            return row.getLong(2);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void takesNoCheckForMissingWhereTheRoleIsToldOfNone(TestMysql server) throws Exception {
        String user = server.freshUser();
        try (MysqlDatabase database = server.database("create table posts (id int, check (id > 0))");
                Connection owner = database.direct().getConnection()) {
            database.execute("grant select, insert, update, delete on posts to " + user + "@'127.0.0.1'");
            Schema expected = inspect(owner, InspectionScope.EVERYTHING).schema();
            SchemaGuard guard = SchemaGuard.expecting(expected).build();

            try (Connection connection = database.connect(user)) {
                assertThat(guard.check(connection).findings()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void readsOnlyTheTablesThatAreNamed(TestMysql server) throws Exception {
        Schema wanted = Schema.builder().table("posts", t -> t.column("id")).build();
        try (MysqlDatabase database = server.database(
                        "create table posts (id int)", "create table others (id int)", "create table POSTS (id int)");
                Connection connection = database.direct().getConnection()) {
            assertThat(inspect(connection, InspectionScope.EVERYTHING.of(wanted))
                            .schema()
                            .tables())
                    .extracting(table -> table.name().name())
                    .containsExactly("posts");
        }
    }

    @ParameterizedTest
    @CsvSource({"MYSQL, CONNECTOR_J", "MYSQL, MARIADB", "MARIADB, CONNECTOR_J", "MARIADB, MARIADB"})
    void refusesAUrlWithoutADatabase(TestMysql server, MysqlDriver driver) throws Exception {
        try (Connection connection =
                new MysqlDatabase(server, "").direct(driver).getConnection()) {
            InspectionException failure = catchThrowableOfType(
                    InspectionException.class, () -> inspect(connection, InspectionScope.EVERYTHING));

            assertThat(failure).hasMessageContaining("the URL names no database");
            assertThat(failure.reason()).isEqualTo(InspectionException.Reason.SCHEMA_NOT_FOUND);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void tellsAnEmptyDatabaseFromNone(TestMysql server) throws Exception {
        Schema wanted = Schema.builder().table("posts", t -> t.column("id")).build();
        try (MysqlDatabase database = server.database();
                Connection connection = database.direct().getConnection()) {
            assertThat(inspect(connection, InspectionScope.EVERYTHING.of(wanted))
                            .emptySchemas())
                    .containsExactly(database.name());
            InspectionException failure = catchThrowableOfType(
                    InspectionException.class,
                    () -> inspect(
                            connection, InspectionScope.EVERYTHING.of(wanted).in(List.of("no_such"))));
            assertThat(failure).hasMessageContaining("database 'no_such' does not exist");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void saysThatATableIsMissingOrNotGranted(TestMysql server) {
        String user = server.freshUser();
        try (MysqlDatabase database = server.database("create table seen (id int)", "create table hidden (id int)")) {
            database.execute("grant select on " + database.name() + ".seen to " + user + "@'127.0.0.1'");
            DriftReport report = SchemaGuard.expecting(SchemaSources.of(Schema.builder()
                            .table("seen", t -> t.column("id").readOnly())
                            .table("hidden", t -> t.column("id").readOnly())
                            .table("nowhere", t -> t.column("id").readOnly())
                            .build()))
                    .build()
                    .check(database.direct(server.driver(), user));

            assertThat(report.findings())
                    .extracting(finding -> finding.drift().kind())
                    .containsOnly(Kind.MISSING_TABLE)
                    .hasSize(2);
            assertThat(report.findings()).extracting(Finding::severity).containsOnly(Severity.BREAKING);
            assertThat(report.findings())
                    .allSatisfy(finding -> assertThat(finding.drift().message())
                            .endsWith("the table does not exist, or nothing on it is granted to `" + user + "`"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void saysThatATableIsMissingWhereTheRoleSeesAll(TestMysql server) {
        String user = server.freshUser();
        try (MysqlDatabase database = server.database("create table seen (id int)")) {
            database.execute("grant select on " + database.name() + ".* to " + user + "@'127.0.0.1'");
            DriftReport report = SchemaGuard.expecting(SchemaSources.of(Schema.builder()
                            .table("nowhere", t -> t.column("id").readOnly())
                            .build()))
                    .build()
                    .check(database.direct(server.driver(), user));

            assertThat(report.findings()).hasSize(1);
            assertThat(report.findings().get(0).drift().message()).endsWith("the table does not exist");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "MYSQL_8_0_15", mode = EnumSource.Mode.EXCLUDE)
    void callsNoInsertBrokenWhereATriggerThatIsNotShownMayFillTheColumn(TestMysql server) {
        String reader = server.freshUser();
        String owner = server.freshUser();
        try (MysqlDatabase database = server.database("create table t (id int primary key, a int not null)")) {
            database.execute(
                    "create trigger fills before insert on t for each row set new.a = 1",
                    "grant select, insert, update, delete on " + database.name() + ".* to " + reader + "@'127.0.0.1'",
                    "grant select, insert, update, delete, trigger on " + database.name() + ".t to " + owner
                            + "@'127.0.0.1'");
            SchemaGuard guard = SchemaGuard.expecting(Schema.builder()
                            .table("t", t -> t.column("id").allColumns())
                            .build())
                    .build();

            for (String user : List.of(reader, owner)) {
                assertThat(guard.check(database.direct(server.driver(), user)).findings())
                        .as(user)
                        .singleElement()
                        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.RISKY));
            }

            database.execute("drop trigger fills");
            assertThat(guard.check(database.direct(server.driver(), owner)).findings())
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.BREAKING));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void tellsWhatTheRoleMayDo(TestMysql server) {
        String user = server.freshUser();
        try (MysqlDatabase database = server.database(
                "create table t (id int primary key, a int)", "create table part (id int primary key, a int)")) {
            database.execute(
                    "grant select on " + database.name() + ".t to " + user + "@'127.0.0.1'",
                    "grant select (id), insert on " + database.name() + ".part to " + user + "@'127.0.0.1'");
            DriftReport report = SchemaGuard.expecting(SchemaSources.of(Schema.builder()
                            .table("t", t -> t.column("id").column("a").inserts())
                            .table("part", t -> t.column("id").column("a").readOnly())
                            .build()))
                    .build()
                    .check(database.direct(server.driver(), user));

            assertThat(report.findings())
                    .extracting(Finding::id)
                    .contains("missing-privilege:t(insert)", "missing-privilege:part(select)");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void sparesWhatARoleOfTheRoleMay(TestMysql server) {
        String user = server.freshUser();
        try (MysqlDatabase database = server.database("create table t (id int primary key)")) {
            String role = "role_of_" + user;
            database.execute(
                    "create role " + role,
                    "grant select, insert, update, delete on " + database.name() + ".t to " + role,
                    "grant " + role + " to " + user + "@'127.0.0.1'",
                    server == TestMysql.MARIADB
                            ? "set default role " + role + " for " + user + "@'127.0.0.1'"
                            : "set default role " + role + " to " + user + "@'127.0.0.1'");
            DriftReport report = SchemaGuard.expecting(SchemaSources.of(Schema.builder()
                            .table("t", t -> t.column("id").inserts())
                            .build()))
                    .build()
                    .check(database.direct(server.driver(), user));

            assertThat(report.verdict()).as(report.toText()).isEqualTo(Verdict.CONFORMS);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void findsTheTablesThatHoldOnToRows(TestMysql server) throws Exception {
        try (MysqlDatabase database = server.database("create table parent (id int primary key)")) {
            Schema expected = captured(database);
            database.execute(
                    "create table late (id int, parent int, constraint fk foreign key (parent) references parent (id))");
            try (Connection connection = database.direct().getConnection()) {
                LiveSchema live = inspect(connection, InspectionScope.EVERYTHING.of(expected));

                assertThat(live.schema()
                                .tables()
                                .iterator()
                                .next()
                                .capabilities()
                                .inboundKeys())
                        .extracting(key -> key.from().name())
                        .containsExactly("late");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void looksAtEachDatabaseOfTheSameMake(TestMysql server) {
        try (MysqlDatabase one = server.database("create table t (id int)");
                MysqlDatabase two = server.database("create table t (id int)", "create table u (id int)");
                MysqlDatabase three = server.database()) {
            DriftReport report = SchemaGuard.expecting(SchemaSources.of(
                            Schema.builder().table("t", t -> t.column("id")).build()))
                    .scope(InspectionScope.EVERYTHING.in(
                            List.of(one.name() + "*", two.name() + "*", three.name() + "*")))
                    .build()
                    .check(one.direct());

            assertThat(report.targets())
                    .extracting(target -> target.schema() + " " + target.verdict())
                    .contains(
                            one.name() + " " + Verdict.CONFORMS,
                            two.name() + " " + Verdict.CONFORMS,
                            three.name() + " " + Verdict.DRIFTED);
        }
    }

    @ParameterizedTest
    @CsvSource({"STRICT_TRANS_TABLES, no default", "'', '0'"})
    void givesColumnsTheirImplicitValueWhereNothingInsists(String mode, String value) throws Exception {
        try (MysqlDatabase database = TestMysql.MYSQL.database("create table t (id int not null)");
                Connection connection = database.direct().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set sql_mode = '" + mode + "'");

            assertThat(inspect(connection, InspectionScope.EVERYTHING)
                            .schema()
                            .tables()
                            .iterator()
                            .next()
                            .columns()
                            .get(0)
                            .columnDefault())
                    .hasToString(value);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void readsTheSameInWhateverModeTheSessionIs(TestMysql server) throws Exception {
        try (MysqlDatabase database = Everything.on(server);
                Connection connection = database.direct().getConnection();
                Statement statement = connection.createStatement()) {
            Schema plain = inspect(connection, InspectionScope.EVERYTHING).schema();
            for (String mode :
                    List.of("ANSI", "NO_BACKSLASH_ESCAPES", "ANSI_QUOTES,PIPES_AS_CONCAT,HIGH_NOT_PRECEDENCE")) {
                statement.execute("set sql_mode = '" + mode + ",STRICT_TRANS_TABLES'");

                Schema other = inspect(connection, InspectionScope.EVERYTHING).schema();
                assertThat(other.tables()).containsExactlyElementsOf(plain.tables());
                assertThat(other.settings().get("sql_mode"))
                        .contains("STRICT_TRANS_TABLES")
                        .isNotEqualTo(plain.settings().get("sql_mode"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void readsBesideAViewWhoseTableIsGone(TestMysql server) throws Exception {
        try (MysqlDatabase database = server.database(
                "create table gone (id int)",
                "create view broken as select id from gone",
                "drop table gone",
                "create table kept (id int)")) {
            assertThat(captured(database).table(ObjectName.of("kept"))).isPresent();
        }
    }

    @Test
    void knowsNothingOfChecksWhereTheServerForgetsThem() throws Exception {
        try (MysqlDatabase database = TestMysql.MYSQL_8_0_15.database(
                        "create table t (id int primary key, n int check (n > 0), key k ((n + 1)))");
                Connection connection = database.direct().getConnection()) {
            LiveSchema live = inspect(connection, InspectionScope.EVERYTHING);

            assertThat(live.notLookedAt()).containsExactly(Family.CHECKS);
            assertThat(live.schema().complete()).doesNotContain(Family.CHECKS);
            assertThat(live.schema().tables().iterator().next().isComplete(Family.CHECKS))
                    .isFalse();
            assertThat(inspect(connection, InspectionScope.EVERYTHING.of(live.schema()))
                            .schema()
                            .tables())
                    .hasSize(1);
        }
    }

    private static Schema captured(MysqlDatabase database) throws Exception {
        try (Connection connection = database.direct().getConnection()) {
            return inspect(connection, InspectionScope.EVERYTHING).schema();
        }
    }

    private static LiveSchema inspect(Connection connection, InspectionScope scope)
            throws InspectionException, SQLException {
        return Databases.behind(connection).inspector().inspect(connection, scope);
    }
}
