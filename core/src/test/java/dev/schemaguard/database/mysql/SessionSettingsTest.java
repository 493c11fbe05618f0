package dev.schemaguard.database.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemaguard.SchemaCapture;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.SchemaSources;
import dev.schemaguard.database.Databases;
import dev.schemaguard.embedded.MysqlDatabase;
import dev.schemaguard.embedded.TestMysql;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.source.snapshot.SnapshotJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A snapshot remembers the settings by which statements mean what they mean, and a session with others is told of. */
@Tag("databases")
class SessionSettingsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = "MYSQL_8_0_15", mode = EnumSource.Mode.EXCLUDE)
    void tellsOfASessionThatIsNotStrict(TestMysql server) throws Exception {
        try (MysqlDatabase database = server.database("create table t (id int primary key)");
                Connection connection = database.direct().getConnection();
                Statement statement = connection.createStatement()) {
            Path snapshot = Files.writeString(
                    folder.resolve("schema.json"),
                    SnapshotJson.toText(
                            SchemaCapture.capture(database.direct(), InspectionScope.EVERYTHING),
                            Databases.behind(connection).dialect()));
            SchemaGuard guard =
                    SchemaGuard.expecting(SchemaSources.of(snapshot.toString())).build();

            assertThat(Files.readString(snapshot)).contains("\"settings\": {").contains("STRICT_TRANS_TABLES");
            assertThat(guard.check(connection).findings()).isEmpty();

            statement.execute("set session sql_mode = ''");

            DriftReport report = guard.check(connection);
            assertThat(report.toText()).doesNotContain("pending migrations");
            assertThat(report.findings()).singleElement().satisfies(finding -> {
                assertThat(finding.id()).isEqualTo("session-setting:sql_mode");
                assertThat(finding.severity()).isEqualTo(Severity.RISKY);
            });
        }
    }

    /** Where a session is not strict, a column without a default gets an empty text by itself, which its check may refuse. */
    @ParameterizedTest
    @EnumSource(names = "MYSQL_8_0_15", mode = EnumSource.Mode.EXCLUDE)
    void tellsOfADefaultThatACheckRefuses(TestMysql server) throws Exception {
        try (MysqlDatabase database = server.database("create table t (id int primary key,"
                        + " status varchar(10) not null default 'new', check (status in ('new', 'live')))");
                Connection connection = database.direct().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set session sql_mode = ''");
            SchemaGuard guard = SchemaGuard.expecting(SchemaCapture.capture(connection, InspectionScope.EVERYTHING))
                    .build();
            statement.execute("alter table t alter status drop default");

            assertThatThrownBy(() -> statement.execute("insert into t (id) values (1)"))
                    .isInstanceOf(SQLException.class);
            assertThat(guard.check(connection).findings()).singleElement().satisfies(finding -> {
                assertThat(finding.id()).isEqualTo("default-different:t.status");
                assertThat(finding.severity()).isEqualTo(Severity.RISKY);
                assertThat(finding.drift().message()).contains("fails: a check refuses the default ''");
            });
        }
    }
}
