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
import org.hibernate.engine.jdbc.env.spi.NameQualifierSupport;
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
        List<NamedSql> queries = new ArrayList<>();
        metadata.visitNamedNativeQueryDefinitions(
                query -> queries.add(new NamedSql(query.getRegistrationName(), query.getSqlQueryString())));
        listener.accept(new MappedUnit(
                new MappingSource(metadata),
                schemas(metadata, settings),
                MappedUnit.Ddl.of(settings),
                queries,
                task -> factory.addObserver(new Once(task))));
    }

    /** Some databases, MySQL among them, call a schema a catalog: there Hibernate heeds the one setting and not the other. */
    private static List<String> schemas(Metadata metadata, Map<String, Object> settings) {
        NameQualifierSupport qualifiers =
                metadata.getDatabase().getJdbcEnvironment().getNameQualifierSupport();
        String setting = qualifiers.supportsSchemas() ? "hibernate.default_schema" : "hibernate.default_catalog";
        return Optional.ofNullable(settings.get(setting))
                .map(Object::toString)
                .map(List::of)
                .orElse(List.of());
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
