package dev.schemaguard.spring.shop;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.jpa.boot.spi.IntegratorProvider;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/** An application's own integrator, which is not to be lost. */
public class CountingIntegrators implements IntegratorProvider {

    public static final AtomicInteger CALLED = new AtomicInteger();

    @Override
    public List<Integrator> getIntegrators() {
        return List.of(new Integrator() {
            @Override
            public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
                CALLED.incrementAndGet();
            }

            @Override
            public void disintegrate(SessionFactoryImplementor factory, SessionFactoryServiceRegistry registry) {}
        });
    }
}
