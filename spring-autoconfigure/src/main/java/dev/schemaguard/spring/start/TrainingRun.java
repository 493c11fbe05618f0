package dev.schemaguard.spring.start;

import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.core.SpringProperties;

/**
 * Tells a run that ends when all beans are there, so that the virtual machine records which classes a start loads (Spring Boot
 * reference, Class Data Sharing and Ahead-of-Time Cache). Where it is made there is often no database.
 */
final class TrainingRun {

    static final String PROPERTY = DefaultLifecycleProcessor.EXIT_PROPERTY_NAME;

    private TrainingRun() {}

    static boolean isHere() {
        return DefaultLifecycleProcessor.ON_REFRESH_VALUE.equalsIgnoreCase(SpringProperties.getProperty(PROPERTY));
    }
}
