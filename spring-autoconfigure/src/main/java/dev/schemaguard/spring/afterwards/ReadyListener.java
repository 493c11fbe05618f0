package dev.schemaguard.spring.afterwards;

import java.time.Duration;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;

/** Begins once the application is ready and everybody was told. */
final class ReadyListener implements SpringApplicationRunListener, Ordered {

    /** For Spring Boot. */
    ReadyListener() {}

    @Override
    public void ready(ConfigurableApplicationContext context, Duration took) {
        context.getBeanProvider(AfterStart.class).ifAvailable(AfterStart::begin);
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
