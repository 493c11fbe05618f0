package dev.schemaguard.spring.jpa;

import dev.schemaguard.spring.queries.QueryTarget;
import java.util.Optional;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanReference;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.ConstructorArgumentValues.ValueHolder;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

/** Tells by the definitions of beans alone which persistence unit a repository uses. */
final class RepositoryUnits {

    private final ConfigurableListableBeanFactory beans;

    RepositoryUnits(ConfigurableListableBeanFactory beans) {
        this.beans = beans;
    }

    /** Whether the repository sends its queries there for sure. */
    boolean isOf(String repository, QueryTarget target) {
        if (target.unit().isEmpty()) {
            return target.only();
        }
        String unit = target.unit().get().name();
        return of(repository).map(unit::equals).orElseGet(() -> isOnlyUnit(unit));
    }

    /** It refers to an EntityManager, whose definition refers to what makes it. */
    private Optional<String> of(String repository) {
        return reference(definition(repository)
                        .map(definition -> definition.getPropertyValues().get("entityManager")))
                .flatMap(this::definition)
                .flatMap(manager -> reference(manager.getConstructorArgumentValues().getGenericArgumentValues().stream()
                        .findFirst()
                        .or(() -> manager.getConstructorArgumentValues().getIndexedArgumentValues().values().stream()
                                .findFirst())
                        .map(ValueHolder::getValue)));
    }

    private Optional<BeanDefinition> definition(String name) {
        return beans.containsBeanDefinition(name) ? Optional.of(beans.getBeanDefinition(name)) : Optional.empty();
    }

    private static Optional<String> reference(Optional<?> value) {
        return value.filter(BeanReference.class::isInstance)
                .map(BeanReference.class::cast)
                .map(BeanReference::getBeanName);
    }

    private boolean isOnlyUnit(String name) {
        String[] all = beans.getBeanNamesForType(LocalContainerEntityManagerFactoryBean.class, true, false);
        return all.length == 1 && all[0].equals("&" + name);
    }
}
