package dev.schemaguard.database.h2;

import dev.schemaguard.database.Database;
import dev.schemaguard.database.Sessions;
import dev.schemaguard.database.h2.catalog.H2Catalog;
import dev.schemaguard.database.h2.ddl.H2Habits;
import dev.schemaguard.database.h2.dialect.H2Dialect;
import dev.schemaguard.database.h2.fix.H2Fixes;
import dev.schemaguard.database.h2.type.H2TypeRules;
import dev.schemaguard.database.standard.JdbcMetadataCatalog;
import dev.schemaguard.database.standard.RelativeCatalog;
import dev.schemaguard.database.standard.StandardSequences;
import dev.schemaguard.database.standard.StandardSessions;
import dev.schemaguard.database.standard.ddl.BorrowedDdl;
import dev.schemaguard.ddl.DdlReader;
import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.diff.TypeRules;
import dev.schemaguard.fix.Fixes;
import dev.schemaguard.inspect.CatalogReader;
import dev.schemaguard.inspect.Failures;
import dev.schemaguard.model.ColumnType;
import java.sql.JDBCType;
import java.util.Optional;

/**
 * H2 2.1 or newer.
 *
 * @param ownDialect how it spells, which hangs on the settings of its URL
 * @param tellsAll whether its information schema is that of version 2, and not the older one that {@code OLD_INFORMATION_SCHEMA} brings
 *     back
 */
record H2Database(H2Dialect ownDialect, boolean tellsAll) implements Database {

    static final Failures FAILURES = new H2Failures();

    private static final String OLD = "H2 with OLD_INFORMATION_SCHEMA, looked at as any database,";

    private static final TypeRules TYPES = new H2TypeRules();
    private static final Sessions SESSIONS = new StandardSessions();

    @Override
    public Dialect dialect() {
        return ownDialect;
    }

    @Override
    public CatalogReader catalog() {
        return tellsAll
                ? new H2Catalog(ownDialect::sameName)
                : new RelativeCatalog(JdbcMetadataCatalog.with(new StandardSequences()), OLD);
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
        return new H2Fixes(ownDialect);
    }

    @Override
    public DdlReader ddl() {
        return new BorrowedDdl(ownDialect, H2Habits::new);
    }

    @Override
    public Sessions sessions() {
        return SESSIONS;
    }

    @Override
    public Optional<ColumnType.Named> keeps(JDBCType type) {
        Optional<String> own = switch (type) {
            case BOOLEAN -> Optional.of("boolean");
            case TINYINT -> Optional.of("tinyint");
            case REAL -> Optional.of("real");
            case DOUBLE -> Optional.of("double precision");
            case TIMESTAMP_WITH_TIMEZONE -> Optional.of("timestamp with time zone");
            case VARBINARY -> Optional.of("varbinary");
            default -> Optional.empty();
        };
        return own.map(ownDialect::type).or(() -> Database.super.keeps(type));
    }
}
