package dev.schemaguard.database.postgres.ddl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.schemaguard.database.Databases;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.migrations.DdlSource;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the reader to its costs: memory that does not grow with rows, and thousands of statements a second. */
@Tag("growth")
class LargeScriptTest {

    private static final int ROWS = 250_000;

    @Test
    void readsALargeDumpInLittleMemory(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("dump.sql");
        String row = "(1, 'it''s a row of some text; with a semicolon', NULL, E'\\\\n')";
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("CREATE TABLE before (id int);\nINSERT INTO before VALUES\n");
            for (int i = 0; i < ROWS; i++) {
                out.write(row + (i + 1 < ROWS ? ",\n" : ";\n"));
            }
            out.write("COPY before FROM stdin;\n");
            for (int i = 0; i < ROWS; i++) {
                out.write("1\tit's\t\"\n");
            }
            out.write("\\.\nCREATE TABLE behind (id int);\n");
        }
        DdlSource source = DdlSource.of(SourceText.file("dump.sql", file));
        source.load(Databases.assumed());
        long before = allocated();
        Schema schema = source.load(Databases.assumed());
        long used = allocated() - before;

        assertThat(schema.tables()).hasSize(2);
        assertThat(schema.gaps()).isEmpty();
        // Fifteen megabytes of script: what is allocated for each row is gone at once, and of the text nothing is kept.
        assertThat(Files.size(file)).isGreaterThan(15_000_000L);
        assertThat(used).isLessThan(10_000_000L);
    }

    @Test
    void readsThousandsOfStatementsASecond() {
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            script.append("CREATE TABLE t")
                    .append(i)
                    .append(" (id bigserial PRIMARY KEY, name varchar(255) NOT NULL DEFAULT 'x', ")
                    .append("parent bigint REFERENCES t")
                    .append(i / 2)
                    .append(" ON DELETE CASCADE, CHECK (name <> ''));\n")
                    .append("CREATE INDEX ON t")
                    .append(i)
                    .append(" (lower(name)) WHERE id > 0;\n")
                    .append("ALTER TABLE t")
                    .append(i)
                    .append(" ADD COLUMN extra jsonb, ALTER COLUMN name TYPE text;\n");
        }
        DdlSource source = DdlSource.of(SourceText.text("many.sql", script.toString()));
        Schema schema = source.load(Databases.assumed());
        Duration best = Duration.ofDays(1);
        for (int round = 0; round < 15; round++) {
            long start = cpuTime();
            source.load(Databases.assumed());
            Duration took = Duration.ofNanos(cpuTime() - start);
            best = took.compareTo(best) < 0 ? took : best;
        }

        assertThat(schema.tables()).hasSize(1_000);
        assertThat(schema.gaps()).isEmpty();
        // Three thousand statements; the time on the processor in the best round counts, for a build machine has other
        // things to do.
        assertThat(best).isLessThan(Duration.ofMillis(600));
    }

    @Test
    void takesTimeInProportionToTheLengthOfWhateverStandsInAScript() {
        int length = 2_000_000;
        for (String script : List.of(
                "CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $body$" + "$bod $".repeat(10_000_000 / 6) + "$body$",
                "SELECT '" + "''".repeat(length / 2) + "'",
                "CREATE TABLE a (x text DEFAULT E'" + "\\\\".repeat(length / 20) + "')",
                "/*".repeat(length / 4) + "*/".repeat(length / 4) + "SELECT 1",
                "--" + "-".repeat(length) + "\nSELECT 1",
                "INSERT INTO a VALUES (" + "(".repeat(length / 2) + ")".repeat(length / 2) + ")",
                "CREATE VIEW v AS SELECT " + "a, ".repeat(length / 30) + "a FROM t",
                "$a".repeat(length / 2),
                ";".repeat(length))) {
            DdlSource source = DdlSource.of(SourceText.text("long.sql", script + ";\nCREATE TABLE behind (id int);"));

            assertTimeoutPreemptively(
                    Duration.ofSeconds(30),
                    () -> assertThat(source.load(Databases.assumed()).tables()).isNotEmpty());
        }
    }

    @Test
    void saysWhereALongStringBeginsThatDoesNotEnd() {
        for (String begin : List.of("'", "$x$", "/*", "E'", "\"")) {
            String script = "CREATE TABLE a (id int);\n\nSELECT " + begin + "x ".repeat(1_000_000);

            assertThatThrownBy(() ->
                            DdlSource.of(SourceText.text("long.sql", script)).load(Databases.assumed()))
                    .hasMessageStartingWith("long.sql:3: the ")
                    .hasMessageContaining("that begins here does not end");
        }
    }

    private static long allocated() {
        com.sun.management.ThreadMXBean threads =
                (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        return threads.getCurrentThreadAllocatedBytes();
    }

    private static long cpuTime() {
        return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
