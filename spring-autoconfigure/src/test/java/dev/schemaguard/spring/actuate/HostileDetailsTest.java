package dev.schemaguard.spring.actuate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.SchemaUnverifiedException;
import dev.schemaguard.jdbc.GuardedDataSource;
import dev.schemaguard.model.Schema;
import dev.schemaguard.spring.Readiness;
import dev.schemaguard.spring.SchemaGuards.Guarded;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** What a health page shows of a driver's words and of names: no password, and nothing that would not be seen. */
class HostileDetailsTest {

    @Test
    void showNoPasswordAndNothingRaw() throws SQLException {
        Schema contract =
                Schema.builder().table("posts", posts -> posts.column("id")).build();
        try (GuardedDataSource gate = GuardedDataSource.wrap(
                new Broken(), SchemaGuard.expecting(contract).build())) {
            assertThatThrownBy(gate::verifyNow).isInstanceOf(SchemaUnverifiedException.class);

            Map<String, Object> details = GuardedDetails.of(
                    new Guarded("orders", "db\u202e\u001b[31m", Readiness.LATCHED, Optional.of(gate)));

            assertThat(details).containsEntry("expectation", "db\\u202e\\u001b[31m");
            assertThat(details.get("unverified").toString())
                    .contains("jdbc:postgresql://db/app (the rest is not shown, as it may hold a password)")
                    .doesNotContain("s3cret", "\u001b");
        }
    }

    /** A driver that says too much. */
    private static final class Broken extends AbstractDataSource {

        @Override
        public Connection getConnection() throws SQLException {
            throw new SQLException("\u001b[31mcannot take jdbc:postgresql://u:s3cret,s3cret@db/app", "08001");
        }

        @Override
        public Connection getConnection(String username, String password) throws SQLException {
            return getConnection();
        }
    }
}
