package dev.schemaguard.samples.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;

/**
 * The cheapest statement through every wrapping, told apart where JMH cannot: a statement is nearly all network and server,
 * and from one process to the next that differs by more than any wrapping costs. So all wrappings take turns in one process
 * on one pool, in blocks of some milliseconds and in an order drawn anew each round; each block is compared with the bare
 * pool's block of the same round, and what is printed is the median of those ratios with its 95 % interval.
 */
public final class PairedSelect {

    private static final int CALLS = 200;
    private static final int WARM_UP = 60;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Map<Wrapping, DataSource> dataSources = new EnumMap<>(Wrapping.class);
    private final Map<Wrapping, List<Double>> elapsed = new EnumMap<>(Wrapping.class);
    private final Map<Wrapping, List<Double>> processor = new EnumMap<>(Wrapping.class);

    private PairedSelect(HikariDataSource pool) throws SQLException {
        for (Wrapping wrapping : Wrapping.values()) {
            dataSources.put(wrapping, wrapping.around(pool));
            elapsed.put(wrapping, new ArrayList<>());
            processor.put(wrapping, new ArrayList<>());
        }
    }

    /** Prints a table. Takes the number of rounds, 600 by default. */
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length == 0 ? 600 : Integer.parseInt(arguments[0]);
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            System.setProperty(Wrapping.URL, server.getJdbcUrl("postgres", "postgres"));
            try (HikariDataSource pool = Wrapping.pool()) {
                PairedSelect paired = new PairedSelect(pool);
                paired.run(rounds);
                paired.print();
            }
        }
    }

    private void run(int rounds) throws SQLException {
        List<Wrapping> order = new ArrayList<>(List.of(Wrapping.values()));
        Random random = new Random(42);
        for (int round = -WARM_UP; round < rounds; round++) {
            Collections.shuffle(order, random);
            for (Wrapping wrapping : order) {
                long processorBefore = threads.getCurrentThreadCpuTime();
                long before = System.nanoTime();
                block(dataSources.get(wrapping));
                if (round >= 0) {
                    elapsed.get(wrapping).add((double) (System.nanoTime() - before) / CALLS);
                    processor.get(wrapping).add((double) (threads.getCurrentThreadCpuTime() - processorBefore) / CALLS);
                }
            }
        }
    }

    private static void block(DataSource dataSource) throws SQLException {
        for (int call = 0; call < CALLS; call++) {
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement statement = connection.prepareStatement("select 1");
                    ResultSet rows = statement.executeQuery()) {
                rows.next();
                rows.getInt(1);
            }
        }
    }

    private void print() {
        System.out.printf("%-18s %12s %28s %12s %28s%n", "", "elapsed ns", "ratio", "processor ns", "ratio");
        for (Wrapping wrapping : Wrapping.values()) {
            System.out.printf(
                    "%-18s %12.0f %28s %12.0f %28s%n",
                    wrapping,
                    sorted(elapsed.get(wrapping))[elapsed.get(wrapping).size() / 2],
                    ratio(elapsed, wrapping),
                    sorted(processor.get(wrapping))[processor.get(wrapping).size() / 2],
                    ratio(processor, wrapping));
        }
    }

    /** The median of the ratios, and the order statistics that hold the true median in 95 of 100 cases. */
    private static String ratio(Map<Wrapping, List<Double>> measured, Wrapping wrapping) {
        List<Double> bare = measured.get(Wrapping.HIKARI);
        List<Double> ours = measured.get(wrapping);
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < bare.size(); round++) {
            ratios.add(ours.get(round) / bare.get(round));
        }
        double[] sorted = sorted(ratios);
        int half = sorted.length / 2;
        int margin = (int) Math.ceil(0.98 * Math.sqrt(sorted.length));
        return String.format(
                "%.3f (%.3f to %.3f)",
                sorted[half], sorted[Math.max(0, half - margin)], sorted[Math.min(sorted.length - 1, half + margin)]);
    }

    private static double[] sorted(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }
}
