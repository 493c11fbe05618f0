package dev.schemaguard.database.mysql.catalog;

import dev.schemaguard.database.mysql.server.Product;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a digest is made of: whatever a comparison asks of a table or a view, as the server itself writes it. Each fact is one value,
 * written by {@code QUOTE}, which tells null from the empty text and says where a text ends, whatever people call their columns; a
 * row has always as many of them as there are facts of its part. What follows from another fact is none: a collation belongs to one
 * character set.
 */
enum DigestFact {
    /**
     * How the session means what it is sent, and in which modes MariaDB prints expressions; but for spaces behind the names of
     * functions, which change neither, and which MariaDB's driver allows by itself.
     */
    SQL_MODE(Part.SESSION, "replace(concat(',', @@session.sql_mode, ','), ',IGNORE_SPACE,', ',')"),
    TABLE_CASE(Part.SESSION, "@@lower_case_table_names"),
    /** A sequence has the columns that a table could have, too. */
    SEQUENCE(Part.TABLE, "", "t.TABLE_TYPE = 'SEQUENCE'"),
    PARTITIONED(Part.TABLE, "convert(t.CREATE_OPTIONS using utf8mb4) like '%partitioned%'"),
    COLUMN_NAME(Part.COLUMN, "c.COLUMN_NAME"),
    COLUMN_TYPE(Part.COLUMN, "c.COLUMN_TYPE"),
    NULLABLE(Part.COLUMN, "c.IS_NULLABLE"),
    DEFAULT(Part.COLUMN, "c.COLUMN_DEFAULT"),
    /** Whether it counts by itself, what an update sets, whether it is computed and when. */
    EXTRA(Part.COLUMN, "c.EXTRA"),
    COLLATION(Part.COLUMN, "c.COLLATION_NAME"),
    GENERATED(Part.COLUMN, "c.GENERATION_EXPRESSION"),
    INDEX_NAME(Part.INDEX, "s.INDEX_NAME"),
    UNIQUE(Part.INDEX, "s.NON_UNIQUE"),
    INDEX_PLACE(Part.INDEX, "s.SEQ_IN_INDEX"),
    INDEXED_COLUMN(Part.INDEX, "s.COLUMN_NAME"),
    INDEX_ORDER(Part.INDEX, "s.COLLATION"),
    INDEX_PREFIX(Part.INDEX, "s.SUB_PART"),
    INDEX_METHOD(Part.INDEX, "s.INDEX_TYPE"),
    /** Whether the server may search by it. */
    INDEX_VISIBLE(Part.INDEX, "s.IS_VISIBLE", "s.IGNORED"),
    INDEXED_EXPRESSION(Part.INDEX, "s.EXPRESSION", ""),
    KEY_NAME(Part.KEY, "k.CONSTRAINT_NAME"),
    KEY_PLACE(Part.KEY, "k.ORDINAL_POSITION"),
    REFERRING_COLUMN(Part.KEY, "k.COLUMN_NAME"),
    /** Nothing where it is the table's own, so that tenants have the same; names that differ in case may be two schemas. */
    REFERENCED_SCHEMA(
            Part.KEY,
            "if(cast(k.REFERENCED_TABLE_SCHEMA as binary) = cast(k.TABLE_SCHEMA as binary), null, k.REFERENCED_TABLE_SCHEMA)"),
    REFERENCED_TABLE(Part.KEY, "k.REFERENCED_TABLE_NAME"),
    REFERENCED_COLUMN(Part.KEY, "k.REFERENCED_COLUMN_NAME"),
    RULED_KEY(Part.RULES, "r.CONSTRAINT_NAME"),
    DELETE_RULE(Part.RULES, "r.DELETE_RULE"),
    UPDATE_RULE(Part.RULES, "r.UPDATE_RULE"),
    CHECK_NAME(Part.CHECK, "h.CONSTRAINT_NAME"),
    ENFORCED(Part.CHECK, "h.ENFORCED", ""),
    CONDITION(Part.CLAUSE, "h.CHECK_CLAUSE"),
    /** Whether one may fill a column before a row is inserted; only who holds TRIGGER on a table sees its triggers. */
    INSERT_TRIGGER(Part.TRIGGER, "g.ACTION_TIMING"),
    /** That it is a view, and whether it takes writes. */
    UPDATABLE(Part.VIEW, "v.IS_UPDATABLE");

    /** What a fact is stated of: the rows that some view of the catalog has of a table. */
    enum Part {
        SESSION,
        TABLE,
        COLUMN,
        INDEX,
        /** A column of a foreign key. */
        KEY,
        RULES,
        CHECK,
        CLAUSE,
        TRIGGER,
        VIEW
    }

    private final Part part;
    private final String onMysql;
    private final String onMariadb;

    DigestFact(Part part, String sql) {
        this(part, sql, sql);
    }

    /** A fact that one of the servers does not have where its text is empty. */
    DigestFact(Part part, String onMysql, String onMariadb) {
        this.part = part;
        this.onMysql = onMysql;
        this.onMariadb = onMariadb;
    }

    /** Everything that a comparison uses on a server. */
    static Set<DigestFact> all(Product product) {
        return Arrays.stream(values())
                .filter(fact -> !fact.sql(product).isEmpty())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DigestFact.class)));
    }

    /** The facts of a row as one text, in UTF-8 however the connection is set, and never null. */
    static String row(Product product, Set<DigestFact> facts, Part... parts) {
        List<Part> wanted = List.of(parts);
        return facts.stream()
                .filter(fact -> wanted.contains(fact.part))
                .map(fact -> ", quote(" + fact.sql(product) + ")")
                .collect(Collectors.joining("", "convert(concat_ws(' ', '" + wanted.get(0) + "'", ") using utf8mb4)"));
    }

    /** Whether anything is stated of a part. */
    static boolean isAnyOf(Set<DigestFact> facts, Part part) {
        return facts.stream().anyMatch(fact -> fact.part == part);
    }

    private String sql(Product product) {
        return product == Product.MARIADB ? onMariadb : onMysql;
    }
}
