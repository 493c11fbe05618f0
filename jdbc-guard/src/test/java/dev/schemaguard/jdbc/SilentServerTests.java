package dev.schemaguard.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.SchemaSources;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.jdbc.Relay.Fault;
import dev.schemaguard.jdbc.TestPostgres.TestDatabase;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.Verdict;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Servers that fall silent at each of the statements that are sent to them, over a driver that by itself waits for ever. All
 * at once, for each takes as long as the time-outs are.
 */
@Timeout(60)
class SilentServerTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    /** A time-out, the grace for its cancelling, and what a busy machine takes. */
    private static final int PATIENCE_SECONDS = 20;

    @TempDir
    private Path folder;

    @Test
    void everyStatementOfACheckComesBackFromASilentServer() throws Exception {
        Files.writeString(folder.resolve("V1__posts.sql"), "create table posts (id bigint);");
        Files.writeString(
                folder.resolve("V2__more.sql"), "alter table posts add quality jsonb; create table jobs (id int);");
        SchemaGuard guard = SchemaGuard.expecting(SchemaSources.of(folder.toString()))
                .scope(InspectionScope.EVERYTHING.within(TIMEOUT))
                .build();
        List<String> statements = List.of(
                "schema-guard: catalog",
                "schema-guard: table names",
                "schema-guard: trusted tables",
                "START TRANSACTION READ ONLY",
                "LOCK TABLE ONLY",
                "select s.total",
                "ROLLBACK");

        Map<String, DriftReport> reports = whereSilentAt(statements, guard::check);

        reports.forEach((statement, report) -> assertThat(report.verdict())
                .as("silent at " + statement)
                .isEqualTo(statement.equals("schema-guard: catalog") ? Verdict.UNVERIFIED : Verdict.DRIFTED));
    }

    @Test
    void everyOtherWayOfReadingADatabaseComesBackFromASilentServer() throws Exception {
        Files.writeString(folder.resolve("V1__posts.sql"), "create table posts (id bigint);");
        InspectionScope scope = InspectionScope.EVERYTHING.within(TIMEOUT);
        Schema posts = Schema.builder().table("posts", table -> {}).build();
        SchemaGuard tenants = SchemaGuard.expecting(posts)
                .scope(scope.in(List.of("tenant_*")))
                .build();
        SchemaGuard named = SchemaGuard.expecting(posts).scope(scope).build();

        assertThat(whereSilentAt(List.of("schema-guard: schema names"), tenants::check)
                        .values())
                .extracting(DriftReport::verdict)
                .containsOnly(Verdict.UNVERIFIED);
        assertThat(whereSilentAt(
                                List.of("schema-guard: catalog"),
                                silent -> expecting(SchemaSources.database("other", silent, scope))
                                        .check(named()))
                        .values())
                .extracting(DriftReport::verdict)
                .containsOnly(Verdict.UNVERIFIED);
        assertThat(named.check(named()).verdict()).isEqualTo(Verdict.CONFORMS);
    }

    private static SchemaGuard expecting(SchemaSource source) {
        return SchemaGuard.expecting(source).build();
    }

    private static PGSimpleDataSource named() {
        TestDatabase database = TestPostgres.freshDatabase("create table posts (id bigint)");
        return dataSource(database, database.port());
    }

    /** What comes of a work for each statement at which the server falls silent. */
    private static <T> Map<String, T> whereSilentAt(List<String> statements, Function<PGSimpleDataSource, T> work)
            throws Exception {
        Map<String, CompletableFuture<T>> futures = new LinkedHashMap<>();
        for (String statement : statements) {
            futures.put(
                    statement,
                    CompletableFuture.supplyAsync(() -> whereSilentAt(statement, work), SilentServerTests::start));
        }
        Map<String, T> found = new LinkedHashMap<>();
        for (Map.Entry<String, CompletableFuture<T>> future : futures.entrySet()) {
            found.put(future.getKey(), future.getValue().get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        }
        return found;
    }

    private static <T> T whereSilentAt(String statement, Function<PGSimpleDataSource, T> work) {
        TestDatabase database = TestPostgres.freshDatabase(
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
