package dev.schemaguard.spring.autoconfigure;

import static dev.schemaguard.test.SchemaAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.SchemaSources;
import dev.schemaguard.embedded.TestDatabase;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.model.Schema;
import dev.schemaguard.spring.SchemaGuards;
import dev.schemaguard.spring.notes.NotesApplication;
import dev.schemaguard.spring.shop.ShopApplication;
import dev.schemaguard.test.SchemaSnapshot;
import dev.schemaguard.test.SnapshotExtension;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Test slices on an embedded database take no part, and are not disturbed. */
class SlicesTest {

    @Nested
    @DataJpaTest(properties = {"spring.flyway.enabled=false", "spring.liquibase.enabled=false"})
    @ContextConfiguration(classes = ShopApplication.class)
    class Jpa {

        @Test
        void isLeftAlone(@Autowired ApplicationContext context, @Autowired JdbcTemplate jdbc) {
            assertThat(jdbc.queryForObject("select count(*) from item", Integer.class)).isZero();
            assertThat(context.getBeanNamesForType(SchemaGuards.class)).isEmpty();
        }
    }

    @Nested
    @JdbcTest(
            properties = {
                "spring.flyway.enabled=false",
                "spring.liquibase.enabled=false",
                "spring.sql.init.schema-locations=classpath:db/notes.sql"
            })
    @ContextConfiguration(classes = NotesApplication.class)
    class Jdbc {

        @Test
        void isLeftAlone(@Autowired ApplicationContext context, @Autowired JdbcTemplate jdbc) {
            assertThat(jdbc.queryForObject("select count(*) from note", Integer.class)).isZero();
            assertThat(context.getBeanNamesForType(SchemaGuards.class)).isEmpty();
        }
    }

    /** The test kit, in a slice whose database is migrated as in production. */
    @Nested
    @DataJpaTest(
            properties = {
                "spring.flyway.locations=classpath:db/shop",
                "spring.flyway.placeholders.title_length=50",
                "spring.liquibase.enabled=false",
                "spring.jpa.hibernate.ddl-auto=none"
            })
    @AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
    @ContextConfiguration(classes = NotesApplication.class)
    class Migrated {

        @RegisterExtension
        static final SnapshotExtension SNAPSHOT = SnapshotExtension.from(
                        test -> SpringExtension.getApplicationContext(test).getBean(DataSource.class))
                .at("src/test/resources/db/notes.json");

        @DynamicPropertySource
        static void connect(DynamicPropertyRegistry properties) {
            TestDatabase database = TestPostgres.database();
            properties.add("spring.datasource.url", database::url);
            properties.add("spring.datasource.username", () -> "postgres");
        }

        @Test
        void hasWhatTheMigrationsSay(@Autowired DataSource database) {
            assertThat(database).conformsTo("classpath:db/notes.sql", "classpath:db/notes.json");
            assertThat(database)
                    .doesNotConformTo(SchemaSources.of(Schema.builder()
                            .table("note", t -> t.column("quality", "jsonb"))
                            .build()));
        }

        @Test
        void snapshotIsUpToDate(SchemaSnapshot snapshot) {
            snapshot.verify();
        }
    }
}
