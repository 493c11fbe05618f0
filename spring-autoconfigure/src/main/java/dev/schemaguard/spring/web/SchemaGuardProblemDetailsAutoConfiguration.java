package dev.schemaguard.spring.web;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for telling the users of a servlet application that its database is not as it should be
 * ({@code schema-guard.problem-details.enabled}, false by default).
 *
 * <p>Drift within a statement is known only where the DataSource translates errors ({@code schema-guard.wrap} and
 * {@code schema-guard.translate-errors}), and then whether it came through JDBC, JPA or a repository, or at the end of a
 * transaction. That a database does not answer is known without. An {@code @ExceptionHandler} of the application's that takes
 * the exception comes first; it can ask {@link dev.schemaguard.Diagnosis#of} the same question. What fails before a request
 * has come to Spring MVC, such as within a filter, is not seen here.
 */
@AutoConfiguration
@ConditionalOnClass(
        name = {"org.springframework.web.servlet.HandlerExceptionResolver", "jakarta.servlet.http.HttpServletResponse"})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(ProblemDetailsProperties.class)
public final class SchemaGuardProblemDetailsAutoConfiguration {

    /** For Spring. */
    public SchemaGuardProblemDetailsAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    SchemaProblemResolver schemaGuardProblemResolver(ProblemDetailsProperties properties) {
        return new SchemaProblemResolver(properties.checked());
    }
}
