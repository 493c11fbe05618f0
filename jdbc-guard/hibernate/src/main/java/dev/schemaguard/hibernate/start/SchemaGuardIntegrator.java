package dev.schemaguard.hibernate.start;

import dev.schemaguard.check.ClassesAhead;
import dev.schemaguard.database.Databases;
import dev.schemaguard.hibernate.MappedUnit;
import dev.schemaguard.hibernate.MappingCapture;
import dev.schemaguard.jdbc.gate.Mode;
import java.util.Map;
import java.util.Optional;
import org.hibernate.Version;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.registry.classloading.spi.ClassLoaderService;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Guards a SessionFactory while Hibernate builds it. Hibernate finds it as a service, so that there is nothing to call.
 *
 * <p>It takes the mapping when all of it is resolved, and verifies the database once the SessionFactory is built: after
 * Hibernate's own export of the schema, and after whatever other integrators migrate. A database that does not serve the mapping
 * stops the building with a {@link PersistenceUnitRefusedException}. The settings stand among Hibernate's, as {@code
 * schema-guard.mode} and the like.
 *
 * <p>Made for Hibernate 6.6 and 7 and of what both have. 8.0.0.Beta1 calls it, too, but has a mapping that cannot be read so yet:
 * units start there with a warning.
 */
public final class SchemaGuardIntegrator implements Integrator {

    static final Logger LOG = LoggerFactory.getLogger(SchemaGuardIntegrator.class);

    /** For Hibernate. */
    public SchemaGuardIntegrator() {}

    /**
     * Reads the settings, takes the mapping, and has the database verified when all is built.
     *
     * @throws InvalidSettingsException if a setting means nothing
     */
    @Override
    public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
        String unit = UnitName.of(factory.getProperties());
        Optional<GuardingFramework> framework = framework(context);
        if (framework.isPresent()) {
            LOG.debug(
                    "persistence unit '{}' is left to {}", unit, framework.get().name());
            return;
        }
        String version = Version.getVersionString();
        if (HibernateLine.isTooOld(version)) {
            warnOfAge(unit, version);
            return;
        }
        UnitSettings settings = UnitSettings.of(unit, factory.getProperties(), System.getenv());
        if (settings.mode() == Mode.OFF) {
            LOG.warn("persistence unit '{}' is not guarded: the mode is \"off\"", unit);
            return;
        }
        new MappingCapture(mapped -> guard(unit, mapped, settings, factory)).integrate(metadata, context, factory);
    }

    /** What Hibernate calls before 6.2, where this would not be an Integrator without it. */
    @Override
    @SuppressWarnings({"deprecation", "removal"})
    public void integrate(
            Metadata metadata, SessionFactoryImplementor factory, SessionFactoryServiceRegistry registry) {
        warnOfAge(UnitName.of(factory.getProperties()), Version.getVersionString());
    }

    private static void warnOfAge(String unit, String version) {
        LOG.warn(
                "persistence unit '{}' is not guarded: this is Hibernate {}, and Schema Guard reads mappings from {} on",
                unit,
                version,
                HibernateLine.OLDEST);
    }

    private static void guard(
            String unit, MappedUnit mapped, UnitSettings settings, SessionFactoryImplementor factory) {
        if (mapped.ddl() == MappedUnit.Ddl.CREATES) {
            LOG.info(
                    "persistence unit '{}' is not guarded: Hibernate itself makes the schema, so nothing can differ",
                    unit);
            return;
        }
        loadAhead(factory);
        mapped.afterwards().accept(() -> verify(unit, mapped, settings, factory));
    }

    /** While Hibernate builds the rest. */
    private static void loadAhead(SessionFactoryImplementor factory) {
        Map<String, Object> settings = factory.getProperties();
        Object older = settings.getOrDefault("hibernate.connection.url", "");
        Object url = settings.getOrDefault("jakarta.persistence.jdbc.url", older);
        Databases.foreseen(String.valueOf(url), SchemaGuardIntegrator.class.getClassLoader())
                .ifPresent(ClassesAhead::ofComparing);
    }

    private static void verify(
            String unit, MappedUnit mapped, UnitSettings settings, SessionFactoryImplementor factory) {
        UnitConnections connections = UnitConnections.of(factory.getServiceRegistry());
        if (connections instanceof UnitConnections.None none) {
            LOG.warn("persistence unit '{}' is not guarded: {}", unit, none.why());
        } else if (connections instanceof UnitConnections.Known known) {
            new UnitGuard(
                            unit,
                            mapped,
                            settings,
                            property -> Optional.ofNullable(
                                            factory.getProperties().get(property))
                                    .map(Object::toString))
                    .pass(known.dataSource());
        }
    }

    private static Optional<GuardingFramework> framework(BootstrapContext context) {
        return Optional.ofNullable(context.getServiceRegistry().getService(ClassLoaderService.class))
                .flatMap(loaders -> loaders.loadJavaServices(GuardingFramework.class).stream()
                        .findFirst());
    }

    @Override
    public void disintegrate(SessionFactoryImplementor factory, SessionFactoryServiceRegistry registry) {}
}
