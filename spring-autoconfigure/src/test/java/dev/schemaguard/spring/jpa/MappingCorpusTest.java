package dev.schemaguard.spring.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.embedded.TestDatabase;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.spring.Boot;
import dev.schemaguard.spring.corpus.CorpusApplication;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database that serves a mapping is never called broken, however it differs from what Hibernate would make. */
class MappingCorpusTest {

    @Test
    void findsNothingInWhatHibernateMakesOnPostgres() {
        TestDatabase database = TestPostgres.database("create schema ledger");
        makeOn(database.properties());

        DriftReport made = check(database.properties());

        assertThat(made.toText()).startsWith("Schema Guard: conforms");
        assertThat(Boot.findings(made, Severity.ADVISORY)).isEmpty();
    }

    @Test
    void findsNothingGraveInASchemaThatDiffersAndServes() {
        TestDatabase database = TestPostgres.database("create schema ledger");
        makeOn(database.properties());
        database.execute(
                "drop view customer_view",
                // The database's own names and rules: longer, wider, stricter where nothing was said, and without help.
                "alter table \"user\" alter column name type text, alter column name set not null",
                "alter table \"user\" alter column email type varchar(300)",
                "alter table \"user\" alter column balance type numeric",
                "alter table \"user\" alter column since type timestamptz(3), alter column moment type timestamp(0)",
                "alter table \"user\" alter column version drop not null",
                "alter table \"user\" drop constraint user_kind_check",
                "alter table \"user\" add column added_later text, add column added_full text not null default 'x'",
                "alter table \"user\" add column computed text generated always as (lower(name)) stored",
                "create view customer_view as select id, name from \"user\"",
                """
                do $$ declare key record; begin
                  for key in select conrelid::regclass as holder, conname from pg_constraint where contype = 'f' loop
                    execute format('alter table %s drop constraint %I', key.holder, key.conname);
                  end loop;
                end $$""");

        DriftReport served = check(database.properties());

        assertThat(served.toText()).startsWith("Schema Guard: conforms");
        assertThat(Boot.findings(served, Severity.RISKY)).isEmpty();
        assertThat(Boot.findings(served, Severity.ADVISORY)).contains("not-null-missing:user.version");
    }

    @Test
    void findsNothingInWhatHibernateMakesOnH2() {
        String[] h2 = {
            "spring.datasource.url=jdbc:h2:mem:corpus;DB_CLOSE_DELAY=-1;INIT=create schema if not exists ledger",
            "spring.datasource.username=sa"
        };
        makeOn(h2);

        DriftReport made = check(h2);

        assertThat(made.toText()).startsWith("Schema Guard: conforms");
        assertThat(Boot.findings(made, Severity.RISKY)).isEmpty();
    }

    /** Hibernate makes the tables; views it makes none of, so the table that stands in for one gives way to a view. */
    private static void makeOn(String... properties) {
        try (ConfigurableApplicationContext context =
                Boot.start(CorpusApplication.class, with(properties, "spring.jpa.hibernate.ddl-auto=create-only"))) {
            JdbcClient jdbc = context.getBean(JdbcClient.class);
            jdbc.sql("drop table customer_view").update();
            jdbc.sql("create view customer_view as select id, name from \"user\"")
                    .update();
        }
    }

    private static DriftReport check(String... properties) {
        try (ConfigurableApplicationContext context = Boot.start(
                CorpusApplication.class,
                with(properties, "schema-guard.mode=warn", "spring.jpa.hibernate.ddl-auto=none"))) {
            return Boot.report(context, "dataSource");
        }
    }

    private static String[] with(String[] properties, String... more) {
        return Stream.concat(Stream.of(properties), Stream.of(more)).toArray(String[]::new);
    }
}
