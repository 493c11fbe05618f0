package dev.schemaguard.database.sqlite;

import dev.schemaguard.database.Database;
import dev.schemaguard.database.Sessions;
import dev.schemaguard.database.sqlite.ddl.SqliteHabits;
import dev.schemaguard.database.sqlite.fix.SqliteFixes;
import dev.schemaguard.database.standard.ddl.BorrowedDdl;
import dev.schemaguard.ddl.DdlReader;
import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.diff.TypeRules;
import dev.schemaguard.fix.Fixes;
import dev.schemaguard.inspect.CatalogReader;
import dev.schemaguard.inspect.Failures;

/** The ports of SQLite, apart from how it is recognised, so that a check of another database loads none of them. */
final class SqliteDatabase implements Database {

    static final Database INSTANCE = new SqliteDatabase();

    private final Dialect dialect = new SqliteDialect();
    private final CatalogReader catalog = new SqliteCatalog();
    private final Failures failures = new SqliteFailures();
    private final TypeRules types = new SqliteTypeRules();
    private final Fixes fixes = new SqliteFixes(dialect);
    private final Sessions sessions = new SqliteSessions(failures);

    @Override
    public Dialect dialect() {
        return dialect;
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
        return types;
    }

    @Override
    public Fixes fixes() {
        return fixes;
    }

    @Override
    public DdlReader ddl() {
        return new BorrowedDdl(dialect, SqliteHabits::new);
    }

    @Override
    public Sessions sessions() {
        return sessions;
    }
}
