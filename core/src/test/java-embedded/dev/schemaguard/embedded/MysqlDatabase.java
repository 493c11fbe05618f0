package dev.schemaguard.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A database of a server of MySQL's family. */
public record MysqlDatabase(TestMysql server, String name) implements AutoCloseable {

    /** Its URL for the driver of the server's vendor, which names no user. */
    public String url() {
        return url(server.driver());
    }

    public String url(MysqlDriver driver) {
        return driver.url(server.port(), name);
    }

    /** Without a pool, as superuser, by the driver of the server's vendor. */
    public DataSource direct() {
        return direct(server.driver());
    }

    public DataSource direct(MysqlDriver driver) {
        return direct(driver, TestMysql.SUPERUSER);
    }

    /** Without a pool, as a user who has no password. */
    public DataSource direct(MysqlDriver driver, String user) {
        return new UnpooledSource(url(driver), user);
    }

    /** As a user who has no password. */
    public Connection connect(String user) throws SQLException {
        return direct(server.driver(), user).getConnection();
    }

    /** The properties of a Spring application that uses it by that driver, and these. */
    public String[] properties(MysqlDriver driver, String... more) {
        List<String> all = new ArrayList<>(List.of(
                "spring.datasource.url=" + url(driver),
                "spring.datasource.username=" + TestMysql.SUPERUSER,
                "spring.datasource.hikari.maximum-pool-size=2"));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    /** Runs statements one after the other, as superuser. */
    public void execute(String... statements) {
        try (Connection connection = direct().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** Drops it. */
    @Override
    public void close() {
        new MysqlDatabase(server, "").execute("drop database if exists " + name);
    }
}
