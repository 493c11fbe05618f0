package dev.schemaguard.hibernate.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import dev.schemaguard.embedded.MysqlDatabase;
import dev.schemaguard.embedded.TestMysql;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Starts of plain Jakarta Persistence on MySQL and MariaDB. */
@Tag("databases")
class MysqlUnitTest {

    @ParameterizedTest
    @EnumSource(
            value = TestMysql.class,
            names = {"MYSQL", "MARIADB"})
    void startsOnWhatHibernateMadeAndNotWithoutAColumn(TestMysql server) {
        try (MysqlDatabase database = server.database();
                LogOfGuard log = LogOfGuard.listen()) {
            start(database, "hibernate.hbm2ddl.auto", "update").close();
            start(database, "schema-guard.fail-on", "advisory").close();
            assertThat(log.lines(Level.INFO).stream().filter(line -> line.contains("conforms")))
                    .hasSize(2);

            database.execute("alter table posts drop column quality");

            assertThatThrownBy(() -> start(database, "schema-guard.fail-on", "breaking"))
                    .hasStackTraceContaining("missing-column:posts.quality");
        }
    }

    /** What others call a schema is a catalog there, and Hibernate's setting is named for that. */
    @ParameterizedTest
    @EnumSource(
            value = TestMysql.class,
            names = {"MYSQL", "MARIADB"})
    void looksInTheDatabaseThatHibernatePutsBeforeEachName(TestMysql server) {
        try (MysqlDatabase tables = server.database();
                MysqlDatabase empty = server.database()) {
            start(tables, "hibernate.hbm2ddl.auto", "update").close();

            start(empty, "hibernate.default_catalog", tables.name()).close();
            assertThatThrownBy(() -> start(tables, "hibernate.default_catalog", empty.name()))
                    .hasStackTraceContaining("empty-schema");
        }
    }

    private static EntityManagerFactory start(MysqlDatabase database, String name, String value) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "jakarta.persistence.jdbc.url",
                database.url(),
                "jakarta.persistence.jdbc.user",
                TestMysql.SUPERUSER,
                "hibernate.connection.pool_size",
                "1"));
        settings.put(name, value);
        return Persistence.createEntityManagerFactory("blog", settings);
    }
}
