package dev.schemaguard.spring.expectation;

import dev.schemaguard.SchemaSources;
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
 * The snapshot that a release packages, where it does. It is read while the context is still being made, where a processor is
 * free for that, so that the check has not to wait for it.
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
        if (loader.getResource(ExpectationResolver.SNAPSHOT) != null) {
            SchemaSource packaged = SnapshotSource.of(SourceText.ownOnClasspath(ExpectationResolver.SNAPSHOT, loader));
            boolean ahead = Runtime.getRuntime().availableProcessors() > 1 && isWanted(beans, environment);
            Optional<Database> readFor =
                    ahead ? Databases.foreseen(text("spring.datasource.url", environment), loader) : Optional.empty();
            source = Optional.of(readFor.map(database -> SchemaSources.ahead(packaged, database))
                    .orElse(packaged));
        }
    }

    /** Where it packages one. */
    Optional<SchemaSource> source() {
        return source;
    }

    /** Whether nothing that comes before it is named. Settings that are wrong are told by those who need them. */
    private static boolean isWanted(ConfigurableListableBeanFactory beans, Environment environment) {
        return !text("schema-guard.enabled", environment).equalsIgnoreCase("false")
                && !text("schema-guard.mode", environment).equalsIgnoreCase("off")
                && !Binder.get(environment)
                        .bind("schema-guard.expect", Bindable.listOf(String.class))
                        .isBound()
                && beans.getBeanNamesForType(SchemaSource.class, true, false).length == 0;
    }

    private static String text(String property, Environment environment) {
        return Binder.get(environment).bind(property, String.class).orElse("");
    }
}
