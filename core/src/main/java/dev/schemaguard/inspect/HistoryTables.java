package dev.schemaguard.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The tables in which migration tools remember what they did. They belong to the tools and not to any release, so a captured
 * schema leaves them out.
 */
public final class HistoryTables {

    /** Only names that no application is likely to give to a table of its own. */
    private static final List<String> NAMES = List.of(
            // Flyway, today and before version 5
            "flyway_schema_history",
            "schema_version",
            // Liquibase
            "databasechangelog",
            "databasechangeloglock",
            "databasechangeloghistory",
            // Prisma
            "_prisma_migrations",
            // Rails, golang-migrate, dbmate
            "schema_migrations",
            "ar_internal_metadata",
            // Diesel, SQLx, Refinery, SeaORM
            "__diesel_schema_migrations",
            "_sqlx_migrations",
            "refinery_schema_history",
            "seaql_migrations",
            // goose, gorp, Atlas
            "goose_db_version",
            "gorp_migrations",
            "atlas_schema_revisions",
            // Django, Alembic
            "django_migrations",
            "alembic_version",
            // Knex, Sequelize, Drizzle, node-pg-migrate, Kysely
            "knex_migrations",
            "knex_migrations_lock",
            "SequelizeMeta",
            "__drizzle_migrations",
            "pgmigrations",
            "kysely_migration",
            "kysely_migration_lock",
            // Entity Framework, Doctrine, Phinx, Play
            "__EFMigrationsHistory",
            "doctrine_migration_versions",
            "phinxlog",
            "play_evolutions",
            "play_evolutions_lock");

    private static final List<String> GLOBS = inBothCases();

    private HistoryTables() {}

    /**
     * The tables as globs for {@link InspectionScope#excluding}: as the tools write them, and in capitals for databases that
     * fold names so.
     */
    public static List<String> globs() {
        return GLOBS;
    }

    private static List<String> inBothCases() {
        List<String> globs = new ArrayList<>(NAMES);
        for (String name : NAMES) {
            globs.add(name.toUpperCase(Locale.ROOT));
        }
        return List.copyOf(globs);
    }
}
