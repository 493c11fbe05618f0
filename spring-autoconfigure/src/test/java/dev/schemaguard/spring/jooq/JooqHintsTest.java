package dev.schemaguard.spring.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class JooqHintsTest {

    @Test
    void keepsTheConstantsOfGeneratedCatalogsThatPropertiesName() {
        MockEnvironment environment = new MockEnvironment()
                .withProperty("schema-guard.expect", "classpath:schema.json, jooq:com.acme.DefaultCatalog")
                .withProperty("schema-guard.data-sources.audit.expect[0]", "jooq:com.acme.Audit");

        assertThat(JooqHints.catalogs(environment)).containsExactly("com.acme.DefaultCatalog", "com.acme.Audit");
    }
}
