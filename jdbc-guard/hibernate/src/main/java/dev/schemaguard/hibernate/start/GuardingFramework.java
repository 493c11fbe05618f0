package dev.schemaguard.hibernate.start;

/**
 * Says that a framework guards the persistence units of its application itself, in its own order and by its own settings, so that
 * no SessionFactory has to do it. Found as a service ({@link java.util.ServiceLoader}) by the class loaders that Hibernate uses.
 */
public interface GuardingFramework {

    /** What it is called, for people. */
    String name();
}
