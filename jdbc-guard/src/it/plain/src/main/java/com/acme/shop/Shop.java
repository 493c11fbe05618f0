package com.acme.shop;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.SchemaSources;
import dev.schemaguard.jdbc.GuardedDataSource;
import javax.sql.DataSource;

/** An application that stands on nothing but JDBC. */
public final class Shop {

    private Shop() {}

    /** The pool, which gives no connection to a database that this release cannot work with. */
    public static DataSource guarded(DataSource pool) {
        return GuardedDataSource.wrap(
                pool,
                SchemaGuard.expecting(SchemaSources.of("classpath:db/migration"))
                        .build());
    }
}
