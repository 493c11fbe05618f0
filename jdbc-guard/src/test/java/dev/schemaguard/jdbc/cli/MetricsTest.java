package dev.schemaguard.jdbc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.SchemaSources;
import dev.schemaguard.database.Databases;
import dev.schemaguard.embedded.TestDatabase;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.jdbc.verb.CheckMetrics;
import dev.schemaguard.model.Schema;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.source.SchemaSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a monitor is told by a file. */
class MetricsTest {

    /** A sample of the text format: a name, labels in quotes, a number. */
    private static final String SAMPLE = "[a-z_]+\\{[a-z]+=\"[^\"]*\"(,[a-z]+=\"[^\"]*\")*} [0-9.]+";

    @TempDir
    private Path folder;

    @Test
    void tellsDriftAndThatItHasHealed() throws IOException {
        String release = Files.writeString(
                        folder.resolve("release.sql"), "CREATE TABLE posts (id bigint PRIMARY KEY, quality jsonb);")
                .toString();
        TestDatabase database = TestPostgres.database("CREATE TABLE posts (id bigint PRIMARY KEY)");
        String label = "{database=\"" + database.url().split("\\?", 2)[0] + "\"";

        assertThat(checked(database.url(), release, 1))
                .contains(
                        "schema_guard_verdict" + label + ",verdict=\"drifted\"} 1",
                        "schema_guard_verdict" + label + ",verdict=\"conforms\"} 0",
                        "schema_guard_findings" + label + ",severity=\"breaking\"} 1",
                        "schema_guard_failed" + label + "} 1")
                .allMatch(line -> line.startsWith("# ") || line.matches(SAMPLE));

        database.execute("ALTER TABLE posts ADD quality jsonb");
        assertThat(checked(database.url(), release, 0))
                .contains(
                        "schema_guard_verdict" + label + ",verdict=\"conforms\"} 1",
                        "schema_guard_findings" + label + ",severity=\"breaking\"} 0",
                        "schema_guard_failed" + label + "} 0");
    }

    @Test
    void tellsThatNobodyAnsweredAndNoPassword() throws IOException {
        String release = Files.writeString(folder.resolve("release.sql"), "CREATE TABLE posts (id bigint);")
                .toString();

        assertThat(checked("jdbc:postgresql://127.0.0.1:1/app?password=topsecret", release, 2))
                .contains(
                        "schema_guard_verdict{database=\"jdbc:postgresql://127.0.0.1:1/app\",verdict=\"unverified\"} 1")
                .noneMatch(line -> line.contains("topsecret"));
    }

    @Test
    void aHostileNameEndsNoSample() {
        SchemaSource contract = SchemaSources.of(Schema.builder()
                .table("posts", table -> table.column("id", "bigint"))
                .build());
        DriftReport report = SchemaGuard.expecting(contract).build().check(contract, Databases.assumed());

        assertThat(new CheckMetrics("db\"} 1\nspoof{a=\"\\", report, Instant.EPOCH)
                        .text()
                        .lines())
                .contains("schema_guard_failed{database=\"db\\\"} 1\\nspoof{a=\\\"\\\\\"} 0")
                .noneMatch(line -> line.startsWith("spoof"));
    }

    @Test
    void aFileThatCannotBeWrittenIsNoCleanAnswer() throws IOException {
        TestDatabase database = TestPostgres.database("CREATE TABLE posts (id bigint)");
        String release = Files.writeString(folder.resolve("release.sql"), "CREATE TABLE posts (id bigint);")
                .toString();

        RunnableJar.Result result = run(database.url(), release, folder.resolve("nowhere/guard.prom"));

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("--metrics").contains("its folder is not there");
    }

    private List<String> checked(String url, String release, int exit) throws IOException {
        Path file = folder.resolve("guard.prom");
        assertThat(run(url, release, file).exit()).isEqualTo(exit);
        return Files.readAllLines(file);
    }

    private static RunnableJar.Result run(String url, String release, Path file) {
        return InProcess.run(
                "check", "--url", url, "--user", "postgres", "--expect", release, "--metrics", file.toString());
    }
}
