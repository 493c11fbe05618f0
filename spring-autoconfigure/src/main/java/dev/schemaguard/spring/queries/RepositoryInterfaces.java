package dev.schemaguard.spring.queries;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/** Tells for which interfaces of the application a framework makes beans. */
public final class RepositoryInterfaces {

    private RepositoryInterfaces() {}

    /**
     * The interfaces that factories of a type implement, by the names of their beans. Asked one by one, for to look for all of
     * a type would make beans, or leave out those that are made late.
     */
    public static Map<String, Class<?>> madeBy(Class<?> factoryType, ConfigurableListableBeanFactory beans) {
        Map<String, Class<?>> found = new LinkedHashMap<>();
        for (String name : beans.getBeanDefinitionNames()) {
            Class<?> factory = beans.getType(BeanFactory.FACTORY_BEAN_PREFIX + name, false);
            if (factory != null && factoryType.isAssignableFrom(factory)) {
                Class<?> made = beans.getType(name, false);
                if (made != null && made.isInterface()) {
                    found.put(name, made);
                }
            }
        }
        return found;
    }
}
