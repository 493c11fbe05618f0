package dev.schemaguard.spring.readiness;

import dev.schemaguard.spring.SchemaGuards;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.availability.ApplicationAvailabilityBean;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.AvailabilityState;
import org.springframework.boot.availability.ReadinessState;

/**
 * Spring Boot's memory of its availability, in which a refusing gate has the last word on readiness.
 *
 * <p>Spring Boot itself says {@code ACCEPTING_TRAFFIC} as soon as an application has started, whatever anybody said before. To
 * contradict it by an event would leave a moment in which a probe finds the application ready, and the next probe may be ten
 * seconds away. So the answer is made when somebody asks: what was last said by Spring Boot or the application, unless a gate
 * refuses. What {@link ReadinessSignal} tells others is not remembered, for it follows from the gates, too.
 */
final class GuardedAvailability extends ApplicationAvailabilityBean {

    private final SchemaGuards guards;

    GuardedAvailability(SchemaGuards guards) {
        this.guards = guards;
    }

    @Override
    public void onApplicationEvent(AvailabilityChangeEvent<?> event) {
        if (!(event.getSource() instanceof ReadinessSignal)) {
            super.onApplicationEvent(event);
        }
    }

    /** Both {@code getState} of Spring Boot ask here. */
    @Override
    @SuppressWarnings("unchecked")
    public <S extends AvailabilityState> @Nullable AvailabilityChangeEvent<S> getLastChangeEvent(Class<S> type) {
        AvailabilityChangeEvent<S> said = super.getLastChangeEvent(type);
        boolean refuses = said != null && said.getState() == ReadinessState.REFUSING_TRAFFIC;
        return type != ReadinessState.class || refuses || guards.allReady()
                ? said
                : (AvailabilityChangeEvent<S>) new AvailabilityChangeEvent<>(guards, ReadinessState.REFUSING_TRAFFIC);
    }
}
