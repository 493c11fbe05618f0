package dev.schemaguard.spring.start;

import dev.schemaguard.jdbc.gate.Mode;
import dev.schemaguard.spring.expectation.SchemaGuardProperties;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

/**
 * Wraps the DataSource beans that are to be wrapped ({@code schema-guard.wrap}). It reads the properties by itself, for a
 * post-processor that asks for beans keeps others from being post-processed.
 */
final class WrappingPostProcessor implements BeanPostProcessor, Ordered {

    /** Behind most others, so that nothing else comes between the gate and its callers. */
    private static final int ORDER = Ordered.LOWEST_PRECEDENCE - 20;

    private final Environment environment;
    private final Map<String, WrappedDataSource> wrapped = new ConcurrentHashMap<>();

    WrappingPostProcessor(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        // A routing DataSource has one gate for each target, and a scoped one is replaced behind its proxy.
        if (!(bean instanceof DataSource dataSource)
                || bean instanceof WrappedDataSource
                || bean instanceof AbstractRoutingDataSource
                || ScopedProxyUtils.isScopedTarget(name)) {
            return bean;
        }
        if (!isWrapped(name)) {
            return bean;
        }
        WrappedDataSource wrapper = new WrappedDataSource(dataSource);
        wrapped.put(name, wrapper);
        return wrapper;
    }

    /**
     * What was put around the bean of that name, even where another post-processor has put a proxy around that, of whatever
     * kind.
     */
    Optional<WrappedDataSource> around(String bean) {
        return Optional.ofNullable(wrapped.get(bean));
    }

    private boolean isWrapped(String name) {
        SchemaGuardProperties properties =
                Binder.get(environment).bindOrCreate("schema-guard", SchemaGuardProperties.class);
        SchemaGuardProperties settings = properties.of(name);
        return properties.enabled() && settings.wrap() && settings.mode() != Mode.OFF;
    }

    @Override
    public int getOrder() {
        return ORDER;
    }
}
