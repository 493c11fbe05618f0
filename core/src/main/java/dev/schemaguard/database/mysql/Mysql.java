package dev.schemaguard.database.mysql;

import dev.schemaguard.database.Database;
import dev.schemaguard.database.DatabaseKind;
import dev.schemaguard.database.mysql.catalog.Introduction;
import dev.schemaguard.database.mysql.server.Product;
import dev.schemaguard.database.mysql.server.ServerVersion;
import dev.schemaguard.database.standard.StandardDatabase;
import dev.schemaguard.inspect.Failures;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * MySQL from 8.0 and MariaDB from 10.6 on. The server itself is asked which of them it is, for either driver connects to both, and to
 * others that speak their protocol.
 */
public final class Mysql implements DatabaseKind {

    private final Failures failures = new MysqlFailures();

    @Override
    public Optional<Database> behind(DatabaseMetaData metaData) throws SQLException {
        String spoken = metaData.getDatabaseProductName().toLowerCase(Locale.ROOT);
        boolean ours = Arrays.stream(Product.values()).anyMatch(product -> spoken.contains(product.kind()));
        return ours ? Optional.of(ask(metaData)) : Optional.empty();
    }

    private static Database ask(DatabaseMetaData metaData) throws SQLException {
        Introduction said = Introduction.of(metaData.getConnection());
        Optional<ServerVersion> known = ServerVersion.of(said.version(), said.comment());
        return known.isPresent()
                ? new MysqlDatabase(known.get(), Optional.of(said))
                : StandardDatabase.relative(metaData, ServerVersion.relative(said.version(), said.comment()));
    }

    @Override
    public Optional<Database> named(String name) {
        return Arrays.stream(Product.values())
                .filter(product -> product.kind().equals(name))
                .findFirst()
                .map(product -> new MysqlDatabase(ServerVersion.unknown(product), Optional.empty()));
    }

    @Override
    public Set<String> names() {
        return Arrays.stream(Product.values()).map(Product::kind).collect(Collectors.toSet());
    }

    @Override
    public Map<String, String> addresses() {
        return Map.of("mysql://", "jdbc:mysql://", "mysql2://", "jdbc:mysql://", "mariadb://", "jdbc:mariadb://");
    }

    @Override
    public Failures failures() {
        return failures;
    }
}
