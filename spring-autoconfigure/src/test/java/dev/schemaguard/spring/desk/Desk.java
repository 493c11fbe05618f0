package dev.schemaguard.spring.desk;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Each way to the database is a path. */
@RestController
class Desk {

    private final DataSource dataSource;
    private final JdbcClient client;
    private final EntityManager entities;
    private final TransactionTemplate transaction;
    private final Notes notes;

    Desk(
            DataSource dataSource,
            JdbcClient client,
            EntityManager entities,
            TransactionTemplate transaction,
            Notes notes) {
        this.dataSource = dataSource;
        this.client = client;
        this.entities = entities;
        this.transaction = transaction;
        this.notes = notes;
    }

    @GetMapping("/client")
    int client() {
        return client.sql("select title from note").query(String.class).list().size();
    }

    @GetMapping("/raw")
    int raw() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(title) from note")) {
            return rows.next() ? rows.getInt(1) : -1;
        }
    }

    @GetMapping("/entities")
    int entities() {
        return entities.createQuery("from Note", Note.class).getResultList().size();
    }

    @GetMapping("/commit")
    int commit() {
        transaction.executeWithoutResult(status -> entities.persist(new Note(System.nanoTime())));
        return 1;
    }

    @GetMapping("/repository")
    long repository() {
        return notes.findAll().size();
    }

    @GetMapping("/typo")
    int typo() {
        return client.sql("select tilte from note").query(String.class).list().size();
    }

    /** The server ends this very connection, as it does when it goes down. */
    @GetMapping("/ended")
    int ended() {
        return client.sql("select pg_terminate_backend(pg_backend_pid())")
                .query(String.class)
                .list()
                .size();
    }

    @GetMapping("/refused")
    int refused() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:postgresql://localhost:1/nowhere", "app", "")) {
            return connection.isValid(1) ? 1 : 0;
        }
    }

    @GetMapping("/denied")
    int denied() throws SQLException {
        throw new SQLException("permission denied for table note", "42501");
    }

    @GetMapping("/bug")
    int bug() {
        throw new IllegalStateException("a bug");
    }
}
