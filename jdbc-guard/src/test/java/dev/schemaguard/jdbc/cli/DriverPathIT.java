package dev.schemaguard.jdbc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runnable jar with a driver that it does not bring: on both sides of a comparison. */
class DriverPathIT {

    private static final Path DRIVER = Path.of(org.h2.Driver.class
            .getProtectionDomain()
            .getCodeSource()
            .getLocation()
            .getPath());

    @TempDir
    private Path folder;

    @BeforeEach
    void makeBoth() throws SQLException {
        execute("live", "create table posts (id bigint primary key)");
        execute("staging", "create table posts (id bigint primary key)");
    }

    @Test
    void readsTheExpectationFromADatabaseOfThatKind() throws Exception {
        assertThat(check())
                .satisfies(result -> assertThat(result.exit()).isZero())
                .satisfies(result ->
                        assertThat(result.out()).contains("Checked 1 of 1 table, 1 column, in schema PUBLIC"));

        execute("staging", "alter table posts add quality varchar(20)");

        assertThat(check())
                .satisfies(result -> assertThat(result.exit()).isEqualTo(1))
                .satisfies(result -> assertThat(result.out()).contains("POSTS.QUALITY"));
    }

    @Test
    void saysWhichDriverIsMissingForTheExpectation() throws Exception {
        RunnableJar.Result result = RunnableJar.run("check", "--url", "jdbc:postgresql:x", "--expect", url("staging"));

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("no JDBC driver for 'jdbc:h2'").contains("--driver-path");
    }

    private RunnableJar.Result check() throws Exception {
        return RunnableJar.run(
                "check", "--driver-path", DRIVER.toString(), "--url", url("live"), "--expect", url("staging"));
    }

    private String url(String name) {
        return "jdbc:h2:file:" + folder.resolve(name);
    }

    private void execute(String name, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(name));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
