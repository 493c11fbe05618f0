package com.acme.library;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL for all tests, which a shutdown hook of its own stops. */
final class Server {

    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final EmbeddedPostgres RUNNING = start();

    private Server() {}

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A new database. */
    static String database() throws Exception {
        String name = "library_" + COUNTER.incrementAndGet();
        execute("postgres", "create database " + name);
        return name;
    }

    static void execute(String database, String sql) throws Exception {
        try (Connection connection = RUNNING.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The arguments of an application that uses it. */
    static String[] arguments(String database, String... more) {
        List<String> all = new ArrayList<>(List.of(more));
        all.add("--spring.datasource.url=jdbc:postgresql://localhost:" + RUNNING.getPort() + "/" + database);
        all.add("--spring.datasource.username=postgres");
        return all.toArray(String[]::new);
    }
}
