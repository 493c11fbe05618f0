package dev.schemaguard.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.SchemaCapture;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.SchemaSources;
import dev.schemaguard.database.Databases;
import dev.schemaguard.inspect.InspectionException;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.policy.Unverified;
import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.source.snapshot.SnapshotJson;
import dev.schemaguard.spring.healthy.HealthyApplication;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What Hibernate makes on a database without rules of its own is healthy, and what is changed of it afterwards is found. */
class HealthyDatabasesTest {

    @TempDir
    private Path folder;

    /** A database in this process, with its words for what the others say differently. */
    enum Kind {
        H2(
                "jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1",
                "sa",
                "alter table ticket alter column extra set not null",
                "alter table \"Order Line\" alter column \"mixedCase\" drop not null",
                "drop sequence ticket_numbers",
                "alter table account alter column id drop identity"),
        HSQLDB(
                "jdbc:hsqldb:mem:%s",
                "sa",
                "alter table ticket alter column extra set not null",
                "alter table \"Order Line\" alter column \"mixedCase\" set null",
                "drop sequence ticket_numbers",
                "alter table account alter column id drop identity"),
        DERBY(
                "jdbc:derby:memory:%s;create=true",
                "app",
                "alter table ticket alter column extra not null",
                "alter table \"Order Line\" alter column \"mixedCase\" null");

        private final String url;
        private final String user;
        private final List<String> ownWords;

        Kind(String url, String user, String... ownWords) {
            this.url = url;
            this.user = user;
            this.ownWords = List.of(ownWords);
        }

        /** Derby has no view of its sequences by the standard's name, nor does its driver tell of them. */
        boolean tellsSequences() {
            return this != DERBY;
        }

        String[] database() {
            return new String[] {
                "spring.datasource.url=" + url.formatted(UUID.randomUUID()),
                "spring.datasource.username=" + user,
                "spring.data.jdbc.repositories.enabled=false",
                "spring.jpa.hibernate.ddl-auto=none",
                "spring.jpa.hibernate.naming.physical-strategy="
                        + "org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl"
            };
        }
    }

    @BeforeAll
    static void keepTheLogOfDerbyOutOfTheFolder() {
        System.setProperty(
                "derby.stream.error.file",
                Path.of(System.getProperty("java.io.tmpdir"), "derby.log").toString());
    }

    @ParameterizedTest
    @EnumSource
    void findNothingInWhatHibernateMadeAndAllThatWasChangedAfterwards(Kind kind) throws Exception {
        String[] database = kind.database();
        Path script = folder.resolve("schema.sql");
        make(database, script);

        try (ConfigurableApplicationContext context = guarded(database)) {
            DataSource pool = context.getBean(DataSource.class);
            Path snapshot = snapshot(pool);
            isHealthy(Boot.report(context, "dataSource"), kind.tellsSequences());
            isHealthy(check(snapshot, pool), true);
            isHealthy(check(script, pool), kind.tellsSequences());

            JdbcClient jdbc = context.getBean(JdbcClient.class);
            changes(kind).forEach(sql -> jdbc.sql(sql).update());
            List<String> found = found(kind);
            assertThat(Boot.findings(check(snapshot, pool), Severity.ADVISORY)).containsAll(found);
            assertThat(Boot.findings(check(script, pool), Severity.ADVISORY)).containsAll(found);
        }
        try (ConfigurableApplicationContext context = guarded(database)) {
            DriftReport mapping = Boot.report(context, "dataSource");
            assertThat(mapping.verdict()).isEqualTo(Verdict.DRIFTED);
            assertThat(Boot.findings(mapping, Severity.ADVISORY)).containsExactlyInAnyOrderElementsOf(found(kind));
        }
    }

    private static void isHealthy(DriftReport report, boolean conforms) {
        assertThat(report.findings()).as(report.toText()).isEmpty();
        assertThat(report.unverified())
                .as(report.toText())
                .extracting(Unverified::code)
                .containsExactlyElementsOf(conforms ? List.of() : List.of(Unverified.Code.NOT_LOOKED_AT));
        assertThat(report.coverage().tablesChecked()).as(report.toText()).isEqualTo(13);
        assertThat(report.coverage().columnsChecked()).as(report.toText()).isEqualTo(73);
    }

    private static List<String> changes(Kind kind) {
        List<String> changes = new ArrayList<>(List.of(
                "drop table voucher",
                "alter table account drop column balance",
                "alter table ticket add column extra integer",
                "alter table account drop column remark",
                "alter table account add column remark varchar(5) default 'none'",
                "alter table account drop column points",
                "alter table account add column points varchar(20) default '0' not null",
                "alter table account drop constraint account_code_region",
                "alter table account drop constraint account_shape",
                "drop index account_by_name",
                "alter table token drop primary key"));
        changes.addAll(kind.ownWords);
        return changes;
    }

    private static List<String> found(Kind kind) {
        String[] everywhere = {
            "missing-table:VOUCHER",
            "missing-column:ACCOUNT.BALANCE",
            "extra-required-column:TICKET.EXTRA",
            "type-narrower:ACCOUNT.REMARK",
            "type-different:ACCOUNT.POINTS",
            "missing-unique:ACCOUNT(CODE, REGION)",
            "missing-foreign-key:ACCOUNT(SHAPE_ID)",
            "missing-index:ACCOUNT(NAME)",
            "missing-primary-key:TOKEN(ID)",
            "not-null-missing:Order Line.mixedCase"
        };
        List<String> found = new ArrayList<>(Arrays.asList(everywhere));
        if (kind == Kind.H2) {
            // It writes a number as text and reads it back as one.
            found.remove("type-different:ACCOUNT.POINTS");
        }
        if (kind.tellsSequences()) {
            found.addAll(List.of("missing-sequence:TICKET_NUMBERS", "identity-missing:ACCOUNT.ID"));
        }
        return found;
    }

    private Path snapshot(DataSource pool) throws SQLException, InspectionException, IOException {
        Path file = folder.resolve("schema.json");
        try (Connection connection = pool.getConnection()) {
            SnapshotJson.write(
                    SchemaCapture.capture(connection, InspectionScope.EVERYTHING),
                    Databases.behind(connection).dialect(),
                    file);
        }
        return file;
    }

    private static DriftReport check(Path expectation, DataSource pool) {
        return SchemaGuard.expecting(SchemaSources.of(expectation.toString()))
                .build()
                .check(pool);
    }

    /** Hibernate makes the tables, and writes down how. */
    private static void make(String[] database, Path script) {
        String generation = "spring.jpa.properties.jakarta.persistence.schema-generation.";
        Boot.start(
                        HealthyApplication.class,
                        with(
                                database,
                                "schema-guard.enabled=false",
                                generation + "database.action=create",
                                generation + "scripts.action=create",
                                generation + "scripts.create-target=" + script,
                                "spring.jpa.properties.hibernate.hbm2ddl.delimiter=;"))
                .close();
    }

    private static ConfigurableApplicationContext guarded(String[] database) {
        return Boot.start(HealthyApplication.class, with(database, "schema-guard.mode=warn"));
    }

    private static String[] with(String[] properties, String... more) {
        return Stream.concat(Stream.of(properties), Stream.of(more)).toArray(String[]::new);
    }
}
