package dev.schemaguard.spring.expectation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

/** Finds the DataSources of the application. */
public final class DataSourceBeans {

    private final ConfigurableListableBeanFactory beans;
    private final SchemaGuardProperties properties;

    public DataSourceBeans(ConfigurableListableBeanFactory beans, SchemaGuardProperties properties) {
        this.beans = beans;
        this.properties = properties;
    }

    /** All DataSource beans that live as long as the application. */
    public List<DataSourceBean> all() {
        Map<String, DataSource> found = new LinkedHashMap<>();
        for (String name : beans.getBeanNamesForType(DataSource.class, false, true)) {
            if (!ScopedProxyUtils.isScopedTarget(name)) {
                found.put(name, beans.getBean(name, DataSource.class));
            }
        }
        requireKnown(found.keySet());
        DataSource main = beans.getBeanProvider(DataSource.class).getIfUnique();
        List<DataSourceBean> targets = new ArrayList<>();
        found.forEach((name, bean) ->
                targets.add(new DataSourceBean(name, bean, bean == main || found.size() == 1, properties.of(name))));
        return targets;
    }

    private void requireKnown(Set<String> names) {
        for (String set : properties.dataSources().keySet()) {
            if (!names.contains(set)) {
                throw new InvalidConfigurationPropertyValueException(
                        "schema-guard.data-sources." + set,
                        set,
                        "No DataSource bean has that name; there "
                                + (names.size() == 1 ? "is " : "are ")
                                + names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "))
                                + ".");
            }
        }
    }

    /** The databases behind a DataSource by the names they are known by: one, or the targets of a routing one. */
    public static Map<String, DataSource> databases(String name, DataSource dataSource) {
        Optional<AbstractRoutingDataSource> routing = routing(dataSource);
        if (routing.isEmpty()) {
            return Map.of(name, dataSource);
        }
        Map<String, DataSource> targets = new LinkedHashMap<>();
        routing.get().getResolvedDataSources().forEach((key, target) -> targets.put(name + "[" + key + "]", target));
        DataSource byDefault = routing.get().getResolvedDefaultDataSource();
        if (byDefault != null && !targets.containsValue(byDefault)) {
            targets.put(name + "[default]", byDefault);
        }
        return targets;
    }

    /** Whether both stand for the same pool, however often it is wrapped. */
    public static boolean same(DataSource one, DataSource other) {
        return innermost(one) == innermost(other);
    }

    private static Optional<AbstractRoutingDataSource> routing(DataSource dataSource) {
        return innermost(dataSource) instanceof AbstractRoutingDataSource routing
                ? Optional.of(routing)
                : Optional.empty();
    }

    /** Asking a routing DataSource to unwrap itself would ask the application for a key, so wrappers are taken off here. */
    private static DataSource innermost(DataSource dataSource) {
        DataSource inner = dataSource;
        while (inner instanceof DelegatingDataSource wrapper && wrapper.getTargetDataSource() != null) {
            inner = wrapper.getTargetDataSource();
        }
        return inner;
    }
}
