package dev.schemaguard.database.postgres.catalog;

import dev.schemaguard.database.postgres.history.HistoryReader;
import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.inspect.CatalogReader;
import dev.schemaguard.inspect.DigestAnswer;
import dev.schemaguard.inspect.InspectionException;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.LiveSchema;
import dev.schemaguard.inspect.ObjectDigest;
import dev.schemaguard.inspect.TableDigests;
import dev.schemaguard.model.MigrationHistory;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code pg_catalog} of PostgreSQL 14 to 18. One query answers for all tables; a second one only where types are made
 * of types that the first could not foresee, and one or two more only to say why something was not found.
 */
public final class PostgresCatalog implements CatalogReader {

    @Override
    public LiveSchema read(Connection connection, Dialect dialect, InspectionScope scope)
            throws InspectionException, SQLException {
        return new PostgresReading(connection, dialect, scope).read();
    }

    @Override
    public List<LiveSchema> readEach(Connection connection, Dialect dialect, InspectionScope scope)
            throws InspectionException, SQLException {
        return new PostgresReading(connection, dialect, scope).readEach();
    }

    @Override
    public Optional<TableDigests> digests(Connection connection, InspectionScope scope, List<ObjectDigest> objects)
            throws SQLException {
        return new PostgresDigests(connection, scope).of(objects);
    }

    @Override
    public Optional<DigestAnswer> differing(Connection connection, InspectionScope scope, List<TableDigests> captured)
            throws SQLException {
        return new PostgresDigests(connection, scope).differing(captured);
    }

    @Override
    public Optional<List<DigestAnswer>> differingEach(
            Connection connection, InspectionScope scope, TableDigests captured) throws SQLException {
        return Optional.of(new PostgresDigests(connection, scope).differingEach(captured));
    }

    @Override
    public Set<String> schemas(Connection connection, Duration timeout) throws SQLException {
        return new PostgresDirectory(connection, timeout).schemas();
    }

    @Override
    public List<ObjectName> tables(Connection connection, Duration timeout) throws SQLException {
        return new PostgresDirectory(connection, timeout).tables();
    }

    @Override
    public List<ObjectName> made(Connection connection, Duration timeout) throws SQLException {
        return new PostgresDirectory(connection, timeout).made();
    }

    @Override
    public List<MigrationHistory> histories(Connection connection, List<String> schemas, Schema live, Duration timeout)
            throws SQLException {
        return HistoryReader.histories(connection, schemas, live, timeout);
    }

    @Override
    public String policies() {
        return "pg_policies";
    }

    @Override
    public String searchPath() {
        return "search_path";
    }
}
