package dev.schemaguard.database.mysql;

import dev.schemaguard.database.Database;
import dev.schemaguard.database.Sessions;
import dev.schemaguard.database.mysql.catalog.Introduction;
import dev.schemaguard.database.mysql.catalog.MysqlCatalog;
import dev.schemaguard.database.mysql.ddl.MysqlDdl;
import dev.schemaguard.database.mysql.dialect.MysqlDialect;
import dev.schemaguard.database.mysql.fix.MysqlFixes;
import dev.schemaguard.database.mysql.server.ServerVersion;
import dev.schemaguard.database.mysql.type.MysqlTypeRules;
import dev.schemaguard.ddl.DdlReader;
import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.diff.TypeRules;
import dev.schemaguard.fix.Fixes;
import dev.schemaguard.inspect.Failures;
import dev.schemaguard.model.ColumnType;
import java.sql.JDBCType;
import java.util.Optional;

/**
 * MySQL or MariaDB.
 *
 * @param server which of them, and its version
 * @param catalog reads its catalog
 * @param introduction what it said when it was asked who it is, if anybody asked
 */
record MysqlDatabase(ServerVersion server, MysqlCatalog catalog, Optional<Introduction> introduction)
        implements Database {

    private static final Failures FAILURES = new MysqlFailures();

    MysqlDatabase(ServerVersion server, Optional<Introduction> introduction) {
        this(server, new MysqlCatalog(server, Optional.empty()), introduction);
    }

    @Override
    public Database asMet() {
        return new MysqlDatabase(server, new MysqlCatalog(server, introduction), introduction);
    }

    @Override
    public Dialect dialect() {
        return new MysqlDialect(server.product());
    }

    @Override
    public Failures failures() {
        return FAILURES;
    }

    @Override
    public TypeRules types() {
        return new MysqlTypeRules(server.product());
    }

    @Override
    public Fixes fixes() {
        return new MysqlFixes(dialect());
    }

    @Override
    public DdlReader ddl() {
        return new MysqlDdl(new MysqlDialect(server.product()));
    }

    @Override
    public Sessions sessions() {
        return new MysqlSessions(new MysqlDdl(new MysqlDialect(server.product())), FAILURES);
    }

    /** Truths are kept as bits and as small numbers. */
    @Override
    public Optional<ColumnType.Named> keeps(JDBCType type) {
        Optional<String> own = switch (type) {
            case REAL -> Optional.of("float");
            case DOUBLE -> Optional.of("double");
            case TIMESTAMP -> Optional.of("datetime");
            case VARBINARY -> Optional.of("varbinary");
            default -> Optional.empty();
        };
        return own.map(dialect()::type).or(() -> Database.super.keeps(type));
    }
}
