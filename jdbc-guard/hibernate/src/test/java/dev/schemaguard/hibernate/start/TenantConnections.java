package dev.schemaguard.hibernate.start;

import javax.sql.DataSource;
import org.hibernate.engine.jdbc.connections.spi.AbstractDataSourceBasedMultiTenantConnectionProviderImpl;

/** One database for all tenants. */
final class TenantConnections extends AbstractDataSourceBasedMultiTenantConnectionProviderImpl<String> {

    private static final long serialVersionUID = 1L;

    private final transient DataSource database;

    TenantConnections(DataSource database) {
        this.database = database;
    }

    @Override
    protected DataSource selectAnyDataSource() {
        return database;
    }

    @Override
    protected DataSource selectDataSource(String tenant) {
        return database;
    }
}
