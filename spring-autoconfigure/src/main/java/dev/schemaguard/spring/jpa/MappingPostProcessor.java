package dev.schemaguard.spring.jpa;

import dev.schemaguard.hibernate.MappedUnit;
import dev.schemaguard.hibernate.MappingCapture;
import dev.schemaguard.spring.expectation.MappedUnitListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.jpa.boot.spi.IntegratorProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.util.ClassUtils;

/** Listens to Hibernate in each EntityManagerFactory that is built, without asking Boot's line for a customizer. */
final class MappingPostProcessor implements BeanPostProcessor {

    private static final String SETTING = "hibernate.integrator_provider";

    private final ObjectProvider<MappedUnitListener> listener;
    private final List<LocalContainerEntityManagerFactoryBean> inBackground = new CopyOnWriteArrayList<>();

    MappingPostProcessor(ObjectProvider<MappedUnitListener> listener) {
        this.listener = listener;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof LocalContainerEntityManagerFactoryBean factory) {
            Map<String, Object> settings = factory.getJpaPropertyMap();
            settings.put(SETTING, provider(factory, name, settings.get(SETTING)));
            // Made here and now: the unit may be built by another thread, which had better not make beans.
            listener.getObject();
            if (factory.getBootstrapExecutor() != null) {
                inBackground.add(factory);
            }
        }
        return bean;
    }

    /** Waits for the units that are built by other threads, so that a mapping that does not fit stops the start there, too. */
    void await() {
        inBackground.forEach(LocalContainerEntityManagerFactoryBean::getNativeEntityManagerFactory);
    }

    /** The application may have integrators of its own. */
    private IntegratorProvider provider(
            LocalContainerEntityManagerFactoryBean factory, String name, @Nullable Object other) {
        return () -> {
            List<Integrator> integrators = new ArrayList<>(others(other));
            integrators.add(new MappingCapture(unit -> tell(factory, name, unit)));
            return integrators;
        };
    }

    private void tell(LocalContainerEntityManagerFactoryBean factory, String name, MappedUnit unit) {
        DataSource dataSource = factory.getDataSource();
        if (dataSource != null) {
            listener.getObject().isMapped(name.startsWith("&") ? name.substring(1) : name, dataSource, unit);
        }
    }

    /** The setting is an instance, a class or the name of one. */
    private static List<Integrator> others(@Nullable Object other) {
        if (other instanceof IntegratorProvider provider) {
            return provider.getIntegrators();
        }
        if (other instanceof String name && !name.isBlank()) {
            return others(ClassUtils.resolveClassName(name.strip(), ClassUtils.getDefaultClassLoader()));
        }
        if (other instanceof Class<?> type && IntegratorProvider.class.isAssignableFrom(type)) {
            return ((IntegratorProvider) BeanUtils.instantiateClass(type)).getIntegrators();
        }
        return List.of();
    }
}
