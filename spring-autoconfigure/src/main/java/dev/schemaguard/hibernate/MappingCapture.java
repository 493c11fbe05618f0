package dev.schemaguard.hibernate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.hibernate.SessionFactory;
import org.hibernate.SessionFactoryObserver;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/**
 * Takes the mapping out of Hibernate while it builds a SessionFactory: after all mappings are resolved, and before it touches
 * the schema or anybody can use it. What the listener throws stops the building.
 */
public final class MappingCapture implements Integrator {

    private final Consumer<MappedUnit> listener;

    /** Tells the listener about each unit that is built. */
    public MappingCapture(Consumer<MappedUnit> listener) {
        this.listener = listener;
    }

    @Override
    public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
        Map<String, Object> settings = factory.getProperties();
        List<String> schemas = Optional.ofNullable(settings.get("hibernate.default_schema"))
                .map(Object::toString)
                .map(List::of)
                .orElse(List.of());
        List<NamedSql> queries = new ArrayList<>();
        metadata.visitNamedNativeQueryDefinitions(
                query -> queries.add(new NamedSql(query.getRegistrationName(), query.getSqlQueryString())));
        listener.accept(new MappedUnit(
                new MappingSource(metadata),
                schemas,
                MappedUnit.Ddl.of(settings),
                queries,
                task -> factory.addObserver(new Once(task))));
    }

    @Override
    public void disintegrate(SessionFactoryImplementor factory, SessionFactoryServiceRegistry registry) {}

    private record Once(Runnable task) implements SessionFactoryObserver {

        private static final long serialVersionUID = 1L;

        @Override
        public void sessionFactoryCreated(SessionFactory factory) {
            task.run();
        }
    }
}
