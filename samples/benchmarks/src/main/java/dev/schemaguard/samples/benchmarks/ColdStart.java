package dev.schemaguard.samples.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How long a pipeline waits for one check: a new process each time, thirty tables expected by their migrations. */
public final class ColdStart {

    private static final int TABLES = 30;
    private static final int TIMES = 15;
    private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private ColdStart() {}

    /** Measures the runnable jar that is named. */
    public static void main(String[] arguments) throws Exception {
        CommandLine line = new CommandLine(Path.of(arguments[0]));
        Path folder = Files.createTempDirectory("schema-guard-cold");
        Path archive = folder.resolve("schema-guard.jsa");
        for (int i = 1; i <= TABLES; i++) {
            Files.writeString(
                    folder.resolve("V" + i + "__t" + i + ".sql"),
                    "CREATE TABLE t" + i + " (id bigint PRIMARY KEY, name varchar(200) NOT NULL, made timestamptz,"
                            + " total numeric(12,2), data jsonb);\n");
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            String url = server.getJdbcUrl("postgres", "postgres");
            line.run(List.of(), List.of("sync", "--url", url, "--expect", folder.toString()), 0);
            List<String> check = List.of("check", "--url", url, "--expect", folder.toString());
            line.run(List.of("-XX:ArchiveClassesAtExit=" + archive), check, 0);
            System.out.printf("seconds for a cold check of %d tables: best and median of %d%n", TABLES, TIMES);
            line.report("--version", List.of(), List.of("--version"), 0, TIMES);
            line.report("no options", List.of(), check, 0, TIMES);
            line.report("C1, serial GC", QUICK, check, 0, TIMES);
            line.report("class-data archive", List.of("-XX:SharedArchiveFile=" + archive), check, 0, TIMES);
        }
    }
}
