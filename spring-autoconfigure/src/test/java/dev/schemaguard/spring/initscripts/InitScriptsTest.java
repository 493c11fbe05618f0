package dev.schemaguard.spring.initscripts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.Databases;
import dev.schemaguard.source.SchemaSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.mock.env.MockEnvironment;

class InitScriptsTest {

    private final MockEnvironment environment = new MockEnvironment()
            .withProperty("spring.sql.init.mode", "ALWAYS")
            .withProperty(
                    "spring.sql.init.schema-locations", "optional:classpath:db/beside/schema.sql,optional:db/none.sql");

    @Test
    void areThoseThatAreThere() {
        SchemaSource scripts = scripts().orElseThrow();

        assertThat(scripts.name()).isEqualTo("schema.sql");
        assertThat(scripts.load(Databases.assumed()).table("page").orElseThrow().columns())
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mode=embedded",
                "mode=never",
                "separator=^^^",
                "continue-on-error=true",
                "encoding=ISO-8859-1",
                "schema-locations=optional:classpath:db/none.sql"
            })
    void areNoneWhereTheyMayNotHaveRunAsTheyStand(String property) {
        int equals = property.indexOf('=');
        environment.setProperty("spring.sql.init." + property.substring(0, equals), property.substring(equals + 1));

        assertThat(scripts()).isEmpty();
    }

    private Optional<SchemaSource> scripts() {
        return InitScripts.of(environment, new DefaultResourceLoader());
    }
}
