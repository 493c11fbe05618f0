package dev.schemaguard.jdbc;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.embedded.TestDatabase;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.model.Schema;

/** The story that the tests play: a release that needs one column and one table more than its predecessor. */
public final class Release42 {

    private Release42() {}

    /** What makes release 42 of release 41. */
    public static String[] migration() {
        return new String[] {
            "alter table posts add column quality jsonb", "create table reel_jobs (id bigint primary key)"
        };
    }

    public static SchemaGuard guard() {
        return SchemaGuard.expecting(contract()).build();
    }

    public static Schema contract() {
        return Schema.builder()
                .table("posts", posts -> posts.column("id", "bigint").column("quality", "jsonb"))
                .table("reel_jobs", jobs -> jobs.column("id", "bigint"))
                .build();
    }

    /** A database at release 41. */
    public static TestDatabase databaseOfRelease41() {
        return TestPostgres.database("create table posts (id bigint primary key, title text)");
    }

    /** A database at release 42. */
    public static TestDatabase migratedDatabase() {
        TestDatabase database = databaseOfRelease41();
        database.execute(migration());
        return database;
    }
}
