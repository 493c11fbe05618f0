package dev.schemaguard.database.postgres;

import dev.schemaguard.database.Database;
import dev.schemaguard.database.DatabaseKind;
import dev.schemaguard.database.Sessions;
import dev.schemaguard.database.postgres.catalog.PostgresCatalog;
import dev.schemaguard.database.postgres.ddl.PostgresDdl;
import dev.schemaguard.database.postgres.dialect.PostgresDialect;
import dev.schemaguard.database.postgres.fix.PostgresFixes;
import dev.schemaguard.database.postgres.type.PostgresTypeRules;
import dev.schemaguard.ddl.DdlReader;
import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.diff.TypeRules;
import dev.schemaguard.fix.Fixes;
import dev.schemaguard.inspect.CatalogReader;
import dev.schemaguard.inspect.Failures;
import dev.schemaguard.model.ColumnType;
import java.sql.DatabaseMetaData;
import java.sql.JDBCType;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** PostgreSQL 14 to 18. What a conforming start has no use for is made when somebody asks for it, so that its classes load only then. */
public final class Postgres implements DatabaseKind, Database {

    private static final String NAME = PostgresDialect.INSTANCE.name();

    private static final String URL = "jdbc:postgresql:";
    private static final String DRIVER = "org.postgresql.Driver";

    /** Of libpq's two forms (PostgreSQL's manual, 34.1.1), and what is written for it in Java by mistake. */
    private static final List<String> OTHER_BEGINNINGS =
            List.of("postgres://", "postgresql://", "jdbc:postgres://", "host=", "hostaddr=", "dbname=", "user=");

    private final CatalogReader catalog = new PostgresCatalog();
    private final Failures failures = new PostgresFailures();

    @Override
    public Optional<Database> behind(DatabaseMetaData metaData) throws SQLException {
        return metaData.getDatabaseProductName().toLowerCase(Locale.ROOT).startsWith(NAME)
                        && PostgresRelatives.of(metaData).isEmpty()
                ? Optional.of(this)
                : Optional.empty();
    }

    @Override
    public Optional<Database> named(String name) {
        return name.equals(NAME) ? Optional.of(this) : Optional.empty();
    }

    @Override
    public Set<String> names() {
        return Set.of(NAME);
    }

    @Override
    public Optional<ColumnType.Named> keeps(JDBCType type) {
        Optional<String> own = switch (type) {
            case BOOLEAN -> Optional.of("boolean");
            case REAL -> Optional.of("real");
            case DOUBLE -> Optional.of("double precision");
            case TIMESTAMP_WITH_TIMEZONE -> Optional.of("timestamptz");
            case VARBINARY -> Optional.of("bytea");
            default -> Optional.empty();
        };
        return own.map(dialect()::type).or(() -> Database.super.keeps(type));
    }

    @Override
    public Optional<Database> foreseen(String url, ClassLoader loader) {
        boolean ours = url.isEmpty() ? hasDriver(loader) : url.startsWith(URL);
        return ours ? Optional.of(this) : Optional.empty();
    }

    @Override
    public Map<String, String> addresses() {
        Map<String, String> addresses = new HashMap<>();
        for (String beginning : OTHER_BEGINNINGS) {
            addresses.put(beginning, URL + "//");
        }
        return addresses;
    }

    private static boolean hasDriver(ClassLoader loader) {
        try {
            Class.forName(DRIVER, false, loader);
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    @Override
    public Dialect dialect() {
        return PostgresDialect.INSTANCE;
    }

    @Override
    public CatalogReader catalog() {
        return catalog;
    }

    @Override
    public Failures failures() {
        return failures;
    }

    @Override
    public TypeRules types() {
        return new PostgresTypeRules();
    }

    @Override
    public Fixes fixes() {
        return new PostgresFixes();
    }

    @Override
    public DdlReader ddl() {
        return new PostgresDdl(PostgresDialect.INSTANCE);
    }

    @Override
    public Sessions sessions() {
        return new PostgresSessions(failures);
    }
}
