package dev.schemaguard.spring.start;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * The bean that stands between what migrates the schema and what uses it: to Spring Boot it is the last of the beans that
 * initialize a database, so all that needs one waits for it.
 */
final class DatabaseGuard implements InitializingBean, SmartInitializingSingleton, DisposableBean {

    private final StartupVerification start;
    private final GuardRegistry guards;
    private final Runnable awaitUnits;

    DatabaseGuard(StartupVerification start, GuardRegistry guards, Runnable awaitUnits) {
        this.start = start;
        this.guards = guards;
        this.awaitUnits = awaitUnits;
    }

    @Override
    public void afterPropertiesSet() {
        start.schemaIsThere();
    }

    @Override
    public void afterSingletonsInstantiated() {
        awaitUnits.run();
        start.allIsThere();
    }

    @Override
    public void destroy() {
        guards.stop();
    }
}
