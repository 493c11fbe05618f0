package dev.schemaguard.spring.expectation;

import dev.schemaguard.SchemaSources;
import dev.schemaguard.check.ClassesAhead;
import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.source.snapshot.SnapshotSource;
import java.util.Optional;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * The snapshot that a release packages, where it does. It is read while the context is still being made, and what a check needs is
 * loaded meanwhile, where a processor is free for that, so that the check has not to wait for either.
 */
public final class PackagedSnapshot implements BeanFactoryPostProcessor {

    private Optional<SchemaSource> source = Optional.empty();

    public PackagedSnapshot() {}

    /**
     * Runs before any other bean is made. What it needs is not injected: to look for an argument by its type makes those
     * FactoryBeans whose product is not known otherwise, and with them DataSources whose settings are not bound yet.
     */
    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        Environment environment =
                beans.getBean(ConfigurableApplicationContext.ENVIRONMENT_BEAN_NAME, Environment.class);
        ClassLoader loader =
                Optional.ofNullable(beans.getBeanClassLoader()).orElseGet(PackagedSnapshot.class::getClassLoader);
        boolean isPackaged = loader.getResource(ExpectationResolver.SNAPSHOT) != null;
        boolean isFirst = isPackaged && isFirst(beans, environment);
        Optional<Database> ahead = isOff(environment)
                ? Optional.empty()
                : Databases.foreseen(text("spring.datasource.url", environment), loader);
        if (isPackaged) {
            SchemaSource packaged = SnapshotSource.of(SourceText.ownOnClasspath(ExpectationResolver.SNAPSHOT, loader));
            boolean readAhead = isFirst && Runtime.getRuntime().availableProcessors() > 1;
            source = Optional.of(
                    readAhead
                            ? ahead.map(database -> SchemaSources.ahead(packaged, database))
                                    .orElse(packaged)
                            : packaged);
        }
        ahead.ifPresent(isFirst ? ClassesAhead::ofDigests : ClassesAhead::ofComparing);
    }

    /** Where it packages one. */
    Optional<SchemaSource> source() {
        return source;
    }

    /** Settings that are wrong are told by those who need them. */
    private static boolean isOff(Environment environment) {
        return text("schema-guard.enabled", environment).equalsIgnoreCase("false")
                || text("schema-guard.mode", environment).equalsIgnoreCase("off");
    }

    /** Whether nothing that comes before it is named. */
    private static boolean isFirst(ConfigurableListableBeanFactory beans, Environment environment) {
        return !Binder.get(environment)
                        .bind("schema-guard.expect", Bindable.listOf(String.class))
                        .isBound()
                && beans.getBeanNamesForType(SchemaSource.class, true, false).length == 0;
    }

    private static String text(String property, Environment environment) {
        return Binder.get(environment).bind(property, String.class).orElse("");
    }
}
