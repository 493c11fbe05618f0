package dev.schemaguard.spring.datajdbc;

import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.model.Origin;
import dev.schemaguard.spring.queries.RepositoryInterfaces;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.BeanCurrentlyInCreationException;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.data.convert.CustomConversions;
import org.springframework.data.convert.CustomConversions.StoreConversions;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.dialect.JdbcPostgresDialect;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;
import org.springframework.data.jdbc.core.mapping.JdbcSimpleTypes;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.jdbc.repository.support.JdbcRepositoryFactoryBean;
import org.springframework.data.mapping.model.SimpleTypeHolder;
import org.springframework.data.relational.RelationalManagedTypes;
import org.springframework.data.relational.core.mapping.DefaultNamingStrategy;
import org.springframework.data.relational.core.mapping.NamingStrategy;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.core.support.AbstractRepositoryMetadata;
import org.springframework.util.ReflectionUtils;

/** The beans of which Spring Data JDBC makes its mapping, as far as they can be had before the database is checked. */
final class MappingBeans {

    private final ConfigurableListableBeanFactory beans;

    MappingBeans(ConfigurableListableBeanFactory beans) {
        this.beans = beans;
        if (beans.getBeanNamesForType(RelationalManagedTypes.class, true, false).length == 0) {
            throw new SchemaSourceException(
                    Origin.of(DataJdbcMapping.NAME),
                    "this application does not use Spring Data JDBC",
                    "enable its repositories, or expect something else");
        }
    }

    /** The application's own, or the library's with the application's converters. */
    CustomConversions conversions() {
        return ofApplication(JdbcCustomConversions.class).orElseGet(() -> {
            List<Object> store = new ArrayList<>(JdbcPostgresDialect.INSTANCE.getConverters());
            store.addAll(JdbcCustomConversions.storeConverters());
            // A class that only one database's driver knows is no entity elsewhere either.
            SimpleTypeHolder types =
                    new SimpleTypeHolder(JdbcPostgresDialect.INSTANCE.simpleTypes(), JdbcSimpleTypes.HOLDER);
            return new JdbcCustomConversions(StoreConversions.of(types, store), userConverters());
        });
    }

    JdbcMappingContext context(CustomConversions conversions) {
        return ofApplication(JdbcMappingContext.class).orElseGet(() -> {
            JdbcMappingContext context = new JdbcMappingContext(
                    beans.getBeanProvider(NamingStrategy.class).getIfAvailable(() -> DefaultNamingStrategy.INSTANCE));
            context.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
            return context;
        });
    }

    /** The classes that the application scans for, and those that its repositories keep. */
    Set<Class<?>> aggregates() {
        Set<Class<?>> types = new LinkedHashSet<>();
        beans.getBeanProvider(RelationalManagedTypes.class).stream().forEach(managed -> managed.forEach(types::add));
        RepositoryInterfaces.madeBy(JdbcRepositoryFactoryBean.class, beans).values().stream()
                .filter(MappingBeans::keepsItsDomain)
                .forEach(repository -> types.add(
                        AbstractRepositoryMetadata.getMetadata(repository).getDomainType()));
        return types;
    }

    /**
     * Whether a repository makes statements of its domain type. One that has its own for all that it does may read rows of
     * that type which are of no table. Methods that the application implements itself stand in interfaces of their own.
     */
    private static boolean keepsItsDomain(Class<?> repository) {
        return Arrays.stream(repository.getMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .filter(method -> Repository.class.isAssignableFrom(method.getDeclaringClass())
                        || method.getDeclaringClass().getName().startsWith("org.springframework.data."))
                .anyMatch(method -> !AnnotatedElementUtils.hasAnnotation(method, Query.class));
    }

    /** A bean of that type that the application itself defines. The library's own ones need the database. */
    private <T> Optional<T> ofApplication(Class<T> type) {
        String[] names = beans.getBeanNamesForType(type, true, false);
        if (names.length != 1 || isOfLibrary(names[0])) {
            return Optional.empty();
        }
        try {
            return Optional.of(beans.getBean(names[0], type));
        } catch (BeanCreationException e) {
            if (e instanceof BeanCurrentlyInCreationException || e.contains(BeanCurrentlyInCreationException.class)) {
                throw needsDatabase(names[0], e);
            }
            throw e;
        }
    }

    private static SchemaSourceException needsDatabase(String bean, Exception cause) {
        return new SchemaSourceException(
                Origin.of(DataJdbcMapping.NAME),
                "bean '" + bean + "' needs the database, which waits for this check",
                "let the bean do without the dialect, such as by overriding AbstractJdbcConfiguration#userConverters, or"
                        + " expect a snapshot",
                cause);
    }

    private boolean isOfLibrary(String name) {
        if (!beans.containsBeanDefinition(name)) {
            return false;
        }
        BeanDefinition definition = beans.getMergedBeanDefinition(name);
        Method method = definition instanceof RootBeanDefinition root ? root.getResolvedFactoryMethod() : null;
        return method != null && method.getDeclaringClass().getName().startsWith("org.springframework.");
    }

    /** What an application adds by overriding, which is protected. */
    private List<?> userConverters() {
        Method method = ReflectionUtils.findMethod(AbstractJdbcConfiguration.class, "userConverters");
        if (method == null) {
            return List.of();
        }
        ReflectionUtils.makeAccessible(method);
        List<Object> converters = new ArrayList<>();
        beans.getBeanProvider(AbstractJdbcConfiguration.class).stream()
                .map(configuration -> ReflectionUtils.invokeMethod(method, configuration))
                .forEach(some -> converters.addAll((List<?>) some));
        return converters;
    }
}
