package dev.schemaguard.database.postgres.catalog.query;

/**
 * What is asked of PostgreSQL's catalog. Each question is one arm of a union, so that all of them take one round trip and see
 * the catalog at one moment; each row of the answer holds the question's number, the number of the object that it is
 * about, and a {@link CatalogText}.
 */
public enum PostgresQuestion {
    SESSION(SchemaQueries.SESSION),
    SCHEMAS(SchemaQueries.SCHEMAS),
    SURROUNDINGS(SchemaQueries.SURROUNDINGS),
    EXISTING_SCHEMAS(SchemaQueries.EXISTING),
    RELATIONS(CatalogRelation.RELATIONS),
    COLUMNS(ColumnQueries.COLUMNS),
    DEFAULTS(ColumnQueries.DEFAULTS),
    NUMBERED_DEFAULTS(ColumnQueries.NUMBERED_DEFAULTS),
    COLLATIONS(ColumnQueries.COLLATIONS),
    COLUMN_PRIVILEGES(PrivilegeQueries.COLUMN_PRIVILEGES),
    UPDATABLE_COLUMNS(PrivilegeQueries.UPDATABLE_COLUMNS),
    LOCKED_SEQUENCES(PrivilegeQueries.LOCKED_SEQUENCES),
    TRIGGERS(PrivilegeQueries.TRIGGERS),
    INDEXES(CatalogIndex.INDEXES),
    UNIQUE_INDEXES(CatalogIndex.UNIQUE_INDEXES),
    INDEX_EXPRESSIONS(CatalogIndex.EXPRESSIONS),
    CONSTRAINTS(CatalogConstraints.CONSTRAINTS),
    NEIGHBOURS(CatalogRelation.NEIGHBOURS),
    INBOUND_KEYS(InboundKeyQueries.INBOUND_KEYS),
    PARENTS(CatalogRelation.PARENTS),
    SEQUENCES(CatalogSequence.NAMED),
    ALL_SEQUENCES(CatalogSequence.ALL),
    TYPES(CatalogType.TYPES),
    ENUM_LABELS(CatalogType.ENUM_LABELS),
    ATTRIBUTES(CatalogType.ATTRIBUTES),
    DOMAIN_CHECKS(CatalogType.DOMAIN_CHECKS),
    FORMATTED_TYPES(CatalogType.FORMATTED),
    DIGESTS(DigestQueries.DIGESTS),
    DIFFERING(DigestQueries.DIFFERING),
    DIFFERING_EACH(DigestQueries.DIFFERING_EACH),
    FOUND_IN(DigestQueries.FOUND_IN);

    private final String sql;

    PostgresQuestion(String sql) {
        this.sql = sql;
    }

    /** The arm of the union that asks it, by its number in that union. */
    String sql(int number) {
        return sql.replace(":question", String.valueOf(number));
    }
}
