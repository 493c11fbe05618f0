package com.acme.shop;

import static dev.schemaguard.test.SchemaAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.schemaguard.SchemaDriftException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What is published serves an application without a framework, and its tests. */
class ShopTest {

    @Test
    void isRefusedUntilTheDatabaseHasWhatItExpects() throws SQLException {
        try (HikariDataSource pool = pool("behind", "CREATE TABLE posts (id bigint PRIMARY KEY)")) {
            assertThatThrownBy(Shop.guarded(pool)::getConnection)
                    .isInstanceOf(SchemaDriftException.class)
                    .hasMessageContaining("missing-column:POSTS.TITLE");
        }
        try (HikariDataSource pool = migrated("served");
                Connection connection = Shop.guarded(pool).getConnection()) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    void theTestKitSaysThatTheMigrationsGiveWhatIsExpected() throws SQLException {
        try (HikariDataSource pool = migrated("migrated")) {
            DataSource database = pool;
            assertThat(database).conformsTo("classpath:db/migration");
        }
    }

    private static HikariDataSource migrated(String name) throws SQLException {
        return pool(name, "CREATE TABLE posts (id bigint PRIMARY KEY, title varchar(200) NOT NULL)");
    }

    private static HikariDataSource pool(String name, String schema) throws SQLException {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(schema);
        }
        return pool;
    }
}
