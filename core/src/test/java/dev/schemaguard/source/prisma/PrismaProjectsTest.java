package dev.schemaguard.source.prisma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.SchemaSources;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.report.DriftReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Published projects, which have a schema of Prisma beside their migrations: a database that the migrations made has all that the
 * schema needs, and a column less is named. Run where {@code prisma.projects} says where they lie.
 */
class PrismaProjectsTest {

    private static final Path PROJECTS = Path.of(System.getProperty("prisma.projects", "no such folder"));

    @ParameterizedTest
    @ValueSource(strings = {"umami", "langfuse", "saas-starter-kit", "hoppscotch"})
    void haveWhatTheirSchemaNeedsWhenTheirMigrationsRan(String name) throws Exception {
        Path project = PROJECTS.resolve(name);
        assumeThat(project).isDirectory();
        DataSource database = migrated(project);

        DriftReport report = check(project, database);

        assertThat(report.unverified()).as(report.toText()).isEmpty();
        assertThat(report.findings())
                .as(report.toText())
                .noneMatch(finding -> finding.severity().isAtLeast(Severity.RISKY));

        String lost = lose(database);
        assertThat(check(project, database).findings())
                .filteredOn(finding -> finding.severity() == Severity.BREAKING)
                .extracting(Finding::id)
                .containsExactly("missing-column:" + lost);
    }

    private static DriftReport check(Path project, DataSource database) {
        return SchemaGuard.expecting(
                        SchemaSources.of(project.resolve("prisma/schema.prisma").toString()))
                .build()
                .check(database);
    }

    private static DataSource migrated(Path project) throws Exception {
        List<String> scripts = new ArrayList<>();
        for (String file : Files.readAllLines(project.resolve("order.txt"))) {
            if (!file.isBlank()) {
                scripts.add(Files.readString(project.resolve("migrations").resolve(file)));
            }
        }
        DataSource database = TestPostgres.freshDatabase();
        TestPostgres.execute(database, scripts.toArray(String[]::new));
        return database;
    }

    /** Drops a column that is in no key, so that nothing else goes with it. */
    private static String lose(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    do $$ declare r record; begin
                      select c.relname, a.attname into r from pg_class c join pg_attribute a on a.attrelid = c.oid
                      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 1
                        and c.relname in (select relname from pg_class where relname ~* '^(user|website|projects|team)$')
                        and not exists (select from pg_constraint k where k.conrelid = c.oid and a.attnum = any (k.conkey))
                        and a.attname !~ '_?tmp'
                      order by c.relname, a.attnum desc limit 1;
                      execute format('alter table %I drop %I', r.relname, r.attname);
                      perform set_config('lost.column', r.relname || '.' || r.attname, false);
                    end $$""");
            try (var rows = statement.executeQuery("select current_setting('lost.column')")) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
