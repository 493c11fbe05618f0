package dev.schemaguard.samples.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.SchemaSources;
import dev.schemaguard.approval.TakenSnapshot;
import dev.schemaguard.check.ClassesAhead;
import dev.schemaguard.database.Databases;
import dev.schemaguard.hibernate.MappingCapture;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.source.SchemaSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;

/**
 * What a look at the schema adds to a boot whose SessionFactory is there: each time in a new process, for a boot happens once in
 * each. Hibernate's validation, a check from a snapshot and one of the captured mapping take turns.
 */
public final class ColdBoot {

    private ColdBoot() {}

    /** Measures for a number of entities, so many times; 1,000 entities and 9 times where nothing is said. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 4) {
            boot(Way.valueOf(arguments[0]), arguments[1], Path.of(arguments[2]), Integer.parseInt(arguments[3]));
            return;
        }
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
        int times = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 9;
        Path folder = EntitySources.compile(count);
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                HikariDataSource pool = new HikariDataSource()) {
            String url = server.getJdbcUrl("postgres", "postgres");
            pool.setJdbcUrl(url);
            build(pool, EntitySources.load(folder, count), "create-only", new AtomicReference<>())
                    .close();
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("analyze");
                Files.writeString(
                        folder.resolve("schema.json"),
                        TakenSnapshot.of(connection, InspectionScope.EVERYTHING).text());
            }
            compare(url, folder, count, times);
        }
    }

    private static void compare(String url, Path folder, int count, int times) throws Exception {
        Map<Way, List<double[]>> taken = new EnumMap<>(Way.class);
        for (int round = 0; round < times; round++) {
            for (Way way : Way.values()) {
                taken.computeIfAbsent(way, key -> new ArrayList<>()).add(inNewProcess(way, url, folder, count));
            }
        }
        System.out.printf(
                "%,d entities, added to a cold boot: ms and processor ms of this side, median (best) of %d%n",
                count, times);
        taken.forEach((way, all) -> System.out.printf(
                "  %-13s %6.0f (%.0f) %6.0f (%.0f)   of VALIDATE, round by round: %.2f %.2f%n",
                way,
                median(all, 0),
                best(all, 0),
                median(all, 1),
                best(all, 1),
                ratio(all, taken.get(Way.VALIDATE), 0),
                ratio(all, taken.get(Way.VALIDATE), 1)));
    }

    private static double[] inNewProcess(Way way, String url, Path folder, int count) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ColdBoot.class.getName(),
                        way.name(),
                        url,
                        folder.toString(),
                        String.valueOf(count))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(way + " ended with " + process.exitValue() + ": " + said);
        }
        String[] times = said.substring(said.lastIndexOf('\n') + 1).split(" ", -1);
        return new double[] {Double.parseDouble(times[0]), Double.parseDouble(times[1])};
    }

    private static void boot(Way way, String url, Path folder, int count) throws Exception {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(url);
            pool.setMaximumPoolSize(2);
            AtomicReference<SchemaSource> mapping = new AtomicReference<>();
            SchemaSource snapshot =
                    SchemaSources.of(folder.resolve("schema.json").toString());
            if (way == Way.AHEAD) {
                snapshot = SchemaSources.ahead(snapshot, Databases.assumed());
            }
            SchemaSource packaged = snapshot;
            if (way == Way.AHEAD) {
                ClassesAhead.ofDigests(Databases.assumed());
            } else if (way == Way.MAPPING_AHEAD) {
                ClassesAhead.ofComparing(Databases.assumed());
            }
            try (SessionFactory factory = build(pool, EntitySources.load(folder, count), "none", mapping)) {
                switch (way) {
                    case VALIDATE -> time(factory.getSchemaManager()::validateMappedObjects);
                    case MAPPING, MAPPING_AHEAD ->
                        time(() -> check(pool, Objects.requireNonNull(mapping.get()), count));
                    default -> time(() -> check(pool, packaged, count));
                }
            }
        }
    }

    private static void time(Runnable added) {
        long start = System.nanoTime();
        long processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        added.run();
        long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - processor;
        System.out.printf("%.1f %.1f%n", (System.nanoTime() - start) / 1e6, used / 1e6);
    }

    private static void check(HikariDataSource pool, SchemaSource source, int count) {
        DriftReport report = SchemaGuard.expecting(source).build().check(pool);
        if (report.failed() || report.coverage().tablesChecked() != count) {
            throw new IllegalStateException(report.toText());
        }
    }

    private static SessionFactory build(
            HikariDataSource pool, List<Class<?>> entities, String ddl, AtomicReference<SchemaSource> mapping) {
        BootstrapServiceRegistryBuilder bootstrap = new BootstrapServiceRegistryBuilder()
                .applyClassLoader(entities.get(0).getClassLoader())
                .applyIntegrator(new MappingCapture(unit -> mapping.set(unit.mapping())));
        StandardServiceRegistry registry = new StandardServiceRegistryBuilder(bootstrap.build())
                .applySetting("hibernate.connection.datasource", pool)
                .applySetting("hibernate.hbm2ddl.auto", ddl)
                .build();
        MetadataSources sources = new MetadataSources(registry);
        entities.forEach(sources::addAnnotatedClass);
        return sources.buildMetadata().buildSessionFactory();
    }

    private static double median(List<double[]> all, int what) {
        return all.stream().mapToDouble(one -> one[what]).sorted().toArray()[all.size() / 2];
    }

    private static double best(List<double[]> all, int what) {
        return all.stream().mapToDouble(one -> one[what]).min().orElse(0);
    }

    private static double ratio(List<double[]> all, List<double[]> other, int what) {
        List<double[]> ratios = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            ratios.add(new double[] {all.get(i)[what] / other.get(i)[what]});
        }
        return median(ratios, 0);
    }

    private enum Way {
        VALIDATE,
        SNAPSHOT,
        AHEAD,
        MAPPING,
        MAPPING_AHEAD
    }
}
