package dev.schemaguard.database.mysql.ddl.reader;

import java.util.Map;
import java.util.Set;

/** The names of types and their synonyms (MySQL manual, 13; MariaDB, Data Types). */
final class TypeWords {

    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            Map.entry("int1", "tinyint"),
            Map.entry("int2", "smallint"),
            Map.entry("int3", "mediumint"),
            Map.entry("middleint", "mediumint"),
            Map.entry("int4", "int"),
            Map.entry("integer", "int"),
            Map.entry("int8", "bigint"),
            Map.entry("dec", "decimal"),
            Map.entry("numeric", "decimal"),
            Map.entry("fixed", "decimal"),
            Map.entry("real", "double"),
            Map.entry("float8", "double"),
            Map.entry("float4", "float"),
            Map.entry("character", "char"),
            Map.entry("varcharacter", "varchar"),
            Map.entry("geomcollection", "geometrycollection"));

    static final Set<String> WHOLE = Set.of("tinyint", "smallint", "mediumint", "int", "bigint");
    static final Set<String> BROKEN = Set.of("decimal", "float", "double");
    static final Set<String> TEXTS = Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext");
    static final Set<String> TIMES = Set.of("date", "time", "datetime", "timestamp", "year");

    private static final Set<String> OTHERS = Set.of(
            "binary",
            "varbinary",
            "tinyblob",
            "blob",
            "mediumblob",
            "longblob",
            "bit",
            "json",
            "geometry",
            "point",
            "linestring",
            "polygon",
            "multipoint",
            "multilinestring",
            "multipolygon",
            "geometrycollection",
            "vector");

    /** Those of MariaDB only. */
    private static final Set<String> FORKED = Set.of("uuid", "inet4", "inet6", "xmltype");

    private TypeWords() {}

    /** The name that the server gives. */
    static String canonical(String word) {
        return SYNONYMS.getOrDefault(word, word);
    }

    /** Whether there is such a type beside numbers and texts. */
    static boolean isOther(String name, boolean forked) {
        return TIMES.contains(name) || OTHERS.contains(name) || forked && FORKED.contains(name);
    }
}
