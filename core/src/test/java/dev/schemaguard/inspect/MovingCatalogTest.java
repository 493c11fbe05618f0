package dev.schemaguard.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.TestPostgres;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.Unverified;
import dev.schemaguard.report.DriftReport;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Checks while another session drops and makes tables, types and views as fast as it can. */
class MovingCatalogTest {

    private static final int CHECKS = 150;
    private static final String[] COMING = {
        "create type mood as enum ('good', 'bad')",
        "create domain price as numeric(9,2) check (value >= 0)",
        """
        create table moving (id bigserial primary key, feeling mood default 'good', cost price, note text not null default lower('X'),
          check (length(note) < 100))""",
        "create unique index moving_note on moving (lower(note)) where cost is not null",
        "create view moving_view as select id, note from moving",
        "grant all on moving, moving_view, moving_id_seq to public"
    };

    @Test
    void givesAClearVerdictAndIsNeverWrongAboutWhatStandsStill() throws Exception {
        String name = TestPostgres.freshDatabaseName();
        DataSource owner = TestPostgres.dataSource(name, TestPostgres.SUPERUSER);
        TestPostgres.execute(
                owner,
                "create table steady (id bigserial primary key, note text default lower('X'))",
                "grant all on steady, steady_id_seq to public");
        TestPostgres.execute(owner, COMING);
        DataSource role = TestPostgres.dataSource(name, TestPostgres.freshRole());
        Schema all = dev.schemaguard.SchemaCapture.capture(owner, InspectionScope.EVERYTHING);
        SchemaGuard guard = SchemaGuard.expecting(withAMistake(all)).build();
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Integer> mover = CompletableFuture.supplyAsync(() -> move(owner, over));

        Set<String> said = new TreeSet<>();
        Set<String> unknown = new TreeSet<>();
        try (Connection connection = role.getConnection()) {
            for (int i = 0; i < CHECKS; i++) {
                DriftReport report = guard.check(connection);
                report.findings().forEach(finding -> said.add(finding.id()));
                report.unverified().forEach(one -> unknown.add(one.code() + ": " + one.reason()));
                assertThat(report.unverified())
                        .as(report.toText())
                        .extracting(Unverified::code)
                        .doesNotContain(Unverified.Code.INTERNAL_ERROR);
                if (report.unverified().isEmpty()) {
                    assertThat(report.findings())
                            .extracting(finding -> finding.id())
                            .contains("missing-column:steady.mistake");
                }
            }
        } finally {
            over.set(true);
        }

        assertThat(mover.get(30, TimeUnit.SECONDS)).isPositive();
        // What moves is there or is not; a half of it is never seen.
        assertThat(said)
                .as("unknown: %s", unknown)
                .isSubsetOf(
                        "missing-column:steady.mistake",
                        "missing-table:moving",
                        "missing-table:moving_view",
                        "missing-type:mood",
                        "missing-type:price",
                        "missing-sequence:moving_id_seq");
    }

    private static Schema withAMistake(Schema all) {
        Schema.Builder expected = all.toBuilder();
        all.table("steady")
                .ifPresent(steady ->
                        expected.table(steady.toBuilder().column("mistake").build()));
        return expected.build();
    }

    private static int move(DataSource owner, AtomicBoolean over) {
        int times = 0;
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            while (!over.get()) {
                statement.execute("drop view moving_view");
                statement.execute("drop table moving");
                statement.execute("drop domain price");
                statement.execute("drop type mood");
                if (times % 2 == 0) {
                    connection.commit();
                }
                for (String sql : COMING) {
                    statement.execute(sql);
                }
                connection.commit();
                times++;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return times;
    }
}
