package dev.schemaguard.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.SchemaSources;
import dev.schemaguard.embedded.TestDatabase;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.jdbc.Relay.Fault;
import dev.schemaguard.jdbc.sync.SchemaSync;
import dev.schemaguard.jdbc.sync.SyncSettings;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.source.SchemaSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Servers that fall silent at each of the statements that are sent to them, over a driver that by itself waits for ever. All
 * at once, for each takes as long as the time-outs are.
 */
@Timeout(60)
class SilentServerTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    /** A time-out, the grace for its cancelling, and what a busy machine takes. */
    private static final int PATIENCE_SECONDS = 20;

    @TempDir
    private Path folder;

    private final Map<String, CompletableFuture<String>> outcomes = new LinkedHashMap<>();

    @Test
    void everyStatementComesBackFromAServerThatFallsSilentAtIt() throws Exception {
        Files.writeString(folder.resolve("V1__posts.sql"), "create table posts (id bigint);");
        Files.writeString(
                folder.resolve("V2__more.sql"),
                "alter table posts add quality jsonb; create table jobs (id int primary key);");
        SchemaSource migrations = SchemaSources.of(folder.toString());
        InspectionScope scope = InspectionScope.EVERYTHING.within(TIMEOUT);
        SchemaGuard guard = SchemaGuard.expecting(migrations).scope(scope).build();
        SchemaGuard tenants = SchemaGuard.expecting(migrations)
                .scope(scope.in(List.of("tenant_*")))
                .build();
        SchemaSync sync =
                SchemaSync.of(guard).with(new SyncSettings(TIMEOUT, TIMEOUT, TIMEOUT, true, false, Set.of(), false));

        List.of(
                        "schema-guard: table names",
                        "schema-guard: trusted tables",
                        "START TRANSACTION READ ONLY",
                        "LOCK TABLE ONLY",
                        "select s.total",
                        "ROLLBACK")
                .forEach(hint -> silentAt(hint, "DRIFTED", database -> verdict(guard.check(database))));
        silentAt("schema-guard: catalog", "UNVERIFIED", database -> verdict(guard.check(database)));
        silentAt("schema-guard: schema names", "UNVERIFIED", database -> verdict(tenants.check(database)));
        silentAt(
                "schema-guard: catalog */ with",
                "UNVERIFIED",
                database -> verdict(SchemaGuard.expecting(SchemaSources.database("other", database, scope))
                        .build()
                        .check(healthy())));
        List.of(
                        "set transaction isolation",
                        "set local lock_timeout",
                        "sync: lock",
                        "sync: path",
                        "sync: picture",
                        "sync: read only",
                        "ADD COLUMN quality",
                        "COMMIT")
                .forEach(step -> silentAt(
                        step,
                        "Unverified",
                        database -> sync.run(database).getClass().getSimpleName()));

        for (Map.Entry<String, CompletableFuture<String>> outcome : outcomes.entrySet()) {
            assertThat(outcome.getValue().get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("silent at " + outcome.getKey())
                    .isEqualTo("as expected");
        }
    }

    private static String verdict(DriftReport report) {
        return report.verdict().name();
    }

    private static DataSource healthy() {
        TestDatabase database = TestPostgres.database("create table posts (id bigint)");
        return dataSource(database, database.port());
    }

    private void silentAt(String statement, String expected, Function<DataSource, String> work) {
        outcomes.put(
                statement,
                CompletableFuture.supplyAsync(
                        () -> {
                            String came = whereSilentAt(statement, work);
                            return came.equals(expected) ? "as expected" : came;
                        },
                        SilentServerTest::start));
    }

    private static String whereSilentAt(String statement, Function<DataSource, String> work) {
        TestDatabase database = TestPostgres.database(
                "create table posts (id bigint)",
                "create schema tenant_1",
                "create table flyway_schema_history (installed_rank int, version text, type text, script text, success"
                        + " boolean)",
                "insert into flyway_schema_history values (1, '1', 'SQL', 'V1__posts.sql', true)");
        try (Relay relay = Relay.inFrontOf(database.port()).listen()) {
            relay.fault(Fault.SILENT, statement);
            return work.apply(dataSource(database, relay.port()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "silent server");
        thread.setDaemon(true);
        thread.start();
    }

    private static PGSimpleDataSource dataSource(TestDatabase database, int port) {
        PGSimpleDataSource noTimeout = new PGSimpleDataSource();
        noTimeout.setURL(database.url(port));
        noTimeout.setUser(TestPostgres.SUPERUSER);
        return noTimeout;
    }
}
