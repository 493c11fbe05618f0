package dev.schemaguard.spring;

import java.lang.annotation.Annotation;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.ClassUtils;

/** Tells which DataSource a migration tool migrates for whom. */
final class MigratedDataSources {

    /** The marks of both lines of Spring Boot. */
    private static final List<String> TOOLS_OWN = List.of(
            "org.springframework.boot.autoconfigure.flyway.FlywayDataSource",
            "org.springframework.boot.flyway.autoconfigure.FlywayDataSource",
            "org.springframework.boot.autoconfigure.liquibase.LiquibaseDataSource",
            "org.springframework.boot.liquibase.autoconfigure.LiquibaseDataSource");

    private final ListableBeanFactory beans;

    MigratedDataSources(ListableBeanFactory beans) {
        this.beans = beans;
    }

    /**
     * Whether what is migrated through one DataSource is what another one uses. A tool often has a connection of its own, with
     * a role that may do more: then it migrates the application's main database.
     *
     * @param migrated what the tool uses, or {@code null} if it does not say
     */
    boolean isFor(Target target, @Nullable DataSource migrated) {
        if (migrated == null) {
            return target.main();
        }
        boolean another = beans.getBeansOfType(DataSource.class, false, false).entrySet().stream()
                .anyMatch(bean -> Targets.same(bean.getValue(), migrated) && !isToolsOwn(bean.getKey()));
        return another ? Targets.same(target.dataSource(), migrated) : target.main();
    }

    /** A bean that is there for the tool alone. */
    private boolean isToolsOwn(String bean) {
        return TOOLS_OWN.stream()
                .filter(name -> ClassUtils.isPresent(name, null))
                .map(name -> ClassUtils.resolveClassName(name, null).asSubclass(Annotation.class))
                .anyMatch(mark -> beans.findAnnotationOnBean(bean, mark) != null);
    }
}
