package dev.schemaguard.spring;

/** The persistence units of the application, for those who need not know what JPA is. */
interface MappingUnits {

    /** Whether there are any. */
    boolean any();

    /** Waits for those that are built by other threads. */
    void await();
}
