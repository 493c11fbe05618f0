package dev.schemaguard.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Sequence;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ordinary entities need of MySQL and MariaDB: the sizes that nobody states are left open. */
class MysqlMappingTest {

    @ParameterizedTest
    @CsvSource({
        "mysql, org.hibernate.dialect.MySQLDialect, 8, binary(16)",
        "mariadb, org.hibernate.dialect.MariaDBDialect, 11, uuid"
    })
    void statesOfTypesWhatTheMappingSays(String kind, String dialect, String version, String uuid) {
        Schema schema = schema(kind, dialect, version);

        assertThat(types(schema))
                .containsEntry("id", "bigint")
                .containsEntry("flag", "bit(1)")
                .containsEntry("price", "decimal")
                .containsEntry("color", "enum('GREEN','RED')")
                .containsEntry("place", "tinyint")
                .containsEntry("madeAt", "datetime")
                .containsEntry("seenAt", "datetime")
                .containsEntry("name", "varchar")
                .containsEntry("story", "tinytext")
                .containsEntry("picture", "tinyblob")
                .containsEntry("ratio", "double")
                .containsEntry("token", uuid);
    }

    @ParameterizedTest
    @CsvSource({"mysql, org.hibernate.dialect.MySQLDialect, 8", "mariadb, org.hibernate.dialect.MariaDBDialect, 11"})
    void needsWhatNumbersItsKeys(String kind, String dialect, String version) {
        Schema schema = schema(kind, dialect, version);

        if (kind.equals("mysql")) {
            assertThat(schema.table(ObjectName.of("things_SEQ")).orElseThrow().column("next_val"))
                    .isPresent();
            assertThat(schema.sequences()).isEmpty();
        } else {
            assertThat(schema.table(ObjectName.of("things_SEQ"))).isEmpty();
            assertThat(schema.sequences()).extracting(Sequence::role).containsExactly(Sequence.Role.GENERATOR);
        }
    }

    private static Map<String, String> types(Schema schema) {
        return schema.table(ObjectName.of("things")).orElseThrow().columns().stream()
                .collect(Collectors.toMap(Column::name, column -> column.type().toString()));
    }

    private static Schema schema(String kind, String dialect, String version) {
        Database database = Databases.named(kind).orElseThrow();
        try (StandardServiceRegistry registry = new StandardServiceRegistryBuilder()
                .applySetting("hibernate.dialect", dialect)
                .applySetting("hibernate.boot.allow_jdbc_metadata_access", false)
                .applySetting("jakarta.persistence.database-major-version", version)
                .build()) {
            return new MappingReader(
                            new MetadataSources(registry)
                                    .addAnnotatedClass(Thing.class)
                                    .buildMetadata(),
                            database.dialect())
                    .schema();
        }
    }

    enum Color {
        RED,
        GREEN
    }

    @Entity
    @Table(name = "things")
    static class Thing {

        @Id
        @GeneratedValue
        Long id;

        String name;
        boolean flag;
        BigDecimal price;
        double ratio;

        @Enumerated(EnumType.STRING)
        Color color;

        @Enumerated
        Color place;

        UUID token;
        LocalDateTime madeAt;
        Instant seenAt;

        @Lob
        String story;

        @Lob
        byte[] picture;
    }
}
