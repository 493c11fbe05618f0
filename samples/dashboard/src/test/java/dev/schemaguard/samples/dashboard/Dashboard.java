package dev.schemaguard.samples.dashboard;

import dev.schemaguard.jdbc.GuardedDataSource;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.samples.dashboard.story.Story;
import dev.schemaguard.samples.dashboard.story.StoryDatabase;
import dev.schemaguard.spring.SchemaGuards;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.context.ConfigurableApplicationContext;

/** The story under test: its database, and the dashboard started on it in one mode. */
record Dashboard(StoryDatabase database, ConfigurableApplicationContext application) implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static Dashboard start(StoryDatabase database, String mode) {
        return new Dashboard(database, Story.start(database, "--schema-guard.mode=" + mode, "--server.port=0"));
    }

    String address(String path) {
        return "http://localhost:" + application.getEnvironment().getProperty("local.server.port") + path;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address(path))).build());
    }

    HttpResponse<String> press(String button) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address("/story/" + button)))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }

    /** Has the guard look now, for whoever will not wait until it does by itself. */
    DriftReport look() throws SQLException {
        GuardedDataSource gate = application
                .getBean(SchemaGuards.class)
                .find("dataSource")
                .orElseThrow()
                .gate()
                .orElseThrow();
        return gate.verifyNow();
    }

    /** What an administrator does to the database. */
    void execute(String sql) throws SQLException {
        try (Connection connection = database.administrator().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return HTTP.send(request, BodyHandlers.ofString());
    }

    @Override
    public void close() {
        application.close();
    }
}
