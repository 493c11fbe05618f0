package dev.schemaguard.jdbc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.embedded.TestDatabase;
import dev.schemaguard.embedded.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One release, and many schemas that each have to have what it expects. */
class ManySchemasCommandTest {

    private static TestDatabase tenants;

    @TempDir
    Path folder;

    private String release;

    @BeforeAll
    static void createTenants() {
        tenants = TestPostgres.database(
                "create schema tenant_1; create table tenant_1.posts (id bigint, quality jsonb)",
                "create schema tenant_2; create table tenant_2.posts (id bigint)",
                "create schema tenant_3; create table tenant_3.posts (id bigint, quality jsonb)",
                "create schema other");
    }

    @BeforeEach
    void writeRelease() throws IOException {
        release = Files.writeString(folder.resolve("release.sql"), "create table posts (id bigint, quality jsonb)")
                .toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "markdown", "html", "junit", "github"})
    void everyFormNamesTheSchemasThatLackSomething(String format) {
        RunnableJar.Result result = run("check", "--schema", "tenant_*", "--format", format);

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.out().replace("\\", "")).contains("in 1 of 3 schemas: tenant_2");
    }

    @Test
    void jsonHoldsAVerdictForEachSchema() {
        RunnableJar.Result result = run("check", "--schema", "tenant_*", "--format", "json");

        JsonNode report = JsonMapper.shared().readTree(result.out());
        assertThat(report.get("targets").size()).isEqualTo(3);
        assertThat(report.get("targets").get(1).get("schema").asString()).isEqualTo("tenant_2");
        assertThat(report.get("targets").get(1).get("verdict").asString()).isEqualTo("drifted");
        assertThat(report.get("targets").get(2).get("verdict").asString()).isEqualTo("conforms");
        assertThat(report.get("findings").size()).isEqualTo(1);
    }

    @Test
    void conformsWhereEachSchemaThatFitsDoes() {
        RunnableJar.Result result = run("check", "--schema", "tenant_1", "--schema", "tenant_?", "--exclude", "posts");

        assertThat(result.exit())
                .as("an expectation without its only table is none")
                .isEqualTo(2);
        assertThat(run("check", "--schema", "*_3", "--schema", "tenant_1").exit())
                .isZero();
    }

    @Test
    void isUnverifiedWhereNoSchemaFits() {
        RunnableJar.Result result = run("check", "--schema", "mandant_*");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.out()).contains("no schema fits 'mandant_*'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fix", "sync"})
    void cureIsForOneSchema(String verb) {
        RunnableJar.Result result = run(verb, "--schema", "tenant_*");

        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.err()).contains("name one schema");
    }

    private RunnableJar.Result run(String verb, String... options) {
        String[] common = {verb, "--url", tenants.url(), "--user", "postgres", "--expect", release};
        String[] all = Arrays.copyOf(common, common.length + options.length);
        System.arraycopy(options, 0, all, common.length, options.length);
        return InProcess.run(all);
    }
}
