package dev.schemaguard.database.standard;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.inspect.CatalogNeeds;
import dev.schemaguard.inspect.CatalogReader;
import dev.schemaguard.inspect.DatabaseInfo;
import dev.schemaguard.inspect.InspectionException;
import dev.schemaguard.inspect.InspectionException.Reason;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.LiveSchema;
import dev.schemaguard.model.Capabilities;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Sequence;
import dev.schemaguard.model.Table;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads any database through {@link DatabaseMetaData}. Checks, types, triggers and privileges are not to be had there, or not
 * reliably, and stay unstated; sequences are read by whoever knows
 * the kind of database. Keys and indexes take a question a table, so they are asked for only where the
 * expectation states some.
 */
public final class JdbcMetadataCatalog implements CatalogReader {

    private final Sequences sequences;

    private JdbcMetadataCatalog(Sequences sequences) {
        this.sequences = sequences;
    }

    /** Of a database whose sequences somebody else reads. */
    public static JdbcMetadataCatalog with(Sequences sequences) {
        return new JdbcMetadataCatalog(sequences);
    }

    @Override
    public LiveSchema read(Connection connection, Dialect dialect, InspectionScope scope)
            throws InspectionException, SQLException {
        DatabaseMetaData metaData = connection.getMetaData();
        CatalogNeeds needs = scope.expected().map(CatalogNeeds::of).orElse(CatalogNeeds.EVERYTHING);
        JdbcNamespaces namespaces = JdbcNamespaces.of(connection, scope);
        List<JdbcTable> wanted = new JdbcTables(metaData, namespaces, scope).read();
        Map<JdbcTable, Table.Builder> tables = new LinkedHashMap<>();
        Set<Family> complete = complete(needs);
        for (JdbcTable table : wanted) {
            tables.put(
                    table,
                    Table.builder(table.name())
                            .kind(table.kind())
                            .complete(complete)
                            .capabilities(Capabilities.UNSTATED));
        }
        new JdbcColumns(metaData, namespaces, dialect).readInto(tables);
        new JdbcKeys(metaData, namespaces, needs, new ExpectedKeys(scope.expected()), dialect).readInto(tables);
        Optional<List<Sequence>> numbers = needs.reads(Family.SEQUENCES)
                ? sequences.read(connection, namespaces.lookedAt(), scope.timeout())
                : Optional.empty();
        Schema schema = Schema.builder()
                .searchPath(namespaces.searchPath())
                .tables(tables.values().stream().map(Table.Builder::build).toList())
                .sequences(numbers.orElse(List.of()))
                .complete(needs.everything() ? withTables(complete) : Set.of())
                .build();
        String user = String.valueOf(metaData.getUserName());
        return new LiveSchema(
                DatabaseInfo.of(metaData, user, namespaces.lookedAt()),
                schema,
                empty(metaData, namespaces, wanted),
                numbers.isPresent()
                        ? Set.of(Family.CHECKS, Family.TYPES)
                        : Set.of(Family.CHECKS, Family.SEQUENCES, Family.TYPES));
    }

    private static Set<Family> complete(CatalogNeeds needs) {
        Set<Family> complete = EnumSet.of(Family.COLUMNS);
        if (needs.keys()) {
            complete.addAll(Set.of(Family.PRIMARY_KEYS, Family.UNIQUE_KEYS));
        }
        for (Family family : List.of(Family.FOREIGN_KEYS, Family.INDEXES)) {
            if (needs.reads(family)) {
                complete.add(family);
            }
        }
        return complete;
    }

    private static Set<Family> withTables(Set<Family> families) {
        Set<Family> all = EnumSet.copyOf(families);
        all.add(Family.TABLES);
        return all;
    }

    /** Asked only where nothing was found, and then it also shows whether the schema exists at all. */
    private static List<String> empty(DatabaseMetaData metaData, JdbcNamespaces namespaces, List<JdbcTable> wanted)
            throws InspectionException, SQLException {
        List<String> empty = new ArrayList<>();
        if (!wanted.isEmpty()) {
            return empty;
        }
        for (String schema : namespaces.lookedAt()) {
            if (!namespaces.exists(metaData, schema)) {
                throw new InspectionException(
                        Reason.SCHEMA_NOT_FOUND,
                        "schema '" + schema + "' does not exist: check the name, its case, and the database",
                        null);
            }
            if (!JdbcTables.anyIn(metaData, namespaces, schema)) {
                empty.add(schema);
            }
        }
        return empty;
    }

    @Override
    public Set<String> schemas(Connection connection, Duration timeout) throws SQLException {
        return new JdbcDirectory(connection).schemas();
    }

    @Override
    public List<ObjectName> tables(Connection connection, Duration timeout) throws SQLException {
        return new JdbcDirectory(connection).tables();
    }

    @Override
    public List<ObjectName> made(Connection connection, Duration timeout) throws SQLException {
        return new JdbcDirectory(connection).made();
    }

    /** Reads the sequences of a kind of database, for JDBC itself has no word for them. */
    public interface Sequences {

        /**
         * The sequences of these schemas, perhaps with those behind columns; empty where the database does not tell.
         *
         * @throws SQLException if the catalog did not answer
         */
        Optional<List<Sequence>> read(Connection connection, List<String> schemas, Duration timeout)
                throws SQLException;
    }
}
