package dev.schemaguard.database.standard;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.inspect.CatalogReader;
import dev.schemaguard.inspect.DatabaseInfo;
import dev.schemaguard.inspect.InspectionException;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.LiveSchema;
import dev.schemaguard.model.ObjectName;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * A catalog that is read as any database's though its kind seems to be known, such as that of a server which only speaks the protocol of
 * a known one: the report says what it is.
 *
 * @param reader reads it
 * @param product what it is, for people
 */
public record RelativeCatalog(CatalogReader reader, String product) implements CatalogReader {

    @Override
    public LiveSchema read(Connection connection, Dialect dialect, InspectionScope scope)
            throws InspectionException, SQLException {
        LiveSchema live = reader.read(connection, dialect, scope);
        DatabaseInfo known = live.database();
        return new LiveSchema(
                new DatabaseInfo(product, known.version(), known.url(), known.user(), known.schemas()),
                live.schema(),
                live.emptySchemas(),
                live.notLookedAt());
    }

    @Override
    public Set<String> schemas(Connection connection, Duration timeout) throws SQLException {
        return reader.schemas(connection, timeout);
    }

    @Override
    public List<ObjectName> tables(Connection connection, Duration timeout) throws SQLException {
        return reader.tables(connection, timeout);
    }

    @Override
    public List<ObjectName> made(Connection connection, Duration timeout) throws SQLException {
        return reader.made(connection, timeout);
    }
}
