package dev.schemaguard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.Databases;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.Fix;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.source.migrations.DdlSource;
import dev.schemaguard.source.snapshot.SnapshotJson;
import dev.schemaguard.source.snapshot.SnapshotSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A fix writes an expression with the casts that it needs, whatever says what is expected. */
class WrittenExpressionsTest {

    private static final String TABLE =
            "create table t(id int, x jsonb, n text);" + " create domain code as varchar(9); create table u(c code);";

    private static final String RULES = """
            alter table t add constraint positive check ((x ->> 'b')::int > 0);
            alter table t add constraint five check (n = '5' or n::numeric(4,1) > 2);
            alter table t add column g int generated always as ((x ->> 'g')::int) stored;
            create index by_i on t (((x ->> 'i')::bigint)) where (x ->> 'p')::boolean;
            alter domain code add check (char_length(value::text) > 2);
            """;

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = TestPostgres.freshDatabase().getConnection();
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void ofAScriptWithItsCasts() throws SQLException {
        assertThat(fixed(DdlSource.of(SourceText.text("V1__t.sql", TABLE + RULES))))
                .anySatisfy(sql -> assertThat(sql).contains("(x ->> 'b')::int > 0"))
                .anySatisfy(sql -> assertThat(sql).contains("(x ->> 'g')::int"))
                .anySatisfy(sql -> assertThat(sql).contains("(x ->> 'i')::bigint", "(x ->> 'p')::boolean"));
    }

    @Test
    void ofASnapshotOfAScriptWithItsCasts() throws SQLException {
        Schema schema =
                DdlSource.of(SourceText.text("V1__t.sql", TABLE + RULES)).load(Databases.assumed());

        assertThat(fixed(snapshot(schema))).isNotEmpty();
    }

    @Test
    void ofASnapshotOfADatabaseWithItsCasts() throws Exception {
        try (Connection other = TestPostgres.freshDatabase().getConnection()) {
            run(other, TABLE + RULES);
            assertThat(fixed(snapshot(SchemaCapture.capture(other, InspectionScope.EVERYTHING))))
                    .isNotEmpty();
        }
    }

    @Test
    void keepsASnapshotShortWhereNothingButTheTypeOfALiteralIsLeftOut() throws Exception {
        run(
                connection,
                "create table t(a text check (a <> 'x'), b int check (b > 0), c text check (lower(c) in ('a', 'b')))");

        assertThat(SnapshotJson.toText(
                        SchemaCapture.capture(connection, InspectionScope.EVERYTHING),
                        Databases.assumed().dialect()))
                .contains("\"check\"")
                .doesNotContain("Written");
    }

    private List<String> fixed(SchemaSource expected) throws SQLException {
        run(connection, TABLE);
        SchemaGuard guard = SchemaGuard.expecting(expected).build();
        List<String> sent = guard.remedy(connection).plan().statements().stream()
                .map(Fix::sql)
                .toList();
        assertThat(guard.check(connection).findings()).hasSizeGreaterThan(4);
        for (String sql : sent) {
            run(connection, sql);
        }
        assertThat(guard.check(connection).findings()).isEmpty();
        return sent;
    }

    private static SchemaSource snapshot(Schema schema) {
        return SnapshotSource.of(SourceText.text(
                "schema.json", SnapshotJson.toText(schema, Databases.assumed().dialect())));
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
