package dev.schemaguard.samples.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import javax.sql.DataSource;

/**
 * The same two measurements for a machine that is not quiet: the processor time of the calling thread alone, the least of
 * many blocks, each wrapping in a process of its own, taking turns.
 */
public final class CpuTime {

    private static final int ROUNDS = 4;
    private static final int BLOCKS = 40;

    private CpuTime() {}

    /** Prints a table; with the name of a wrapping, measures that one and prints two numbers. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 1) {
            measure(Wrapping.valueOf(arguments[0]));
            return;
        }
        Map<Wrapping, double[]> least = new EnumMap<>(Wrapping.class);
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            for (int round = 0; round < ROUNDS; round++) {
                for (Wrapping wrapping : Wrapping.values()) {
                    double[] found = inAnotherProcess(wrapping, server.getJdbcUrl("postgres", "postgres"));
                    least.merge(wrapping, found, (a, b) -> new double[] {Math.min(a[0], b[0]), Math.min(a[1], b[1])});
                }
            }
        }
        least.forEach((wrapping, found) ->
                System.out.printf("%-18s connection %7.1f ns   select %8.0f ns%n", wrapping, found[0], found[1]));
    }

    private static double[] inAnotherProcess(Wrapping wrapping, String url) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-D" + Wrapping.URL + "=" + url,
                        "-cp",
                        System.getProperty("java.class.path"),
                        CpuTime.class.getName(),
                        wrapping.name())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String[] numbers = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .strip()
                .split(" ");
        process.waitFor();
        return new double[] {Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1])};
    }

    private static void measure(Wrapping wrapping) throws SQLException {
        try (HikariDataSource pool = Wrapping.pool()) {
            DataSource dataSource = wrapping.around(pool);
            double connection = least(200_000, () -> dataSource.getConnection().close());
            double select = least(2_000, () -> select(dataSource));
            System.out.println(connection + " " + select);
        }
    }

    private static void select(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("select 1");
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            rows.getInt(1);
        }
    }

    /** Nanoseconds of processor time for one call, in the cheapest of many blocks of calls. */
    private static double least(int calls, Call call) throws SQLException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double least = Double.MAX_VALUE;
        for (int block = 0; block < BLOCKS; block++) {
            long before = threads.getCurrentThreadCpuTime();
            for (int i = 0; i < calls; i++) {
                call.run();
            }
            least = Math.min(least, (threads.getCurrentThreadCpuTime() - before) / (double) calls);
        }
        return least;
    }

    private interface Call {

        void run() throws SQLException;
    }
}
