package dev.schemaguard.database.postgres.dialect;

import static java.util.Map.entry;

import dev.schemaguard.dialect.TypeSynonyms;
import java.util.Map;

/** What PostgreSQL calls its types beside the standard's names: {@code int4} is {@code integer}. */
final class PostgresSynonyms {

    /** Manual, 8.1 table 8.1, and the catalog's internal names. */
    private static final Map<String, String> OWN = Map.ofEntries(
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
            entry("float8", "double precision"));

    private PostgresSynonyms() {}

    /** The one spelling of a type, by whatever name; a name that is not built in as it is. */
    static String canonical(String name) {
        String own = OWN.get(name);
        return own == null ? TypeSynonyms.standard(name) : own;
    }
}
