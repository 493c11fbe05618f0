package dev.schemaguard.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.acme.shop.PostRepository;
import com.acme.shop.Posts;
import dev.schemaguard.embedded.TestPostgres;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatementRecorderTest {

    private final JdbcDataSource database = new JdbcDataSource();
    private final StatementRecorder recorder = recorder(false);
    private final Posts posts = new Posts(recorder.wrap(database));

    @BeforeEach
    void create() throws SQLException {
        database.setURL("jdbc:h2:mem:recorded" + System.identityHashCode(this) + ";DB_CLOSE_DELAY=-1");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table post (id int auto_increment, title varchar(20), score int)");
        }
    }

    @Test
    void keepsTextsAndSendersAndNoValue() throws Exception {
        posts.findTop(99);
        posts.findTop(98);
        posts.addAll(List.of("secret"));
        posts.inLambda();
        posts.call();

        assertThat(recorder.recorded().statements())
                .containsExactly(
                        recorded("delete from post where score < 0", "inLambda"),
                        recorded("insert into post (title, score) values (?, ?)", "addAll"),
                        recorded("select id from post where id = ?", "call"),
                        recorded("select id from post where score > ? and title = ?", "findTop"),
                        recorded("update post set score = 1", "addAll"));
        assertThat(recorder.recorded().others()).isEqualTo(1);
        assertThat(recorder.recorded().stopped()).isEmpty();
    }

    @Test
    void namesARepositoryThatIsAProxyByItsInterface() throws Exception {
        PostRepository repository = (PostRepository) Proxy.newProxyInstance(
                PostRepository.class.getClassLoader(),
                new Class<?>[] {PostRepository.class, AutoCloseable.class},
                (proxy, method, arguments) -> {
                    try (Connection connection = recorder.wrap(database).getConnection()) {
                        connection.prepareStatement("select 1");
                    }
                    return null;
                });

        repository.findTop(1);

        assertThat(recorder.recorded().statements())
                .containsExactly(new SentStatement("select 1", List.of("com.acme.shop.PostRepository#findTop")));
    }

    @Test
    void leavesOutWhatATestSendsForItself() throws SQLException {
        try (Connection connection = recorder.wrap(database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into post (title) values ('fixture')");
            assertThat(statement.getConnection()).isSameAs(connection);
        }

        assertThat(recorder.recorded().statements()).isEmpty();
        assertThat(recorder.recorded().ofTests()).isEqualTo(1);
    }

    @Test
    void leavesOutWhatAFrameworkOfTheHouseSends() throws SQLException {
        StatementRecorder told = new StatementRecorder(List.of("com.acme.shop."), false, type -> false);

        new Posts(told.wrap(database)).findTop(1);

        assertThat(told.recorded().statements()).isEmpty();
    }

    @Test
    void masksLiteralsWhereItIsToldTo() throws SQLException {
        StatementRecorder masking = recorder(true);
        Posts sending = new Posts(masking.wrap(database));

        sending.send("select id from post where title = 'secret' and score > 17 limit 3");
        sending.send("select id from post where title = 'other' and score > 18 limit 3");
        sending.send("select id from post where date '2026-11-29' = date '2026-11-29'");

        assertThat(masking.recorded().statements())
                .extracting(SentStatement::text)
                .containsExactly(
                        "select id from post where date '2026-11-29' = date '2026-11-29'",
                        "select id from post where title = ? and score > ? limit 3");
    }

    @Test
    void stopsWhereThereAreTooManyAndSaysSo() throws SQLException {
        posts.send("select 'long' /* " + "x".repeat(StatementRecorder.LONGEST) + " */");
        assertThat(recorder.recorded().stopped())
                .hasValueSatisfying(why -> assertThat(why).contains("longer than"));
        for (int i = 0; i <= StatementRecorder.MOST; i++) {
            posts.send("select " + i);
        }

        assertThat(recorder.recorded().statements()).hasSize(StatementRecorder.MOST);
        assertThat(recorder.recorded().stopped())
                .hasValueSatisfying(why -> assertThat(why).contains("more than"));
    }

    @Test
    void losesNothingWhereManySendAtOnce() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        List<Future<Boolean>> sending = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            int own = thread;
            sending.add(pool.submit(() -> {
                for (int i = 0; i < 100; i++) {
                    posts.send("select " + i);
                    posts.send("select " + own + " as own, " + i);
                }
                return true;
            }));
        }
        for (Future<Boolean> one : sending) {
            assertThat(one.get(1, TimeUnit.MINUTES)).isTrue();
        }
        pool.shutdown();

        assertThat(recorder.recorded().statements()).hasSize(100 + 4 * 100);
    }

    @Test
    void isThePoolAndTheDriverToWhoeverUnwraps() throws SQLException {
        DataSource wrapped = recorder.wrap(database);

        assertThat(recorder.wrap(wrapped)).isSameAs(wrapped);
        assertThat(wrapped.unwrap(JdbcDataSource.class)).isSameAs(database);
        try (Connection connection = wrapped.getConnection()) {
            assertThat(connection.isWrapperFor(org.h2.jdbc.JdbcConnection.class))
                    .isTrue();
            assertThat(connection.unwrap(org.h2.jdbc.JdbcConnection.class)).isNotNull();
            assertThat(Set.of(connection)).contains(connection);
        }
    }

    @Test
    void givesAFailureOfTheDriverAsItIs() {
        DataSource server = TestPostgres.freshDatabase();

        assertThat(catchThrowable(() -> new Posts(recorder.wrap(server)).send("select nothing")))
                .isExactlyInstanceOf(org.postgresql.util.PSQLException.class);
    }

    private static StatementRecorder recorder(boolean masking) {
        return new StatementRecorder(
                List.of(), masking, type -> type.getSimpleName().endsWith("Test"));
    }

    private static SentStatement recorded(String text, String method) {
        return new SentStatement(text, List.of("com.acme.shop.Posts#" + method));
    }
}
