package dev.schemaguard.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.Databases;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.ObjectDigest;
import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Answers that were recorded still are answers to what is asked: record them anew with {@code -Drehearsal.accept=true}. */
class ClassesAheadTest {

    private static final Path RECORDED = Path.of("src/main/resources/dev/schemaguard/check");

    private static final String SCHEMA = """
            create sequence posts_seq increment by 50;
            create table authors (id bigint primary key, name varchar(255) not null unique);
            create table posts (
              id bigint primary key,
              title varchar(255) not null,
              state varchar(255) check (state in ('DRAFT', 'DONE')),
              shown timestamp(6),
              hidden boolean not null,
              author_id bigint references authors
            );
            create index posts_shown on posts (shown);
            """;

    @ParameterizedTest
    @CsvSource({"catalog,'',2", "digests,any,1"})
    void whatWasRecordedIsAnAnswerToWhatIsAsked(String statement, String digest, int tables) {
        List<RecordedRow> rows = RecordedRow.all("postgresql", statement);

        DriftReport report = ClassesAhead.rehearsed(new RehearsedContract(digest), Databases.assumed(), rows);

        assertThat(rows).isNotEmpty();
        assertThat(report.verdict()).as(report.toText()).isEqualTo(Verdict.CONFORMS);
        assertThat(report.unverified()).isEmpty();
        assertThat(report.coverage().tablesChecked()).isEqualTo(tables);
    }

    @Test
    void aRowIsReadAsItWasWritten() {
        RecordedRow row = new RecordedRow(3, 16_384, "a\tb\nc\r\\n \\ d");

        assertThat(row.line()).doesNotContain("\n").doesNotContain("\r");
        assertThat(RecordedRow.of(row.line())).isEqualTo(row);
    }

    @Test
    @EnabledIfSystemProperty(named = "rehearsal.accept", matches = "true")
    void recordsWhatAServerSays() throws Exception {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(TestPostgres.url(TestPostgres.freshDatabaseName()));
        TestPostgres.execute(database, SCHEMA);
        try (Connection connection = database.getConnection()) {
            record(connection, "catalog", "");
            record(connection, "digests", digest(connection));
        }
    }

    private static void record(Connection connection, String statement, String digest) throws Exception {
        List<String> lines = new ArrayList<>();
        Check.Outcome live = ClassesAhead.check(new RehearsedContract(digest)).run(recording(connection, lines));

        assertThat(live.report().verdict()).as(live.report().toText()).isEqualTo(Verdict.CONFORMS);
        Files.write(RECORDED.resolve(RecordedRow.place("postgresql", statement)), lines);
    }

    private static String digest(Connection connection) throws Exception {
        ObjectDigest posts = new ObjectDigest(ObjectDigest.Kind.TABLE, RehearsedContract.POSTS, 6, "");
        return Databases.behind(connection)
                .inspector()
                .digests(connection, InspectionScope.EVERYTHING, List.of(posts))
                .orElseThrow()
                .objects()
                .get(0)
                .digest();
    }

    /** Writes down what the first statement is answered. */
    private static Connection recording(Connection connection, List<String> lines) {
        return wrap(Connection.class, connection, (method, result) -> {
            if (!method.equals("prepareStatement")) {
                return result;
            }
            return wrap(PreparedStatement.class, (PreparedStatement) result, (called, answer) -> {
                if (called.equals("executeQuery") && lines.isEmpty()) {
                    ResultSet rows = (ResultSet) answer;
                    while (rows.next()) {
                        lines.add(new RecordedRow(rows.getInt(1), rows.getLong(2), rows.getString(3)).line());
                    }
                    return ((PreparedStatement) result).executeQuery();
                }
                return answer;
            });
        });
    }

    private static <T> T wrap(Class<T> type, T inner, Listener listener) {
        return type.cast(Proxy.newProxyInstance(
                ClassesAheadTest.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        return listener.heard(method.getName(), method.invoke(inner, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private interface Listener {

        Object heard(String method, Object result) throws Exception;
    }
}
