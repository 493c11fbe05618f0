package dev.schemaguard.database.standard;

import dev.schemaguard.database.Database;
import dev.schemaguard.database.Sessions;
import dev.schemaguard.database.postgres.ddl.PostgresDdl;
import dev.schemaguard.ddl.DdlReader;
import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.diff.TypeRules;
import dev.schemaguard.fix.Fixes;
import dev.schemaguard.inspect.CatalogReader;
import dev.schemaguard.inspect.Failures;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/**
 * A database of which no more is known than what holds everywhere. Its scripts are read by PostgreSQL's grammar, which has the
 * standard's statements: what is not understood is left open.
 *
 * @param dialect how it spells, as its driver tells
 * @param catalog reads its catalog
 */
public record StandardDatabase(Dialect dialect, CatalogReader catalog) implements Database {

    private static final Failures FAILURES = new StandardFailures();
    private static final TypeRules TYPES = new StandardTypeRules();
    private static final Fixes FIXES = new StandardFixes();
    private static final Sessions SESSIONS = new StandardSessions();

    /**
     * A server that only speaks the protocol of a known one, or a version of that one which is not known: nothing of what is proven
     * there is held against it.
     *
     * @param product its name for people; empty where it is the driver's
     * @throws SQLException if the driver does not tell how it spells
     */
    public static StandardDatabase relative(DatabaseMetaData metaData, Optional<String> product) throws SQLException {
        String title = product.isPresent() ? product.get() : metaData.getDatabaseProductName();
        return new StandardDatabase(
                product.isPresent()
                        ? StandardDialect.of(metaData).named(product.get().toLowerCase(Locale.ROOT))
                        : StandardDialect.of(metaData),
                new RelativeCatalog(
                        JdbcMetadataCatalog.with(new StandardSequences()), title + ", looked at as any database,"));
    }

    @Override
    public Failures failures() {
        return FAILURES;
    }

    @Override
    public TypeRules types() {
        return TYPES;
    }

    @Override
    public Fixes fixes() {
        return FIXES;
    }

    @Override
    public DdlReader ddl() {
        return new PostgresDdl(dialect);
    }

    @Override
    public Sessions sessions() {
        return SESSIONS;
    }
}
