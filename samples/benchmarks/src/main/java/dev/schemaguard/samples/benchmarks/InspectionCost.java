package dev.schemaguard.samples.benchmarks;

import com.sun.management.ThreadMXBean;
import com.zaxxer.hikari.HikariDataSource;
import dev.schemaguard.SchemaCapture;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.inspect.InspectionException;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;

/**
 * What a warm check of many tables of twelve columns costs, beside the bare statements that it sends and beside Hibernate's own
 * validation without the building of its metadata. All take turns on one connection.
 */
public final class InspectionCost {

    private static final int ROUNDS = 31;
    private static final int WARM_UP = 12;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Map<String, Work> works = new LinkedHashMap<>();

    private InspectionCost() {}

    /**
     * Measures for the number of tables that is named, 1,000 by default, on a PostgreSQL of its own, or on the empty database that is
     * named behind it by its URL, of which the driver has to be on the class path.
     */
    public static void main(String[] arguments) throws Exception {
        int tables = arguments.length == 0 ? 1000 : Integer.parseInt(arguments[0]);
        List<Class<?>> entities = EntitySources.generate(tables);
        if (arguments.length > 1) {
            measure(tables, entities, arguments[1], InspectionCost::rulesOfMysql);
            return;
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("max_locks_per_transaction", "1024")
                .start()) {
            measure(tables, entities, server.getJdbcUrl("postgres", "postgres"), InspectionCost::rulesOfPostgres);
        }
    }

    private static void measure(int tables, List<Class<?>> entities, String url, Function<Integer, List<String>> rules)
            throws Exception {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(url);
            pool.setMaximumPoolSize(2);
            try (SessionFactory factory = factory(pool, entities)) {
                factory.getSchemaManager().exportMappedObjects(false);
                addRules(pool, tables, rules);
                try (Connection connection = pool.getConnection()) {
                    System.out.printf(
                            "%s %s, ",
                            connection.getMetaData().getDatabaseProductName(),
                            connection.getMetaData().getDatabaseProductVersion());
                    new InspectionCost().measure(tables, connection, factory);
                }
            }
        }
    }

    private void measure(int tables, Connection connection, SessionFactory factory)
            throws SQLException, InspectionException {
        Schema every = SchemaCapture.capture(connection, InspectionScope.EVERYTHING);
        check("columns", withTypesOnly(every), tables, connection);
        check("every fact", every, tables, connection);
        works.put("Hibernate's validation", factory.getSchemaManager()::validateMappedObjects);

        Map<String, Figures> figures = new LinkedHashMap<>();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (Map.Entry<String, Work> work : works.entrySet()) {
                long allocated = THREADS.getCurrentThreadAllocatedBytes();
                long processor = THREADS.getCurrentThreadCpuTime();
                long start = System.nanoTime();
                work.getValue().run();
                long taken = System.nanoTime() - start;
                if (round >= 0) {
                    figures.computeIfAbsent(work.getKey(), key -> new Figures())
                            .add(
                                    taken,
                                    THREADS.getCurrentThreadCpuTime() - processor,
                                    THREADS.getCurrentThreadAllocatedBytes() - allocated);
                }
            }
        }
        System.out.printf(
                "%,d tables of 12 columns, warm, medians of %d: milliseconds, those of our processor, megabytes allocated%n",
                tables, ROUNDS);
        figures.forEach((name, all) -> System.out.printf("  %-30s %s%n", name, all));
    }

    private void check(String name, Schema expected, int tables, Connection connection) throws SQLException {
        SchemaGuard guard = SchemaGuard.expecting(expected).build();
        SentStatements sent = SentStatements.of(connection, guard::check);
        works.put(name + ", " + sent.size() + " bare statements", () -> sent.run(connection));
        works.put(name + ", check", () -> {
            DriftReport report = guard.check(connection);
            if (report.verdict() != Verdict.CONFORMS || report.coverage().tablesChecked() != tables) {
                throw new IllegalStateException(report.toText());
            }
        });
    }

    /** What Hibernate's validation looks at. */
    private static Schema withTypesOnly(Schema every) {
        Schema.Builder schema = Schema.builder();
        for (Table table : every.tables()) {
            Table.Builder typed = Table.builder(table.name().unqualified());
            table.columns()
                    .forEach(column -> typed.column(
                            Column.builder(column.name()).type(column.type()).build()));
            schema.table(typed.build());
        }
        return schema.build();
    }

    private static SessionFactory factory(HikariDataSource pool, List<Class<?>> entities) {
        MetadataSources sources =
                new MetadataSources(new StandardServiceRegistryBuilder(new BootstrapServiceRegistryBuilder()
                                .applyClassLoader(entities.get(0).getClassLoader())
                                .build())
                        .applySetting("hibernate.connection.datasource", pool)
                        .build());
        entities.forEach(sources::addAnnotatedClass);
        return sources.buildMetadata().buildSessionFactory();
    }

    /** Beside primary key, unique key and check: two indexes and a foreign key for each table. */
    private static void addRules(HikariDataSource pool, int tables, Function<Integer, List<String>> rules)
            throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < tables; i++) {
                for (String rule : rules.apply(i)) {
                    statement.execute(rule);
                }
            }
        }
    }

    private static List<String> rulesOfPostgres(int table) {
        return List.of(
                "create index on entity_%d (created)".formatted(table),
                "create index on entity_%d (name, due)".formatted(table),
                "alter table entity_%d add foreign key (id) references entity_0".formatted(table),
                "analyze entity_%d".formatted(table));
    }

    private static List<String> rulesOfMysql(int table) {
        return List.of(
                "create index by_created on entity_%d (created)".formatted(table),
                "create index by_name on entity_%d (name, due)".formatted(table),
                // MySQL lets no column refer to itself.
                "alter table entity_%d add foreign key (id) references entity_%d (id)"
                        .formatted(table, table == 0 ? 1 : 0));
    }

    /** What some work took, each time. */
    private static final class Figures {

        private final List<Long> elapsed = new ArrayList<>();
        private final List<Long> processor = new ArrayList<>();
        private final List<Long> bytes = new ArrayList<>();

        void add(long newElapsed, long newProcessor, long newBytes) {
            elapsed.add(newElapsed);
            processor.add(newProcessor);
            bytes.add(newBytes);
        }

        private static double median(List<Long> values) {
            Collections.sort(values);
            return values.get(values.size() / 2) / 1e6;
        }

        @Override
        public String toString() {
            return "%8.1f %8.1f %8.1f".formatted(median(elapsed), median(processor), median(bytes));
        }
    }

    /** Something to be measured. */
    private interface Work {
        void run() throws SQLException;
    }
}
