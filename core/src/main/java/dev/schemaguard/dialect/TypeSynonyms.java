package dev.schemaguard.dialect;

import static java.util.Map.entry;

import java.util.Map;

/** One canonical spelling per built-in type: {@code int4} is {@code integer}. */
public final class TypeSynonyms {

    /**
     * PostgreSQL's own names and the standard's names for its types (manual, 8.1 table 8.1 and the catalog's internal names).
     * Names that are their own canonical spelling are listed where they consist of several words.
     */
    private static final Map<String, String> POSTGRESQL = Map.ofEntries(
            entry("int", "integer"),
            entry("int4", "integer"),
            entry("int2", "smallint"),
            entry("int8", "bigint"),
            entry("serial", "integer"),
            entry("serial4", "integer"),
            entry("smallserial", "smallint"),
            entry("serial2", "smallint"),
            entry("bigserial", "bigint"),
            entry("serial8", "bigint"),
            entry("bool", "boolean"),
            entry("float4", "real"),
            entry("float8", "double precision"),
            entry("decimal", "numeric"),
            entry("dec", "numeric"),
            entry("character varying", "varchar"),
            entry("char varying", "varchar"),
            entry("national character varying", "varchar"),
            entry("national char varying", "varchar"),
            entry("nchar varying", "varchar"),
            entry("character", "char"),
            entry("national character", "char"),
            entry("national char", "char"),
            entry("nchar", "char"),
            entry("bit varying", "varbit"),
            entry("timestamp without time zone", "timestamp"),
            entry("timestamp with time zone", "timestamptz"),
            entry("time without time zone", "time"),
            entry("time with time zone", "timetz"));

    /** What other databases add or call otherwise. */
    private static final Map<String, String> OTHERS = Map.ofEntries(
            entry("double", "double precision"),
            entry("varchar2", "varchar"),
            entry("nvarchar", "varchar"),
            entry("character large object", "text"),
            entry("char large object", "text"),
            entry("clob", "text"),
            entry("nclob", "text"),
            entry("binary large object", "blob"),
            entry("binary varying", "varbinary"),
            entry("bytea", "varbinary"),
            entry("datetime", "timestamp"));

    private TypeSynonyms() {}

    public static String postgresql(String name) {
        return POSTGRESQL.getOrDefault(name, name);
    }

    public static String other(String name) {
        String canonical = postgresql(name);
        return OTHERS.getOrDefault(canonical, canonical);
    }
}
