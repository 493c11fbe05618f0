package dev.schemaguard.spring.readiness;

import dev.schemaguard.spring.SchemaDriftEvent;
import dev.schemaguard.spring.SchemaGuards;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;

/**
 * Tells those who listen for changes of readiness, rather than ask for it, when a gate changes it: who writes a file for a
 * probe, or leaves a registry.
 */
final class ReadinessSignal {

    private final SchemaGuards guards;
    private final ApplicationEventPublisher events;

    /** What Spring Boot or the application said last. */
    private volatile ReadinessState wanted = ReadinessState.REFUSING_TRAFFIC;

    /** What was said last by anybody. */
    private volatile ReadinessState told = ReadinessState.REFUSING_TRAFFIC;

    ReadinessSignal(SchemaGuards guards, ApplicationEventPublisher events) {
        this.guards = guards;
        this.events = events;
    }

    @EventListener
    void hear(AvailabilityChangeEvent<ReadinessState> event) {
        told = event.getState();
        if (event.getSource() != this) {
            wanted = event.getState();
        }
    }

    @EventListener
    void hear(SchemaDriftEvent event) {
        tell();
    }

    /** Says what holds, if that is not what was said last. */
    void tell() {
        ReadinessState truth = guards.allReady() ? wanted : ReadinessState.REFUSING_TRAFFIC;
        if (truth != told) {
            AvailabilityChangeEvent.publish(events, this, truth);
        }
    }
}
