package dev.schemaguard.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.inspect.InspectionScope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs small classes of tests, as a user writes them. */
class SnapshotExtensionTest {

    private static final AtomicInteger ASKED = new AtomicInteger();

    @TempDir
    private static Path folder;

    private static DataSource database;
    private static boolean accept;

    @BeforeAll
    static void migrate() {
        database = TestPostgres.freshDatabase("create table posts (id bigint)");
    }

    @BeforeEach
    void startAnew() {
        accept = false;
        ASKED.set(0);
    }

    private static SnapshotExtension extension(String file) {
        return new SnapshotExtension(
                SnapshotExtensionTest::database,
                folder.resolve(file),
                InspectionScope.EVERYTHING,
                () -> new Acceptance(accept, Optional.empty()));
    }

    private static DataSource database(ExtensionContext context) {
        assertThat(context.getRequiredTestClass()).isNotNull();
        ASKED.incrementAndGet();
        return database;
    }

    @Test
    void letsATestVerifyItByName() {
        assertThat(messages(run(ByName.class))).singleElement().asString().contains("by-name.json", "accept");

        accept = true;
        assertThat(run(ByName.class).getTotalFailureCount()).isZero();
        assertThat(folder.resolve("by-name.json")).exists();

        accept = false;
        TestExecutionSummary again = run(ByName.class);
        assertThat(again.getTotalFailureCount()).isZero();
        assertThat(again.getTestsSucceededCount()).isEqualTo(2);
        assertThat(ASKED).as("one for each run").hasValue(3);
    }

    @Test
    void verifiesOnceAfterTheLastTestWhenNoneDid() {
        TestExecutionSummary summary = run(AtTheEnd.class);

        assertThat(summary.getTestsSucceededCount()).isEqualTo(2);
        assertThat(messages(summary)).singleElement().asString().contains("at-the-end.json");
        assertThat(ASKED).hasValue(1);
        accept = true;
        assertThat(run(AtTheEnd.class).getTotalFailureCount()).isZero();
    }

    @Test
    void saysNothingMoreWhereNothingCameToRun() {
        assertThat(messages(run(NeverCame.class))).singleElement().asString().startsWith("[no server]");
        assertThat(ASKED).hasValue(0);
    }

    @Test
    void refusesAFieldThatWouldVerifyNothing() {
        assertThat(messages(run(OfAnInstance.class)))
                .containsExactly("the SnapshotExtension of '" + OfAnInstance.class.getName()
                        + "' is in a field of the test's instance and would verify nothing; make the field static");
    }

    @Test
    void worksInAFieldOfAnInstanceThatLivesAsLongAsItsClass() {
        assertThat(messages(run(OfOneInstance.class)))
                .singleElement()
                .asString()
                .contains("one.json");
    }

    @Test
    void looksWhereItIsTold() throws Exception {
        DataSource other = TestPostgres.freshDatabase(
                "create schema app",
                "create table app.posts (id bigint)",
                "create table app.tmp_posts (id bigint)",
                "create table users (id bigint)");
        Path file = folder.resolve("told.json");
        ScopedOne.extension = SnapshotExtension.of(() -> other)
                .at(file.toString())
                .inSchemas("app")
                .excluding("tmp_*");

        assertThat(messages(run(ScopedOne.class))).singleElement().asString().contains("told.json", "(1 table)");
        assertThat(Files.exists(file)).isFalse();
    }

    private static TestExecutionSummary run(Class<?> tests) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(tests))
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        return listener.getSummary();
    }

    private static List<String> messages(TestExecutionSummary summary) {
        return summary.getFailures().stream()
                .map(failure -> String.valueOf(failure.getException().getMessage()))
                .toList();
    }

    static class ByName {

        @RegisterExtension
        static final SnapshotExtension SNAPSHOT = extension("by-name.json");

        @Test
        void isWhatTheMigrationsGive(SchemaSnapshot snapshot) {
            assertThat(snapshot.file()).isEqualTo(folder.resolve("by-name.json"));
            snapshot.verify();
        }

        @Test
        void other() {}
    }

    static class AtTheEnd {

        @RegisterExtension
        static final SnapshotExtension SNAPSHOT = extension("at-the-end.json");

        @Test
        void takesItAndForgetsToVerify(SchemaSnapshot snapshot) {
            assertThat(snapshot).isNotNull();
        }

        @Nested
        class Within {

            @Test
            void other() {}
        }
    }

    static class NeverCame {

        @RegisterExtension
        static final SnapshotExtension SNAPSHOT = extension("never.json");

        @BeforeAll
        static void start() {
            assertThat(database).as("no server").isNull();
        }

        @Test
        void some() {}
    }

    static class OfAnInstance {

        @RegisterExtension
        final SnapshotExtension snapshot = extension("instance.json");

        @Test
        void some() {}
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class OfOneInstance {

        @RegisterExtension
        final SnapshotExtension snapshot = extension("one.json");

        @Test
        void some() {}
    }

    static class ScopedOne {

        @RegisterExtension
        static SnapshotExtension extension = SnapshotExtension.of(() -> database);

        @Test
        void some() {}
    }
}
