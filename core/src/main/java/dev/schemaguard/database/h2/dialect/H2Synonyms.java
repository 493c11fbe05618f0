package dev.schemaguard.database.h2.dialect;

import static java.util.Map.entry;

import dev.schemaguard.dialect.TypeSynonyms;
import java.util.Map;

/** The one spelling of each of H2's types (manual, Data Types), whatever compatibility mode knows the name. */
final class H2Synonyms {

    private static final Map<String, String> OWN = Map.ofEntries(
            entry("character varying", "varchar"),
            entry("longvarchar", "varchar"),
            entry("varchar2", "varchar"),
            entry("nvarchar", "varchar"),
            entry("nvarchar2", "varchar"),
            entry("varchar_casesensitive", "varchar"),
            entry("citext", "varchar_ignorecase"),
            entry("character large object", "clob"),
            entry("char large object", "clob"),
            entry("nchar large object", "clob"),
            entry("national character large object", "clob"),
            entry("nclob", "clob"),
            entry("tinytext", "clob"),
            entry("text", "clob"),
            entry("mediumtext", "clob"),
            entry("longtext", "clob"),
            entry("ntext", "clob"),
            entry("binary varying", "varbinary"),
            entry("raw", "varbinary"),
            entry("bytea", "varbinary"),
            entry("long raw", "varbinary"),
            entry("longvarbinary", "varbinary"),
            entry("binary large object", "blob"),
            entry("tinyblob", "blob"),
            entry("mediumblob", "blob"),
            entry("longblob", "blob"),
            entry("image", "blob"),
            entry("bit", "boolean"),
            entry("bool", "boolean"),
            entry("int2", "smallint"),
            entry("year", "smallint"),
            entry("mediumint", "integer"),
            entry("int4", "integer"),
            entry("signed", "integer"),
            entry("serial", "integer"),
            entry("int8", "bigint"),
            entry("bigserial", "bigint"),
            entry("identity", "bigint"),
            entry("float4", "real"),
            entry("double", "double precision"),
            entry("float8", "double precision"),
            entry("timestamptz", "timestamp with time zone"),
            entry("timetz", "time with time zone"),
            entry("datetime", "timestamp"),
            entry("datetime2", "timestamp"),
            entry("smalldatetime", "timestamp"),
            entry("object", "java_object"),
            entry("other", "java_object"),
            entry("uniqueidentifier", "uuid"),
            entry("jsonb", "json"));

    private H2Synonyms() {}

    static String canonical(String name) {
        String standard = TypeSynonyms.standard(name);
        return OWN.getOrDefault(standard, standard);
    }
}
