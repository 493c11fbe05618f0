package dev.schemaguard.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.schemaguard.SchemaUnverifiedException;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class HikariGuardTest {

    @Test
    void opensAndClosesThePoolWithItsGate() throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setDataSource(Release42.migratedDatabase().direct());
        GuardedDataSource guarded =
                HikariGuard.builder(config, Release42.guard()).build();
        HikariDataSource pool = guarded.unwrap(HikariDataSource.class);

        try (Connection connection = guarded.getConnection()) {
            assertThat(connection.isValid(1)).isTrue();
        }
        guarded.close();

        assertThat(pool.isClosed()).isTrue();
    }

    @Test
    void gateSaysThatItCouldNotLookWhereTheDatabaseIsDownAtStart() throws SQLException {
        try (GuardedDataSource guarded =
                HikariGuard.builder(nobodyThere(), Release42.guard()).build()) {
            assertThatThrownBy(guarded::getConnection).isInstanceOf(SchemaUnverifiedException.class);
        }
    }

    @Test
    void poolThatIsToldToFailAtOnceDoes() {
        HikariConfig config = nobodyThere();
        config.setInitializationFailTimeout(2);

        assertThatThrownBy(() -> HikariGuard.builder(config, Release42.guard()))
                .isInstanceOf(PoolInitializationException.class);
    }

    private static HikariConfig nobodyThere() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:postgresql://127.0.0.1:1/app");
        config.setConnectionTimeout(250);
        return config;
    }
}
