package dev.schemaguard.database.mysql.catalog;

import dev.schemaguard.database.mysql.server.ServerVersion;
import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.inspect.CatalogReader;
import dev.schemaguard.inspect.DigestAnswer;
import dev.schemaguard.inspect.InspectionException;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.LiveSchema;
import dev.schemaguard.inspect.ObjectDigest;
import dev.schemaguard.inspect.TableDigests;
import dev.schemaguard.model.ObjectName;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code information_schema} of MySQL 8 and MariaDB from 10.6 on.
 *
 * @param server which server it is
 * @param introduction what it said when it was asked so, where the session is as it was then
 */
public record MysqlCatalog(ServerVersion server, Optional<Introduction> introduction) implements CatalogReader {

    @Override
    public LiveSchema read(Connection connection, Dialect dialect, InspectionScope scope)
            throws InspectionException, SQLException {
        return reading(connection, scope).read();
    }

    @Override
    public List<LiveSchema> readEach(Connection connection, Dialect dialect, InspectionScope scope)
            throws InspectionException, SQLException {
        return reading(connection, scope).readEach();
    }

    @Override
    public int digestVersion(Connection connection) {
        return MysqlDigests.version(server);
    }

    @Override
    public Optional<TableDigests> digests(Connection connection, InspectionScope scope, List<ObjectDigest> objects)
            throws SQLException {
        return new MysqlDigests(connection, server, scope).of(objects);
    }

    @Override
    public Optional<DigestAnswer> differing(Connection connection, InspectionScope scope, List<TableDigests> captured)
            throws SQLException {
        return new MysqlDigests(connection, server, scope).differing(captured);
    }

    @Override
    public Set<String> schemas(Connection connection, Duration timeout) throws SQLException {
        return directory(connection, timeout).schemas();
    }

    @Override
    public List<ObjectName> tables(Connection connection, Duration timeout) throws SQLException {
        return directory(connection, timeout).tables();
    }

    @Override
    public List<ObjectName> made(Connection connection, Duration timeout) throws SQLException {
        return directory(connection, timeout).made();
    }

    private MysqlReading reading(Connection connection, InspectionScope scope)
            throws InspectionException, SQLException {
        CatalogStatement catalog = new CatalogStatement(connection, server, scope.timeout());
        Optional<Session> session = introduction.flatMap(Introduction::session);
        return new MysqlReading(catalog, session.isPresent() ? session.get() : Session.read(catalog), scope);
    }

    private MysqlDirectory directory(Connection connection, Duration timeout) {
        return new MysqlDirectory(new CatalogStatement(connection, server, timeout));
    }
}
