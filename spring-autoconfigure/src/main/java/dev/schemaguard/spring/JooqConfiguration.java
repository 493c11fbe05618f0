package dev.schemaguard.spring;

import dev.schemaguard.spring.jooq.JooqCatalog;
import org.jooq.Catalog;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ResourceLoader;

/** Asks code that jOOQ generated what it expects, where a property names it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(Catalog.class)
final class JooqConfiguration {

    @Bean
    NamedKind schemaGuardJooq(ResourceLoader resources) {
        ClassLoader loader = ApplicationClassLoader.of(resources);
        return new NamedKind() {
            @Override
            public String name() {
                return Words.JOOQ;
            }

            @Override
            public Expected expected(String argument, Target target) {
                JooqCatalog catalog = JooqCatalog.of(argument, loader);
                return Expected.namedMapping(catalog, catalog.searchPath());
            }
        };
    }
}
