package dev.schemaguard.samples.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.samples.dashboard.story.StoryDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What a user reads, in a real browser, with the database really in that state. */
@Tag("browser")
@ExtendWith(OutputCaptureExtension.class)
class PagesTest {

    private static final Path PICTURES = Path.of(System.getProperty("pictures", "target/pictures"));
    private static final String UPGRADE = "We are finishing an upgrade";
    private static final String BROKEN = "Something broke on our side";

    private static Browser browser;
    private static StoryDatabase database;

    @BeforeAll
    static void open() throws Exception {
        browser = Browser.open();
        database = StoryDatabase.atRelease41();
    }

    @BeforeEach
    void reset() throws Exception {
        database.start();
        database.backToRelease41();
    }

    @AfterAll
    static void close() throws Exception {
        if (browser != null) {
            browser.close();
            database.close();
        }
    }

    @Test
    void holdTellsOfTheUpgradeAndBecomesRightByItselfOnceTheMigrationHasRun() throws Exception {
        try (Dashboard dashboard = Dashboard.start(database, "hold")) {
            browser.visit(dashboard.address("/businesses/1"));
            assertThat(browser.awaitHeading(UPGRADE))
                    .contains("tries again by itself")
                    .doesNotContain("not found", "quality", "reel_jobs");
            assertThat(browser.read("mode")).isEqualTo("hold");
            assertThat(browser.read("readiness")).isEqualTo("not ready (503)");
            assertThat(browser.read("says")).contains("DRIFTED: 2 breaking");
            pictures("upgrading");
            browser.follow("Read the report");
            browser.awaitHeading("Schema Guard: DRIFTED");
            browser.picture(PICTURES.resolve("report.png"), 900, 864);
            browser.visit(dashboard.address("/businesses/1"));
            browser.awaitHeading(UPGRADE);
            browser.mark();

            browser.press("migrate");

            assertThat(browser.awaitHeading("Corner Bakery")).contains("84 of 100", "rendering");
            browser.awaitText("readiness", "ready (200)");
            browser.awaitText("says", "conforms");
            assertThat(browser.isMarked()).isTrue();
            assertThat(browser.read("spoken")).isEqualTo("Corner Bakery");
            assertThat(browser.strangers()).isEqualTo(List.of());
            pictures("found");
        }
    }

    @Test
    void absentRowForeignRowDroppedColumnAndStoppedServerAreFourDifferentPages(CapturedOutput output) throws Exception {
        database.migrate();
        try (Dashboard dashboard = Dashboard.start(database, "hold")) {
            browser.visit(dashboard.address("/businesses/999"));
            assertThat(browser.awaitHeading("There is no such business")).contains("number 999");
            pictures("missing");

            browser.visit(dashboard.address("/businesses/3"));
            assertThat(browser.awaitHeading("This business is not yours")).contains("sign in as its owner");
            pictures("foreign");
            browser.signInAs("Ben");
            browser.awaitHeading("Station Bikes");
            browser.signInAs("Ana");
            browser.awaitHeading("This business is not yours");

            dashboard.execute("ALTER TABLE posts DROP COLUMN quality");
            browser.visit(dashboard.address("/businesses/1"));
            browser.awaitHeading(UPGRADE);
            assertThat(browser.read("readiness")).isEqualTo("ready (200)");
            dashboard.execute("ALTER TABLE posts ADD COLUMN quality jsonb");
            assertThat(browser.awaitHeading("Corner Bakery")).contains("not rated yet");

            browser.press("server");
            browser.awaitText("database", "stopped");
            browser.visit(dashboard.address("/businesses/1"));
            String broken = browser.awaitHeading(BROKEN);
            Matcher reference = Pattern.compile("[0-9A-F]{4}-[0-9A-F]{4}").matcher(broken);
            assertThat(reference.find()).isTrue();
            assertThat(output.getOut()).contains("reference " + reference.group() + ": UNREACHABLE");
            pictures("broken");

            browser.press("server");
            browser.awaitText("database", "at release 42");
            browser.pressInPage("Try again");
            browser.awaitHeading("Corner Bakery");
        }
    }

    @Test
    void warnServesTheListAndTellsOfTheUpgradeBehindIt() throws Exception {
        try (Dashboard dashboard = Dashboard.start(database, "warn")) {
            browser.visit(dashboard.address("/"));
            assertThat(browser.awaitHeading("Your businesses")).contains("Corner Bakery", "Harbour Books");
            assertThat(browser.read("readiness")).isEqualTo("ready (200)");
            browser.follow("Corner Bakery");
            browser.awaitHeading(UPGRADE);
            browser.press("migrate");
            browser.awaitHeading("Corner Bakery");
        }
    }

    @Test
    void offShowsTheStoryAsItWasAndWhatTheNewCodeSaysWithoutAGuard() throws Exception {
        try (Dashboard dashboard = Dashboard.start(database, "off")) {
            browser.visit(dashboard.address("/"));
            browser.awaitHeading("Your businesses");
            browser.follow("Corner Bakery");
            assertThat(browser.awaitHeading("Business not found"))
                    .contains("This is the page as it was.", "The server answered 500");
            assertThat(browser.read("mode")).isEqualTo("off");
            pictures("as-it-was");

            browser.follow("See what it says now");
            browser.awaitHeading(BROKEN);
            browser.visit(dashboard.address("/businesses/1?view=was"));
            browser.awaitHeading("Business not found");
            browser.press("migrate");
            browser.awaitHeading("Corner Bakery");
        }
    }

    private static void pictures(String name) throws Exception {
        browser.picture(PICTURES.resolve(name + "-light.png"), 820, 640);
        browser.dark(true);
        browser.picture(PICTURES.resolve(name + "-dark.png"), 820, 640);
        browser.dark(false);
    }
}
