package dev.schemaguard.spring.jooq;

import dev.schemaguard.spring.expectation.ApplicationClassLoader;
import dev.schemaguard.spring.expectation.DataSourceBean;
import dev.schemaguard.spring.expectation.ExpectationNames;
import dev.schemaguard.spring.expectation.Expected;
import dev.schemaguard.spring.expectation.NamedKind;
import org.jooq.Catalog;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ResourceLoader;

/** Asks code that jOOQ generated what it expects, where a property names it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(Catalog.class)
public final class JooqConfiguration {

    @Bean
    NamedKind schemaGuardJooq(ResourceLoader resources) {
        ClassLoader loader = ApplicationClassLoader.of(resources);
        return new NamedKind() {
            @Override
            public String name() {
                return ExpectationNames.JOOQ;
            }

            @Override
            public Expected expected(String argument, DataSourceBean bean) {
                JooqCatalog catalog = JooqCatalog.of(argument, loader);
                return Expected.namedMapping(catalog, catalog.searchPath());
            }
        };
    }
}
