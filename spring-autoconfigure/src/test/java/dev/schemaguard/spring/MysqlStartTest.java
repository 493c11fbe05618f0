package dev.schemaguard.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.embedded.MysqlDatabase;
import dev.schemaguard.embedded.MysqlDriver;
import dev.schemaguard.embedded.TestMysql;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.spring.corpus.CorpusApplication;
import dev.schemaguard.spring.notes.NotesApplication;
import dev.schemaguard.spring.shop.ShopApplication;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts of applications on MySQL and MariaDB, with what such applications have: a mapping, or migrations of either tool. */
@Tag("databases")
class MysqlStartTest {

    private static final String[] FLYWAY = {
        "schema-guard.expect=classpath:db/mysql", "spring.flyway.locations=classpath:db/mysql"
    };
    private static final String[] LIQUIBASE = {
        "schema-guard.expect=classpath:db/changelog/mysql.xml",
        "spring.liquibase.change-log=classpath:db/changelog/mysql.xml"
    };

    @ParameterizedTest
    @EnumSource(
            value = TestMysql.class,
            names = {"MYSQL", "MARIADB"})
    void findNothingInWhatHibernateMadeWithNothingConfigured(TestMysql server) {
        try (MysqlDatabase database = server.database()) {
            make(CorpusApplication.class, database);
            // Views it makes none of, so that a table stands for one.
            database.execute("drop table customer_view", "create view customer_view as select id, name from `user`");

            try (ConfigurableApplicationContext context =
                    Boot.start(CorpusApplication.class, database.properties(server.driver()))) {
                DriftReport report = Boot.report(context, "dataSource");
                assertThat(report.findings()).as(report.toText()).isEmpty();
                assertThat(report.verdict()).as(report.toText()).isEqualTo(Verdict.CONFORMS);
                assertThat(report.coverage().tablesChecked()).isGreaterThanOrEqualTo(10);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = TestMysql.class,
            names = {"MYSQL", "MARIADB"})
    void refuseADatabaseThatDoesNotServeTheMapping(TestMysql server) {
        try (MysqlDatabase database = server.database()) {
            make(ShopApplication.class, database);
            database.execute(
                    "alter table item drop column code",
                    "alter table item modify created_at date",
                    "set foreign_key_checks = 0",
                    "alter table owners modify id bigint not null");

            assertThat(Boot.failure(ShopApplication.class, database.properties(server.driver())))
                    .contains("APPLICATION FAILED TO START", "Schema Guard: DRIFTED")
                    .contains("missing-column  item.code", "(dev.schemaguard.spring.shop.Item#code)")
                    .contains("identity-missing  owners.id")
                    .contains("item.created_at");
        }
    }

    /** MariaDB has sequences; on MySQL Hibernate keeps the next number in a table. */
    @ParameterizedTest
    @CsvSource({
        "MYSQL, drop table item_seq, missing-table:item_seq",
        "MYSQL, alter table item_seq drop column next_val, missing-column:item_seq.next_val",
        "MARIADB, drop sequence item_seq, missing-sequence:item_seq"
    })
    void refuseADatabaseThatNumbersNoKeys(TestMysql server, String change, String found) {
        try (MysqlDatabase database = server.database()) {
            make(ShopApplication.class, database);
            try (ConfigurableApplicationContext context =
                    Boot.start(ShopApplication.class, database.properties(server.driver()))) {
                assertThat(Boot.report(context, "dataSource").findings()).isEmpty();
            }
            if (change.contains("alter")) {
                // A table has a column at least.
                database.execute("alter table item_seq add other int");
            }
            database.execute(change);

            String said = Boot.failure(ShopApplication.class, database.properties(server.driver()));
            assertThat(said).contains("Schema Guard: DRIFTED: 1 breaking").contains(found.replaceFirst(":", "  "));
        }
    }

    @ParameterizedTest
    @CsvSource({"MYSQL, CONNECTOR_J", "MARIADB, MARIADB"})
    void comeUpBehindFlywayAndNotWithoutItsLastMigration(TestMysql server, MysqlDriver driver) {
        try (MysqlDatabase database = server.database()) {
            try (ConfigurableApplicationContext context = Boot.start(
                    NotesApplication.class, database.properties(driver, with(FLYWAY, "spring.flyway.enabled=true")))) {
                conforms(Boot.report(context, "dataSource"), 4);
            }
            database.execute(
                    "alter table note drop column title", "alter table note modify mood enum('calm') not null");

            assertThat(Boot.failure(NotesApplication.class, database.properties(driver, FLYWAY)))
                    .contains("APPLICATION FAILED TO START", "Schema Guard: DRIFTED: 1 breaking")
                    .contains("missing-column  note.title", "V2__title.sql:2")
                    .contains("enum-label-missing  note.mood", "keen");
        }
    }

    @ParameterizedTest
    @CsvSource({"MYSQL, CONNECTOR_J", "MARIADB, MARIADB"})
    void comeUpBehindLiquibaseAndNotWithoutItsLastChangeSet(TestMysql server, MysqlDriver driver) {
        try (MysqlDatabase database = server.database()) {
            try (ConfigurableApplicationContext context = Boot.start(
                    NotesApplication.class,
                    database.properties(driver, with(LIQUIBASE, "spring.liquibase.enabled=true")))) {
                conforms(Boot.report(context, "dataSource"), 8);
            }
            database.execute("alter table note drop column title");

            assertThat(Boot.failure(NotesApplication.class, database.properties(driver, LIQUIBASE)))
                    .contains("Schema Guard: DRIFTED: 1 breaking")
                    .contains("missing-column  note.title", "mysql.xml::2::shop");
        }
    }

    private static void conforms(DriftReport report, int columns) {
        assertThat(Boot.findings(report, Severity.ADVISORY)).as(report.toText()).isEmpty();
        assertThat(report.verdict()).as(report.toText()).isEqualTo(Verdict.CONFORMS);
        assertThat(report.coverage().columnsChecked()).isEqualTo(columns);
    }

    /** Hibernate makes the tables. */
    private static void make(Class<?> application, MysqlDatabase database) {
        MysqlDriver driver = database.server().driver();
        Boot.start(
                        application,
                        database.properties(
                                driver, "schema-guard.enabled=false", "spring.jpa.hibernate.ddl-auto=create"))
                .close();
    }

    private static String[] with(String[] properties, String... more) {
        return Stream.concat(Arrays.stream(properties), Arrays.stream(more)).toArray(String[]::new);
    }
}
