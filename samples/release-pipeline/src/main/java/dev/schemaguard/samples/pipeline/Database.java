package dev.schemaguard.samples.pipeline;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;

/** Production's database: a real PostgreSQL with the first release's schema and a little data, until it is killed. */
public final class Database {

    private Database() {}

    /** Takes the first release's schema and the file that its JDBC URL goes to. */
    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(Files.readString(Path.of(arguments[0])));
                statement.execute("insert into businesses (name) values ('Corner Bakery')");
                statement.execute("insert into posts (business_id, title) values (1, 'Fresh bread')");
            }
            new Announcement(Path.of(arguments[1])).ready(server.getJdbcUrl("postgres", "postgres"));
            new CountDownLatch(1).await();
        }
    }
}
