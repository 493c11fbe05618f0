package dev.schemaguard.spring.autoconfigure;

import java.sql.CallableStatement;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * Keeps what a release packages in a native image. Of the gate only the wrapper of a procedure call is a proxy. Of Spring Data JDBC it asks for the application's converters, which are protected.
 */
final class SchemaGuardRuntimeHints implements RuntimeHintsRegistrar {

    /** For Spring. */
    SchemaGuardRuntimeHints() {}

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader loader) {
        hints.resources().registerPattern("META-INF/schema-guard/*");
        hints.resources().registerPattern("db/migration/*");
        hints.proxies().registerJdkProxy(CallableStatement.class);
        hints.reflection()
                .registerTypeIfPresent(
                        loader,
                        "org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration",
                        MemberCategory.INVOKE_DECLARED_METHODS);
    }
}
