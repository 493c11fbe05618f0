package dev.schemaguard.database.h2;

import dev.schemaguard.database.Database;
import dev.schemaguard.database.DatabaseKind;
import dev.schemaguard.database.standard.JdbcMetadataCatalog;
import dev.schemaguard.database.standard.StandardDatabase;
import dev.schemaguard.database.standard.StandardDialect;
import dev.schemaguard.database.standard.StandardFailures;
import dev.schemaguard.inspect.Failures;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Optional;

/** H2: what holds everywhere, and its sequences. How it folds names hangs on the settings of its URL, so that a connection is asked. */
public final class H2 implements DatabaseKind {

    private static final String PRODUCT = "H2";

    private final Failures failures = new StandardFailures();

    @Override
    public Optional<Database> behind(DatabaseMetaData metaData) throws SQLException {
        return metaData.getDatabaseProductName().equals(PRODUCT)
                ? Optional.of(new StandardDatabase(
                        StandardDialect.of(metaData).withSchemasInCatalogs(),
                        JdbcMetadataCatalog.with(new H2Sequences())))
                : Optional.empty();
    }

    @Override
    public Optional<Database> named(String name) {
        return Optional.empty();
    }

    @Override
    public Failures failures() {
        return failures;
    }
}
