package dev.schemaguard.spring.readiness;

import java.time.Duration;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;

/** Comes after Spring Boot has told everybody that the application accepts traffic, and says if it does not. */
final class ReadyRunListener implements SpringApplicationRunListener, Ordered {

    /** For Spring Boot. */
    ReadyRunListener() {}

    @Override
    public void ready(ConfigurableApplicationContext context, Duration took) {
        context.getBeanProvider(ReadinessSignal.class).ifAvailable(ReadinessSignal::tell);
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
