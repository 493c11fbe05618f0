package dev.schemaguard.spring.expectation;

import java.lang.annotation.Annotation;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.ClassUtils;

/** Tells which DataSource a migration tool migrates for whom. */
public final class MigratedDataSources {

    /** The marks of both lines of Spring Boot. */
    private static final List<String> TOOLS_OWN = List.of(
            "org.springframework.boot.autoconfigure.flyway.FlywayDataSource",
            "org.springframework.boot.flyway.autoconfigure.FlywayDataSource",
            "org.springframework.boot.autoconfigure.liquibase.LiquibaseDataSource",
            "org.springframework.boot.liquibase.autoconfigure.LiquibaseDataSource");

    private final ListableBeanFactory beans;

    public MigratedDataSources(ListableBeanFactory beans) {
        this.beans = beans;
    }

    /**
     * Whether what is migrated through one DataSource is what another one uses. A tool often has a connection of its own, with
     * a role that may do more: then it migrates the application's main database.
     *
     * @param migrated what the tool uses, or {@code null} if it does not say
     */
    public boolean isFor(DataSourceBean bean, @Nullable DataSource migrated) {
        if (migrated == null) {
            return bean.main();
        }
        boolean another = beans.getBeansOfType(DataSource.class, false, false).entrySet().stream()
                .anyMatch(other -> DataSourceBeans.same(other.getValue(), migrated) && !isToolsOwn(other.getKey()));
        return another ? DataSourceBeans.same(bean.dataSource(), migrated) : bean.main();
    }

    /** A bean that is there for the tool alone. */
    private boolean isToolsOwn(String bean) {
        return TOOLS_OWN.stream()
                .filter(name -> ClassUtils.isPresent(name, null))
                .map(name -> ClassUtils.resolveClassName(name, null).asSubclass(Annotation.class))
                .anyMatch(mark -> beans.findAnnotationOnBean(bean, mark) != null);
    }
}
