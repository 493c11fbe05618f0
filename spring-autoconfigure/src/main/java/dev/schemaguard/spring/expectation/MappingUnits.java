package dev.schemaguard.spring.expectation;

/** The persistence units of the application, for those who need not know what JPA is. */
public interface MappingUnits {

    /** Whether there are any. */
    boolean any();

    /** Waits for those that are built by other threads. */
    void await();
}
