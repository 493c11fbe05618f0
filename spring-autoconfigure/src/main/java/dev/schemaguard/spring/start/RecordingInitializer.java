package dev.schemaguard.spring.start;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Has the statements recorded that a project's tests send ({@code schema-guard.record-statements}). An initializer, for test slices
 * have no auto-configuration of ours.
 */
final class RecordingInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final String PROPERTY = "schema-guard.record-statements";

    /** For Spring Boot. */
    RecordingInitializer() {}

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (context.getEnvironment().getProperty(PROPERTY, Boolean.class, false)) {
            context.getBeanFactory().addBeanPostProcessor(new RecordingPostProcessor());
        }
    }
}
