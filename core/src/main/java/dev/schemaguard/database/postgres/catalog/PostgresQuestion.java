package dev.schemaguard.database.postgres.catalog;

/**
 * What is asked of PostgreSQL's catalog. Each question is one arm of a union, so that all of them take one round trip and see
 * the catalog at one moment; each row of the answer holds the question's number, the number of the object that it is
 * about, and a {@link CatalogText}.
 */
enum PostgresQuestion {
    SESSION(SchemaFacts.SESSION),
    SCHEMAS(SchemaFacts.SCHEMAS),
    SURROUNDINGS(SchemaFacts.SURROUNDINGS),
    EXISTING_SCHEMAS(SchemaFacts.EXISTING),
    RELATIONS(RelationFacts.RELATIONS),
    COLUMNS(ColumnFacts.COLUMNS),
    DEFAULTS(ColumnFacts.DEFAULTS),
    NUMBERED_DEFAULTS(ColumnFacts.NUMBERED_DEFAULTS),
    COLLATIONS(ColumnFacts.COLLATIONS),
    COLUMN_PRIVILEGES(CapabilityFacts.COLUMN_PRIVILEGES),
    UPDATABLE_COLUMNS(CapabilityFacts.UPDATABLE_COLUMNS),
    LOCKED_SEQUENCES(CapabilityFacts.LOCKED_SEQUENCES),
    TRIGGERS(CapabilityFacts.TRIGGERS),
    INDEXES(IndexFacts.INDEXES),
    UNIQUE_INDEXES(IndexFacts.UNIQUE_INDEXES),
    INDEX_EXPRESSIONS(IndexFacts.EXPRESSIONS),
    CONSTRAINTS(ConstraintFacts.CONSTRAINTS),
    NEIGHBOURS(RelationFacts.NEIGHBOURS),
    INBOUND_KEYS(InboundKeyFacts.INBOUND_KEYS),
    PARENTS(RelationFacts.PARENTS),
    SEQUENCES(SequenceFacts.NAMED),
    ALL_SEQUENCES(SequenceFacts.ALL),
    TYPES(TypeFacts.TYPES),
    ENUM_LABELS(TypeFacts.ENUM_LABELS),
    ATTRIBUTES(TypeFacts.ATTRIBUTES),
    DOMAIN_CHECKS(TypeFacts.DOMAIN_CHECKS),
    FORMATTED_TYPES(TypeFacts.FORMATTED);

    private final String sql;

    PostgresQuestion(String sql) {
        this.sql = sql;
    }

    /** The arm of the union that asks it, by its number in that union. */
    String sql(int number) {
        return sql.replace(":question", String.valueOf(number));
    }
}
