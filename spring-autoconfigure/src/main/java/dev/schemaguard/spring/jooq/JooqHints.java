package dev.schemaguard.spring.jooq;

import dev.schemaguard.spring.expectation.ExpectationNames;
import dev.schemaguard.spring.expectation.SchemaGuardProperties;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.TypeReference;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Keeps the constants of generated catalogs in a native image: those that the properties name when it is built. */
final class JooqHints implements BeanFactoryInitializationAotProcessor {

    private static final String PREFIX = ExpectationNames.JOOQ + ":";

    /** For Spring. */
    JooqHints() {}

    @Override
    public @Nullable BeanFactoryInitializationAotContribution processAheadOfTime(
            ConfigurableListableBeanFactory beans) {
        List<String> classes = catalogs(beans.getBean(Environment.class));
        return classes.isEmpty()
                ? null
                : (context, code) -> classes.forEach(name -> context.getRuntimeHints()
                        .reflection()
                        .registerType(TypeReference.of(name), MemberCategory.PUBLIC_FIELDS));
    }

    static List<String> catalogs(Environment environment) {
        SchemaGuardProperties properties =
                Binder.get(environment).bindOrCreate("schema-guard", SchemaGuardProperties.class);
        return Stream.concat(Stream.of(properties), properties.dataSources().values().stream())
                .flatMap(settings -> settings.expect().stream())
                .map(String::strip)
                .filter(entry -> entry.startsWith(PREFIX))
                .map(entry -> entry.substring(PREFIX.length()))
                .toList();
    }
}
