package dev.schemaguard.spring.initscripts;

import dev.schemaguard.source.PackagedMigrations;
import dev.schemaguard.spring.expectation.DataSourceBean;
import dev.schemaguard.spring.expectation.Packaging;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.jdbc.init.DataSourceScriptDatabaseInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/** Knows the scripts that Spring Boot itself runs ({@code spring.sql.init}), which are no expectation of their own. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(DataSourceScriptDatabaseInitializer.class)
public final class InitScriptsConfiguration {

    /** What runs them on each line of Spring Boot; an initializer of the application's own may run anything. */
    private static final List<String> INITIALIZERS = List.of(
            "org.springframework.boot.autoconfigure.sql.init.SqlDataSourceScriptDatabaseInitializer",
            "org.springframework.boot.jdbc.autoconfigure.ApplicationDataSourceScriptDatabaseInitializer");

    @Bean
    Packaging schemaGuardInitScripts(ListableBeanFactory beans, Environment environment, ResourceLoader resources) {
        return new Scripts(beans, environment, resources);
    }

    private record Scripts(ListableBeanFactory beans, Environment environment, ResourceLoader resources)
            implements Packaging {

        @Override
        public String name() {
            return "spring.sql.init";
        }

        @Override
        public Optional<PackagedMigrations> packaged(DataSourceBean bean) {
            return bean.main() && isRun()
                    ? InitScripts.of(environment, resources)
                            .map(source -> new PackagedMigrations(source, List.of(), false))
                    : Optional.empty();
        }

        private boolean isRun() {
            return beans.getBeansOfType(DataSourceScriptDatabaseInitializer.class, false, false).values().stream()
                    .anyMatch(one -> INITIALIZERS.contains(one.getClass().getName()));
        }
    }
}
