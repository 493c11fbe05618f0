package dev.schemaguard.spring.start;

import java.util.function.IntConsumer;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.util.ClassUtils;

/**
 * Ends an application that was started only to check its database ({@code schema-guard.check-only}), as soon as its properties
 * are known and before there is any context: no bean is made, nothing is migrated, no port is opened.
 */
final class CheckOnlyListener implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    private final IntConsumer exit;

    /** For Spring Boot. */
    CheckOnlyListener() {
        this(System::exit);
    }

    CheckOnlyListener(IntConsumer exit) {
        this.exit = exit;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        Binder binder = Binder.get(event.getEnvironment());
        if (!binder.bind("schema-guard.check-only", Boolean.class).orElse(false)) {
            return;
        }
        ClassLoader loader = event.getSpringApplication().getClassLoader();
        if (!ClassUtils.isPresent("org.springframework.boot.jdbc.DataSourceBuilder", loader)) {
            System.err.println("schema-guard.check-only: this application has no JDBC");
            exit.accept(CheckOnly.UNVERIFIED);
            return;
        }
        exit.accept(CheckOnly.of(binder, loader).run(System.out, System.err));
    }

    /** Last, so that every source of properties has had its say, and the log is set up. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
