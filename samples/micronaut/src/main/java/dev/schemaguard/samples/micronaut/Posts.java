package dev.schemaguard.samples.micronaut;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** How many posts there are. */
@Controller("/posts")
final class Posts {

    private final DataSource database;

    Posts(DataSource database) {
        this.database = database;
    }

    @Get
    @ExecuteOn(TaskExecutors.BLOCKING)
    long count() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(quality) from posts")) {
            count.next();
            return count.getLong(1);
        }
    }
}
