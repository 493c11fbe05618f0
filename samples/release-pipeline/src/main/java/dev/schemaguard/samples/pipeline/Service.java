package dev.schemaguard.samples.pipeline;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * One revision of a small service that shows businesses and their latest post. Like many services, it answers every failure
 * of a query with the words that it has for a missing business: what the pipeline must keep from users.
 */
public final class Service {

    private static final String RELEASE_41 =
            "select b.name, p.title, null from businesses b join posts p on p.business_id = b.id where b.id = ?";
    private static final String RELEASE_42 = "select b.name, p.title, coalesce(p.quality ->> 'score', 'not yet rated')"
            + " from businesses b join posts p on p.business_id = b.id where b.id = ?";

    private final String query;
    private final HikariDataSource database;

    private Service(String query, HikariDataSource database) {
        this.query = query;
        this.database = database;
    }

    /** Takes the revision (41 or 42), the database's JDBC URL, and the file that the service's address goes to. */
    public static void main(String[] arguments) throws IOException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(arguments[1]);
        config.setMaximumPoolSize(2);
        Service service =
                new Service(arguments[0].equals("42") ? RELEASE_42 : RELEASE_41, new HikariDataSource(config));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/businesses/", service::show);
        server.start();
        new Announcement(Path.of(arguments[2]))
                .ready("http://localhost:" + server.getAddress().getPort());
    }

    private void show(HttpExchange exchange) throws IOException {
        String id = exchange.getRequestURI().getPath().substring("/businesses/".length());
        try {
            answer(exchange, 200, business(Long.parseLong(id)));
        } catch (SQLException | NumberFormatException e) {
            answer(exchange, 500, "Business not found");
        }
    }

    private String business(long id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setLong(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    return "Business not found";
                }
                String quality = rows.getString(3);
                return rows.getString(1) + ": " + rows.getString(2)
                        + (quality == null ? "" : " (quality: " + quality + ")");
            }
        }
    }

    static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = (text + "\n").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
