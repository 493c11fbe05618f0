package dev.schemaguard.database.standard;

import dev.schemaguard.database.Database;
import dev.schemaguard.database.DatabaseKind;
import dev.schemaguard.database.postgres.PostgresRelatives;
import dev.schemaguard.inspect.Failures;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Optional;

/** Whatever no other kind is. Without a connection nothing is known of it. */
public final class Standard implements DatabaseKind {

    private final Failures failures = new StandardFailures();

    @Override
    public Optional<Database> behind(DatabaseMetaData metaData) throws SQLException {
        Optional<String> relative = PostgresRelatives.of(metaData);
        return Optional.of(
                relative.isPresent()
                        ? StandardDatabase.relative(metaData, relative)
                        : new StandardDatabase(
                                StandardDialect.of(metaData), JdbcMetadataCatalog.with(new StandardSequences())));
    }

    @Override
    public Optional<Database> named(String name) {
        return Optional.empty();
    }

    @Override
    public Failures failures() {
        return failures;
    }

    @Override
    public boolean isLastResort() {
        return true;
    }
}
