package dev.schemaguard.spring.start;

import java.util.Map;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.ClassUtils;

/**
 * Tells Spring Cloud by default that a wrapped DataSource is not to be bound anew when properties change, as it does not do
 * with a HikariCP pool either: it would want to put the pool in the wrapper's place.
 */
final class CloudDefaultsListener implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    static final String PROPERTY = "spring.cloud.refresh.never-refreshable";

    private static final String CLOUD = "org.springframework.cloud.context.environment.EnvironmentChangeEvent";

    /** For Spring Boot. */
    CloudDefaultsListener() {}

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        if (ClassUtils.isPresent(CLOUD, event.getSpringApplication().getClassLoader())) {
            event.getEnvironment()
                    .getPropertySources()
                    .addLast(new MapPropertySource(
                            "schemaGuardDefaults",
                            Map.of(
                                    PROPERTY,
                                    "com.zaxxer.hikari.HikariDataSource," + WrappedDataSource.class.getName())));
        }
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
