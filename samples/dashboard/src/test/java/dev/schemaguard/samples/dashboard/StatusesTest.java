package dev.schemaguard.samples.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemaguard.samples.dashboard.story.StoryDatabase;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The answers that the page tells apart, without a browser. */
@ExtendWith(OutputCaptureExtension.class)
class StatusesTest {

    private static final Pattern REFERENCE = Pattern.compile("\"reference\":\"([0-9A-F]{4}-[0-9A-F]{4})\"");

    private static StoryDatabase database;

    @BeforeAll
    static void open() throws Exception {
        database = StoryDatabase.atRelease41();
    }

    @BeforeEach
    void reset() throws Exception {
        database.start();
        database.backToRelease41();
    }

    @AfterAll
    static void close() throws Exception {
        database.close();
    }

    @Test
    void holdIsNotReadyAndAnswers503UntilTheMigrationHasRun(CapturedOutput output) throws Exception {
        try (Dashboard dashboard = Dashboard.start(database, "hold")) {
            assertThat(dashboard.get("/actuator/health/readiness").statusCode()).isEqualTo(503);
            assertThat(dashboard.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
            HttpResponse<String> upgrading = dashboard.get("/api/businesses/1");
            assertThat(upgrading.statusCode()).isEqualTo(503);
            assertThat(upgrading.headers().firstValue("Retry-After")).contains("2");
            assertThat(upgrading.body())
                    .contains("urn:schemaguard:problem:drift")
                    .doesNotContain("quality", "reel_jobs", "posts");
            assertThat(dashboard.get("/guard/report").body())
                    .contains(
                            "<html", "missing-column", "V42__quality_and_reel_jobs.sql:1 adds it; history ends at V41");

            dashboard.press("migration");
            assertThat(dashboard.look().failed()).isFalse();

            assertThat(dashboard.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
            HttpResponse<String> served = dashboard.get("/api/businesses/1");
            assertThat(served.statusCode()).isEqualTo(200);
            assertThat(served.body()).contains("\"Corner Bakery\"", "\"score\":84", "\"state\":\"rendering\"");
            assertThat(dashboard.get("/api/businesses/999").statusCode()).isEqualTo(404);
            assertThat(dashboard.get("/api/businesses/3").statusCode()).isEqualTo(403);

            dashboard.execute("ALTER TABLE posts DROP COLUMN quality");
            assertThat(dashboard.get("/api/businesses/1").body()).contains("urn:schemaguard:problem:drift");
            assertThat(dashboard.get("/actuator/health/readiness").statusCode()).isEqualTo(200);

            dashboard.press("stop");
            HttpResponse<String> broken = dashboard.get("/api/businesses/1");
            assertThat(broken.statusCode()).isEqualTo(503);
            assertThat(broken.headers().firstValue("Retry-After")).isEmpty();
            Matcher reference = REFERENCE.matcher(broken.body());
            assertThat(reference.find()).isTrue();
            assertThat(output.getOut()).contains("reference " + reference.group(1) + ": UNREACHABLE");
        }
    }

    @Test
    void warnIsReadyAndTellsDriftFromWhatTheDatabaseStillKnows() throws Exception {
        try (Dashboard dashboard = Dashboard.start(database, "warn")) {
            assertThat(dashboard.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
            assertThat(dashboard.get("/api/businesses").statusCode()).isEqualTo(200);
            assertThat(dashboard.get("/api/businesses/1").body()).contains("urn:schemaguard:problem:drift");
            assertThat(dashboard.get("/api/businesses/999").statusCode()).isEqualTo(404);
            dashboard.press("migration");
            assertThat(dashboard.get("/api/businesses/1").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void offAnswers500AndTheOldCodeSaysNothingElse(CapturedOutput output) throws Exception {
        try (Dashboard dashboard = Dashboard.start(database, "off")) {
            assertThat(dashboard.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
            HttpResponse<String> broken = dashboard.get("/api/businesses/1");
            assertThat(broken.statusCode()).isEqualTo(500);
            assertThat(broken.body()).containsPattern(REFERENCE);
            assertThat(output.getOut()).contains("column \"quality\" does not exist");
            assertThat(dashboard.get("/as-it-was/businesses/1").statusCode()).isEqualTo(500);
            assertThat(dashboard.get("/guard/report").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void failDoesNotStartAndSaysWhy(CapturedOutput output) throws Exception {
        assertThatThrownBy(() -> Dashboard.start(database, "fail")).hasMessageContaining("2 breaking");
        assertThat(output.getOut()).contains("APPLICATION FAILED TO START", "missing-column  posts.quality");
        database.migrate();
        try (Dashboard dashboard = Dashboard.start(database, "fail")) {
            assertThat(dashboard.get("/api/businesses/1").statusCode()).isEqualTo(200);
        }
    }
}
