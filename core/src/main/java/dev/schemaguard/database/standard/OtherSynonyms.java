package dev.schemaguard.database.standard;

import static java.util.Map.entry;

import dev.schemaguard.dialect.TypeSynonyms;
import java.util.Map;

/** What databases call the standard's types beside its own names, as far as a name means the same wherever it is known. */
final class OtherSynonyms {

    private static final Map<String, String> OTHERS = Map.ofEntries(
            entry("bool", "boolean"),
            entry("double", "double precision"),
            entry("varchar2", "varchar"),
            entry("nvarchar", "varchar"),
            entry("nvarchar2", "varchar"),
            entry("character large object", "text"),
            entry("char large object", "text"),
            entry("clob", "text"),
            entry("nclob", "text"),
            entry("binary large object", "blob"),
            entry("binary varying", "varbinary"),
            entry("bytea", "varbinary"),
            // Derby's and DB2's.
            entry("char for bit data", "binary"),
            entry("varchar for bit data", "varbinary"),
            entry("long varchar for bit data", "blob"),
            entry("long varchar", "text"),
            entry("datetime", "timestamp"));

    private OtherSynonyms() {}

    /** The one spelling of a type, by whatever name; a name of which nothing is known as it is. */
    static String canonical(String name) {
        String standard = TypeSynonyms.standard(name);
        return OTHERS.getOrDefault(standard, standard);
    }
}
