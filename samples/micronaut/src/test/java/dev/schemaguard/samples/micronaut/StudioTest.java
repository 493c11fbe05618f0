package dev.schemaguard.samples.micronaut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemaguard.SchemaDriftException;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StudioTest {

    private static Database database;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void startDatabase() throws IOException {
        database = Database.start();
    }

    @AfterAll
    static void stopDatabase() throws IOException {
        database.close();
    }

    @BeforeEach
    void makeDatabase() throws SQLException {
        database.execute("drop table if exists posts", "create table posts (id bigint primary key)");
    }

    @Test
    void doesNotStartOnADatabaseThatLacksAColumn() {
        assertThatThrownBy(() -> start("fail"))
                .hasRootCauseInstanceOf(SchemaDriftException.class)
                .hasMessageContaining("missing-column:posts.quality");
    }

    @Test
    void servesAndIsReadyOnADatabaseThatHasWhatTheMigrationsMake() throws Exception {
        database.execute("alter table posts add column quality varchar(255)");

        try (EmbeddedServer studio = start("fail")) {
            assertThat(get(studio, "/posts").body()).isEqualTo("0");
            assertThat(get(studio, "/health/readiness").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void isNotReadyUntilTheMigrationRanAndStaysReadyFromThenOn() throws Exception {
        try (EmbeddedServer studio = start("hold")) {
            assertThat(get(studio, "/health/readiness").statusCode()).isEqualTo(503);
            assertThat(get(studio, "/health/liveness").statusCode()).isEqualTo(200);

            database.execute("alter table posts add column quality varchar(255)");
            assertThat(await(studio, answer -> answer.statusCode() == 200).statusCode())
                    .isEqualTo(200);

            database.execute("alter table posts drop column quality");
            HttpResponse<String> later = await(studio, answer -> answer.body().contains("DRIFTED"));
            assertThat(later.body()).contains("DRIFTED");
            assertThat(later.statusCode()).isEqualTo(200);
        }
    }

    private static EmbeddedServer start(String mode) {
        return ApplicationContext.run(
                EmbeddedServer.class,
                Map.of(
                        "micronaut.server.port",
                        -1,
                        "datasources.default.url",
                        database.url(),
                        "datasources.default.username",
                        database.user(),
                        "datasources.default.password",
                        "",
                        "schema-guard.mode",
                        mode,
                        "schema-guard.recheck-interval",
                        "1s"));
    }

    private HttpResponse<String> get(EmbeddedServer studio, String place) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(studio.getURI().resolve(place)).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Asks until the answer is as awaited, for some time; the last answer. */
    private HttpResponse<String> await(EmbeddedServer studio, Predicate<HttpResponse<String>> awaited)
            throws Exception {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        HttpResponse<String> answer = get(studio, "/health/readiness");
        while (!awaited.test(answer) && Instant.now().isBefore(end)) {
            answer = get(studio, "/health/readiness");
        }
        return answer;
    }
}
