package dev.schemaguard.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.spring.notes.NotesApplication;
import dev.schemaguard.spring.shop.ShopApplication;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;

/** Test slices on an embedded database take no part, and are not disturbed. */
class SlicesTests {

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
}
