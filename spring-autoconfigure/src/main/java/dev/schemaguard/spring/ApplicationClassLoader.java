package dev.schemaguard.spring;

import java.util.Optional;
import org.springframework.core.io.ResourceLoader;

/** Tells where the application's classes and resources are found. */
final class ApplicationClassLoader {

    private ApplicationClassLoader() {}

    static ClassLoader of(ResourceLoader resources) {
        return Optional.ofNullable(resources.getClassLoader()).orElseGet(ApplicationClassLoader.class::getClassLoader);
    }
}
