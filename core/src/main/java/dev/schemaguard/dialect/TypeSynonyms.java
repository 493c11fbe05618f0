package dev.schemaguard.dialect;

import static java.util.Map.entry;

import java.util.Map;

/** One canonical spelling for each type of the standard: {@code character varying} is {@code varchar}. */
public final class TypeSynonyms {

    /** The names that ISO 9075-2 has for its types (6.1, data type), beside the one that stands for all of them. */
    private static final Map<String, String> STANDARD = Map.ofEntries(
            entry("int", "integer"),
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

    private TypeSynonyms() {}

    /** The one spelling of a type of the standard; any other name as it is. */
    public static String standard(String name) {
        return STANDARD.getOrDefault(name, name);
    }
}
