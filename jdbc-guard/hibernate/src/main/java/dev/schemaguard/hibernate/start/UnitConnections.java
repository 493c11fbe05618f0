package dev.schemaguard.hibernate.start;

import java.util.Optional;
import javax.sql.DataSource;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.hibernate.engine.jdbc.connections.spi.MultiTenantConnectionProvider;
import org.hibernate.service.ServiceRegistry;

/** Where a persistence unit gets its connections from, as far as that is one place and Hibernate knows it. */
sealed interface UnitConnections {

    /** A place that anybody may ask. */
    record Known(DataSource dataSource) implements UnitConnections {}

    /**
     * None that could be asked.
     *
     * @param why the reason, and what to do
     */
    record None(String why) implements UnitConnections {}

    /** Hibernate's class for connections that the application brings is internal, so its name is all that is used of it. */
    String SUPPLIED = "UserSuppliedConnectionProviderImpl";

    /** Hibernate Reactive's, which speaks to the database without JDBC. */
    String WITHOUT_JDBC = "NoJdbcConnectionProvider";

    /** Asks the services of a SessionFactory. Connects to nothing. */
    static UnitConnections of(ServiceRegistry services) {
        Optional<ConnectionProvider> provider = Optional.ofNullable(services.getService(ConnectionProvider.class));
        String kind = provider.map(known -> known.getClass().getSimpleName()).orElse("");
        if (kind.equals(WITHOUT_JDBC)) {
            return new None(
                    "it uses no JDBC; check its database with SchemaGuard and a DataSource, or in the pipeline");
        }
        if (Optional.ofNullable(services.getService(MultiTenantConnectionProvider.class))
                .isPresent()) {
            return new None("it is multi-tenant, and which tenants there are it does not tell; check their schemas"
                    + " with `schema-guard check --schema 'tenant_*'`");
        }
        if (provider.isEmpty() || kind.equals(SUPPLIED)) {
            return new None("it has no connections of its own, for the application brings one with each session; check"
                    + " its DataSource with SchemaGuard");
        }
        return new Known(dataSource(provider.get()));
    }

    private static DataSource dataSource(ConnectionProvider provider) {
        return provider.isUnwrappableAs(DataSource.class)
                ? new BorrowedDataSource(provider.unwrap(DataSource.class))
                : new ProvidedDataSource(provider);
    }
}
