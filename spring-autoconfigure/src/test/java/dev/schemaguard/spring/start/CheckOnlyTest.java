package dev.schemaguard.spring.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.Databases;
import dev.schemaguard.embedded.TestDatabase;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.snapshot.SnapshotJson;
import dev.schemaguard.spring.ExecutableJar;
import dev.schemaguard.spring.expectation.ExpectationResolver;
import dev.schemaguard.spring.fat.FatApplication;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class CheckOnlyTest {

    private static final String NOTE = "create table note (id bigint primary key, body text not null)";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void checksFromAnExecutableJarBeforeAnyBeanIsMade(@TempDir Path folder) throws Exception {
        ExecutableJar jar = ExecutableJar.of(
                folder,
                FatApplication.class,
                Map.of(
                        "release/db/V1__note.sql",
                        NOTE + ";",
                        ExpectationResolver.SNAPSHOT,
                        snapshot(),
                        "application.properties",
                        "schema-guard.check-only=true"));
        TestDatabase database = TestPostgres.database();
        String url = "--spring.datasource.url=" + database.url();
        String user = "--spring.datasource.username=postgres";
        String migrations = "--schema-guard.expect=classpath:release/db";

        Path drifted = folder.resolve("drifted.txt");
        assertThat(jar.run(drifted, url, user))
                .as(() -> "what was said: " + read(drifted))
                .isEqualTo(1);
        assertThat(drifted)
                .content()
                .contains("Schema Guard: DRIFTED", "Expected by classpath:META-INF/schema-guard/schema.json")
                .doesNotContain("a bean was made");

        database.execute(NOTE);
        Path conforms = folder.resolve("conforms.txt");
        assertThat(jar.run(conforms, url, user, migrations)).isZero();
        assertThat(Files.readString(conforms))
                .contains("Schema Guard: conforms", "Expected by classpath:release/db")
                .doesNotContain("a bean was made");
    }

    @Test
    void refusesWhereOnlyTheContextKnowsWhatIsExpected() {
        assertThat(run(Map.of(
                        "spring.datasource.url",
                        TestPostgres.database().url(),
                        "spring.flyway.locations",
                        "classpath:nowhere")))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("a JPA mapping or a Liquibase changelog is known only to a full start")
                .contains("SnapshotExtension", "`schema-guard snapshot --url JDBC-URL --out")
                .contains("META-INF/schema-guard/schema.json")
                .hasLineCount(1);
    }

    @Test
    void refusesWhereOnlyTheContextKnowsTheDatabase() {
        assertThat(run(Map.of("schema-guard.expect", "classpath:db/notes.sql"))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("spring.datasource.url is not set");

        assertThat(run(Map.of("schema-guard.data-sources.audit.expect", "classpath:db/notes.sql")))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("schema-guard.data-sources speaks of beans");
    }

    @Test
    void saysThatItCouldNotLook() {
        assertThat(run(Map.of(
                        "spring.datasource.url",
                        "jdbc:postgresql://localhost:1/nowhere",
                        "schema-guard.expect",
                        "classpath:db/notes.sql")))
                .isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("UNVERIFIED").contains("unreachable");
    }

    @Test
    void aReportThatCannotBeWrittenIsNoVerdict() {
        TestDatabase database = TestPostgres.database();
        database.execute(NOTE);
        PrintStream full = new PrintStream(new OutputStream() {
            @Override
            public void write(int data) throws IOException {
                throw new IOException("No space left on device");
            }
        });

        int code = checkOnly(Map.of(
                        "spring.datasource.url", database.url(), "schema-guard.expect", "classpath:db/notes.sql"))
                .run(full, new PrintStream(err, true, StandardCharsets.UTF_8));

        assertThat(code).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("could not be written to standard output");
    }

    private static String snapshot() {
        Schema schema = Schema.builder()
                .table("note", note -> note.column("id").column("body"))
                .build();
        return SnapshotJson.toText(schema, Databases.assumed().dialect());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CheckOnly checkOnly(Map<String, String> properties) {
        Map<String, String> all = new HashMap<>(properties);
        all.put("spring.datasource.username", "postgres");
        return CheckOnly.of(
                new Binder(new MapConfigurationPropertySource(all)), getClass().getClassLoader());
    }

    private int run(Map<String, String> properties) {
        return checkOnly(properties)
                .run(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
