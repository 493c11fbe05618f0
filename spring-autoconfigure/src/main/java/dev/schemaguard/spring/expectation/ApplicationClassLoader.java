package dev.schemaguard.spring.expectation;

import java.util.Optional;
import org.springframework.core.io.ResourceLoader;

/** Tells where the application's classes and resources are found. */
public final class ApplicationClassLoader {

    private ApplicationClassLoader() {}

    public static ClassLoader of(ResourceLoader resources) {
        return Optional.ofNullable(resources.getClassLoader()).orElseGet(ApplicationClassLoader.class::getClassLoader);
    }
}
