package dev.schemaguard.spring.autoconfigure;

import java.sql.CallableStatement;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;

/**
 * Keeps in a native image what a release packages, and what is found by its name: the service by which Hibernate is told that
 * Spring guards, and of Spring Data JDBC the application's converters, which are protected. Of the gate only the wrapper of a
 * procedure call is a proxy. The jars that this stands on bring their own lists below {@code META-INF/native-image}.
 */
final class SchemaGuardRuntimeHints implements RuntimeHintsRegistrar {

    private static final String FRAMEWORKS = "dev.schemaguard.hibernate.start.GuardingFramework";

    /** For Spring. */
    SchemaGuardRuntimeHints() {}

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader loader) {
        hints.resources().registerPattern("META-INF/schema-guard/*");
        hints.resources().registerPattern("db/migration/*");
        hints.resources().registerPattern("META-INF/services/" + FRAMEWORKS);
        hints.reflection()
                .registerType(
                        TypeReference.of("dev.schemaguard.spring.jpa.GuardedBySpring"),
                        MemberCategory.INVOKE_PUBLIC_CONSTRUCTORS);
        hints.proxies().registerJdkProxy(CallableStatement.class);
        hints.reflection()
                .registerTypeIfPresent(
                        loader,
                        "org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration",
                        MemberCategory.INVOKE_DECLARED_METHODS);
    }
}
