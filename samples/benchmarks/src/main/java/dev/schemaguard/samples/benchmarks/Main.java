package dev.schemaguard.samples.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Starts one PostgreSQL for all benchmarks and runs them by one thread, then by two. Takes JMH's own options. */
public final class Main {

    private Main() {}

    /** Runs the benchmarks that the options choose, all by default. */
    public static void main(String[] arguments) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            for (int threads = 1; threads <= 2; threads++) {
                new Runner(new OptionsBuilder()
                                .parent(new CommandLineOptions(arguments))
                                .threads(threads)
                                .addProfiler(GCProfiler.class)
                                .jvmArgsAppend("-D" + Wrapping.URL + "=" + server.getJdbcUrl("postgres", "postgres"))
                                .build())
                        .run();
            }
        }
    }
}
