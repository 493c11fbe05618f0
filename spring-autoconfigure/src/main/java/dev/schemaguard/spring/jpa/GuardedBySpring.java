package dev.schemaguard.spring.jpa;

import dev.schemaguard.hibernate.start.GuardingFramework;

/**
 * Keeps the persistence units of an application to its properties and to its order of beans, also where these say that nothing is
 * guarded.
 */
public final class GuardedBySpring implements GuardingFramework {

    /** For the loader of services. */
    public GuardedBySpring() {}

    @Override
    public String name() {
        return "Spring Boot";
    }
}
