package dev.schemaguard.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.schemaguard.Diagnosis;
import dev.schemaguard.SchemaDriftException;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.embedded.MysqlDatabase;
import dev.schemaguard.embedded.MysqlDriver;
import dev.schemaguard.embedded.TestMysql;
import dev.schemaguard.model.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gate and the truth about failed statements, on each server by each driver. */
@Tag("databases")
class MysqlTranslationTest {

    private static final String POSTS = "create table posts (id bigint primary key, quality varchar(20))";
    private static final String JOBS = "create table reel_jobs (id bigint primary key)";

    @ParameterizedTest
    @CsvSource({"MYSQL, CONNECTOR_J", "MYSQL, MARIADB", "MARIADB, CONNECTOR_J", "MARIADB, MARIADB"})
    void refusesConnectionsWhileTheMigrationIsMissingAndHeals(TestMysql server, MysqlDriver driver)
            throws SQLException {
        try (MysqlDatabase database = server.database("create table posts (id bigint primary key)")) {
            GuardedDataSource guarded = guarded(database, driver);

            assertThatThrownBy(guarded::getConnection)
                    .isInstanceOfSatisfying(
                            SchemaDriftException.class,
                            drift -> assertThat(drift.report().findings())
                                    .extracting(finding -> finding.id())
                                    .containsExactly("missing-column:posts.quality", "missing-table:reel_jobs"));

            database.execute("alter table posts add column quality varchar(20)", JOBS);
            guarded.verifyNow();
            try (Connection connection = guarded.getConnection()) {
                assertThat(connection.isValid(5)).isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"MYSQL, CONNECTOR_J", "MYSQL, MARIADB", "MARIADB, CONNECTOR_J", "MARIADB, MARIADB"})
    void callsADroppedColumnAndADroppedTableDriftAndATypoATypo(TestMysql server, MysqlDriver driver)
            throws SQLException {
        try (MysqlDatabase database = server.database(POSTS, JOBS)) {
            GuardedDataSource guarded = guarded(database, driver);
            guarded.verifyNow();
            try (Connection connection = guarded.getConnection();
                    Statement statement = connection.createStatement()) {
                assertThat(failure(statement, "select qualty from posts")).isEqualTo(Diagnosis.OTHER);

                database.execute("alter table posts drop column quality", "drop table reel_jobs");

                assertThat(failure(statement, "select quality from posts")).isEqualTo(Diagnosis.DRIFT);
                assertThat(failure(statement, "insert into reel_jobs values (1)"))
                        .isEqualTo(Diagnosis.DRIFT);
            }
        }
    }

    private static Diagnosis failure(Statement statement, String sql) {
        return Diagnosis.of(catchThrowableOfType(SQLException.class, () -> statement.execute(sql)));
    }

    private static GuardedDataSource guarded(MysqlDatabase database, MysqlDriver driver) {
        return GuardedDataSource.builder(database.direct(driver))
                .guard(SchemaGuard.expecting(Schema.builder()
                                .table("posts", posts -> posts.column("id").column("quality"))
                                .table("reel_jobs", jobs -> jobs.column("id"))
                                .build())
                        .build())
                .translateErrors(true)
                .patience(Duration.ofSeconds(30))
                .build();
    }
}
