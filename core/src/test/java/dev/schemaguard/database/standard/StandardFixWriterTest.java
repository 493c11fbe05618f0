package dev.schemaguard.database.standard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.ReportWithFixes;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.Fix;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.policy.Severity;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** What is certain of a database without a dialect of its own cures a real one. */
class StandardFixWriterTest {

    @Test
    void curesWhatTheStandardSpellsAndSaysTheRest() throws Exception {
        JdbcDataSource database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:standard;DB_CLOSE_DELAY=-1");
        execute(database, "create table posts (id bigint primary key, title varchar(10), rank integer)");
        Schema expected = Schema.builder()
                .table(
                        "posts",
                        t -> t.column("id", "bigint")
                                .column("title", "varchar(200)")
                                .column("rank", "integer", c -> c.columnDefault("1"))
                                .column(
                                        "\"Quality\"",
                                        "varchar(20)",
                                        c -> c.notNull().columnDefault("'good'"))
                                .column("author", "bigint")
                                .unique("author")
                                .constraint(new Constraint.ForeignKey(
                                        "",
                                        List.of("id"),
                                        ObjectName.of("authors"),
                                        List.of("id"),
                                        Constraint.ReferentialAction.NO_ACTION,
                                        Constraint.ReferentialAction.NO_ACTION,
                                        Constraint.Enforcement.ORDINARY,
                                        Origin.NONE)))
                .table(
                        "authors",
                        t -> t.column("id", "bigint", c -> c.notNull()).primaryKey("id"))
                .build();
        SchemaGuard guard = SchemaGuard.expecting(expected)
                .policy(Policy.failOn(Severity.ADVISORY))
                .build();

        ReportWithFixes remedy = guard.remedy(database);
        for (Fix fix : remedy.plan().statements()) {
            execute(database, fix.sql());
        }

        assertThat(remedy.plan().statements())
                .extracting(Fix::sql)
                .contains(
                        "ALTER TABLE PUBLIC.POSTS ADD COLUMN \"Quality\" varchar(20) DEFAULT 'good' NOT NULL",
                        "ALTER TABLE PUBLIC.POSTS ALTER COLUMN RANK SET DEFAULT 1");
        assertThat(remedy.plan().cures())
                .filteredOn(cure -> cure.noSafeFix().isPresent())
                .extracting(cure -> cure.finding().id())
                .containsExactly("type-narrower:POSTS.TITLE");
        assertThat(guard.check(database).findings())
                .extracting(finding -> finding.id())
                .contains("type-narrower:POSTS.TITLE")
                .doesNotContain("missing-column:POSTS.Quality", "missing-table:AUTHORS", "default-missing:POSTS.RANK");
    }

    private static void execute(JdbcDataSource database, String sql) throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
