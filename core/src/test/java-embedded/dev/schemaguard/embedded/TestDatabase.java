package dev.schemaguard.embedded;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A database of the embedded server. */
public record TestDatabase(String name, int port) {

    public String url() {
        return url(port);
    }

    /** The same database, reached through another port of this machine. */
    public String url(int otherPort) {
        return "jdbc:postgresql://localhost:" + otherPort + "/" + name;
    }

    /** Without a pool, as superuser. */
    public DataSource direct() {
        return TestPostgres.dataSource(name, TestPostgres.SUPERUSER);
    }

    public void execute(String... statements) {
        TestPostgres.execute(direct(), statements);
    }

    /** The properties of a Spring application that uses it, and these. */
    public String[] properties(String... more) {
        List<String> all = new ArrayList<>(List.of(
                "spring.datasource.url=" + url(),
                "spring.datasource.username=" + TestPostgres.SUPERUSER,
                "spring.datasource.hikari.maximum-pool-size=2"));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    /** How many connections there are to it, but for the one that asks. A server takes a moment to notice a parting. */
    public int connections() {
        String gone = """
                do $$ begin
                  for attempt in 1..200 loop
                    perform pg_stat_clear_snapshot();
                    exit when not exists (select from pg_stat_activity
                      where datname = current_database() and pid <> pg_backend_pid());
                    perform pg_sleep(0.02);
                  end loop;
                end $$
                """;
        try (Connection connection = direct().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(gone);
            try (ResultSet rows = statement.executeQuery("select count(*) from pg_stat_activity"
                    + " where datname = current_database() and pid <> pg_backend_pid()")) {
                rows.next();
                return rows.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
