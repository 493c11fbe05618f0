package dev.schemaguard.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.acme.shop.Queries;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.recording.StatementRecorder;
import dev.schemaguard.statements.file.RecordedStatement;
import dev.schemaguard.statements.file.StatementsFile;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

class StatementsExtensionTest {

    private static final StatementsMode VERIFY = new StatementsMode(false, false, Optional.empty());
    private static final StatementsMode ACCEPT = new StatementsMode(true, false, Optional.empty());
    private static final StatementsMode EXACT = new StatementsMode(false, true, Optional.empty());

    @TempDir
    private static Path folder;

    private static StatementsMode mode = VERIFY;

    private final List<String> news = new ArrayList<>();

    /** Runs a small class of tests, as a user writes it. */
    @Test
    void aClassOfTestsFailsUntilItsStatementsAreAccepted() {
        assertThat(failures())
                .singleElement()
                .asString()
                .contains(
                        "the tests sent 2 statements that no file holds yet",
                        "-- from com.acme.shop.Queries#ask",
                        "+ select 1",
                        "-Dschema-guard.statements=accept");

        mode = ACCEPT;
        assertThat(failures()).isEmpty();

        mode = VERIFY;
        assertThat(failures()).isEmpty();
        assertThat(texts(folder.resolve("of-class.sql"))).containsExactly("select 1", "select 2");
    }

    @Test
    void aNewStatementIsToldOfOnce() throws SQLException {
        StatementsRun run = run("once.sql", "select 1");

        assertThatThrownBy(() -> run.compare(VERIFY)).hasMessageContaining("1 statement");
        assertThatCode(() -> run.compare(VERIFY)).doesNotThrowAnyException();
    }

    @Test
    void aRunOfAPartLosesNothingAndFailsOnlyWhereItIsToBeExact() throws SQLException, IOException {
        run("part.sql", "select 1").compare(ACCEPT);
        run("part.sql", "select 2").compare(ACCEPT);
        assertThat(texts(folder.resolve("part.sql"))).containsExactly("select 1", "select 2");
        assertThat(Files.readString(folder.resolve("part.sql")))
                .contains("-- dialect: h2", "-- from com.acme.shop.Queries#ask");

        StatementsRun part = run("part.sql", "select 2");
        part.compare(VERIFY);
        news.clear();
        mode = VERIFY;
        part.close();
        assertThat(news).singleElement().asString().contains("this run sent 1 of the 2 statements");

        mode = EXACT;
        assertThatThrownBy(part::close).hasMessageContaining("- select 1").hasMessageContaining("delete the file");
        assertThatCode(run("part.sql", "select 1", "select 2")::close).doesNotThrowAnyException();
        mode = VERIFY;
    }

    @Test
    void manyThatAcceptAtOnceLoseNothing() {
        List<CompletableFuture<Void>> all = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.runAsync(() -> accept("select " + i)))
                .toList();
        all.forEach(CompletableFuture::join);

        assertThat(texts(folder.resolve("many.sql"))).hasSize(8);
    }

    @Test
    void nothingIsAcceptedOnABuildServer() throws SQLException {
        StatementsRun run = run("server.sql", "select 1");

        assertThatThrownBy(() -> run.compare(new StatementsMode(true, false, Optional.of("CI"))))
                .hasMessageContaining("build server (CI is set)");
        assertThat(folder.resolve("server.sql")).doesNotExist();
    }

    private void accept(String query) {
        try {
            run("many.sql", query).compare(ACCEPT);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private StatementsRun run(String file, String... queries) throws SQLException {
        StatementRecorder recorder = recorder();
        Queries asked = queries(recorder);
        for (String query : queries) {
            asked.ask(query);
        }
        return new StatementsRun(recorder, new SnapshotFile(folder.resolve(file)), () -> mode, news::add);
    }

    private static List<String> failures() {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(Sending.class))
                                .build(),
                        listener);
        return listener.getSummary().getFailures().stream()
                .map(failure -> String.valueOf(failure.getException().getMessage()))
                .toList();
    }

    private static List<String> texts(Path file) {
        return StatementsFile.read(SourceText.file("statements.sql", file)).statements().stream()
                .map(RecordedStatement::text)
                .toList();
    }

    /** To which these tests are a framework, for their classes are none of a release. */
    private static StatementRecorder recorder() {
        return StatementRecorder.create(List.of("dev.schemaguard.test."), false);
    }

    private static Queries queries(StatementRecorder recorder) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:statements;DB_CLOSE_DELAY=-1");
        return (Queries) Proxy.newProxyInstance(
                Queries.class.getClassLoader(), new Class<?>[] {Queries.class}, (proxy, method, arguments) -> {
                    try (Connection connection = recorder.wrap(database).getConnection()) {
                        connection.prepareStatement((String) arguments[0]).close();
                    }
                    return null;
                });
    }

    static class Sending {

        private static final StatementRecorder RECORDER = recorder();

        @RegisterExtension
        static final StatementsExtension STATEMENTS =
                new StatementsExtension(RECORDER, folder.resolve("of-class.sql"), () -> mode);

        @Test
        void one() throws SQLException {
            queries(RECORDER).ask("select 1");
        }

        @Test
        void two() throws SQLException {
            queries(RECORDER).ask("select 2");
        }
    }
}
