package dev.schemaguard.samples.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.hibernate.MappingCapture;
import dev.schemaguard.report.DriftReport;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;

/**
 * What it adds to the building of a SessionFactory to look at the schema: nothing, Hibernate's own validation, and a check of
 * the captured mapping, which take turns in one process.
 */
public final class StartCost {

    private static final int ROUNDS = 7;

    private final HikariDataSource pool;
    private final List<Class<?>> entities;

    private StartCost(HikariDataSource pool, List<Class<?>> entities) {
        this.pool = pool;
        this.entities = entities;
    }

    /** Measures for each number of entities that is named, 100 and 1,000 where none is. */
    public static void main(String[] arguments) throws Exception {
        int[] counts = arguments.length == 0
                ? new int[] {100, 1000}
                : Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
        for (int count : counts) {
            measure(count);
        }
    }

    private static void measure(int count) throws IOException, SQLException, ClassNotFoundException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(server.getJdbcUrl("postgres", "postgres"));
            pool.setMaximumPoolSize(2);
            StartCost cost = new StartCost(pool, EntitySources.generate(count));
            cost.build(Way.CREATE);
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("analyze");
            }
            cost.compare(count);
        }
    }

    private void compare(int count) {
        Map<Way, List<Long>> taken = new EnumMap<>(Way.class);
        for (int round = 0; round < ROUNDS; round++) {
            for (Way way : List.of(Way.NOTHING, Way.VALIDATE, Way.GUARD)) {
                taken.computeIfAbsent(way, key -> new ArrayList<>()).add(build(way));
            }
        }
        System.out.printf(
                "%,d entities, milliseconds to build a SessionFactory: first and median of %d%n", count, ROUNDS);
        taken.forEach((way, times) -> {
            long first = times.get(0);
            Collections.sort(times);
            System.out.printf("  %-9s %,7d %,7d%n", way, first / 1_000_000, times.get(ROUNDS / 2) / 1_000_000);
        });
    }

    private long build(Way way) {
        BootstrapServiceRegistryBuilder bootstrap = new BootstrapServiceRegistryBuilder()
                .applyClassLoader(entities.get(0).getClassLoader());
        if (way == Way.GUARD) {
            bootstrap.applyIntegrator(new MappingCapture(unit -> {
                DriftReport report =
                        SchemaGuard.expecting(unit.mapping()).build().check(pool);
                if (report.failed() || report.coverage().tablesChecked() != entities.size()) {
                    throw new IllegalStateException(report.toText());
                }
            }));
        }
        StandardServiceRegistry registry = new StandardServiceRegistryBuilder(bootstrap.build())
                .applySetting("hibernate.connection.datasource", pool)
                .applySetting("hibernate.hbm2ddl.auto", way.ddl)
                .build();
        try {
            MetadataSources sources = new MetadataSources(registry);
            entities.forEach(sources::addAnnotatedClass);
            Metadata metadata = sources.buildMetadata();
            long start = System.nanoTime();
            try (SessionFactory factory = metadata.buildSessionFactory()) {
                return System.nanoTime() - start;
            }
        } finally {
            StandardServiceRegistryBuilder.destroy(registry);
        }
    }

    private enum Way {
        CREATE("create-only"),
        NOTHING("none"),
        VALIDATE("validate"),
        GUARD("none");

        private final String ddl;

        Way(String ddl) {
            this.ddl = ddl;
        }
    }
}
