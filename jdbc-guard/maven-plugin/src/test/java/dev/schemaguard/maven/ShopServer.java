package dev.schemaguard.maven;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The databases of the builds that try the plug-in out, in a process of its own that lasts until it is ended. */
final class ShopServer {

    private static final String FIRST = """
            create table orders (id bigint generated always as identity primary key, customer varchar(80) not null);
            grant select on orders to guard""";

    private ShopServer() {}

    /** Starts it on a port, and makes a file once all is there. */
    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        Path access = Files.createTempFile("pg_hba", ".conf");
        access.toFile().deleteOnExit();
        Files.writeString(access, """
                host all postgres 127.0.0.1/32 trust
                host all postgres ::1/128 trust
                host all all 127.0.0.1/32 scram-sha-256
                host all all ::1/128 scram-sha-256
                """);
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setPort(Integer.parseInt(arguments[0]))
                .setServerConfig("hba_file", access.toString())
                .start();
        execute(server, "postgres", "create role guard login password 'opensesame-4711'");
        for (String name : new String[] {"behind", "current", "scratch"}) {
            execute(server, "postgres", "create database " + name);
        }
        execute(server, "behind", FIRST);
        execute(server, "current", FIRST + "; alter table orders add column quality jsonb");
        Files.writeString(Path.of(arguments[1]), "ready");
        Thread.currentThread().join();
    }

    private static void execute(EmbeddedPostgres server, String database, String sql) throws SQLException {
        try (Connection connection = server.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
