package dev.schemaguard.ddl.draft;

import dev.schemaguard.model.ObjectName;
import java.util.List;
import java.util.Optional;

/**
 * Where a script looks for names without a schema.
 *
 * @param schemas the schemas that the script set, in order; empty where it set none
 */
public record SearchPath(List<String> schemas) {

    /** The path of the connection, of which a script knows nothing. */
    public static final SearchPath UNSET = new SearchPath(List.of());

    /** Where temporary objects live. */
    public static final String TEMPORARY = "pg_temp";

    /** Where unqualified names end up unless somebody set another path. */
    static final String USUAL = "public";

    public SearchPath {
        schemas = schemas.stream()
                .filter(schema -> !schema.isEmpty() && !schema.equals("$user") && !schema.startsWith("pg_"))
                .toList();
    }

    /** The name under which something is created: unqualified names stay so unless the script says where they belong. */
    public ObjectName created(ObjectName written) {
        return firstSchema().map(written::in).orElse(written);
    }

    /** The names that a schema can have in a script: one that is not said is the usual one. */
    public static List<String> same(String schema) {
        return said(schema).equals(USUAL) ? List.of("", USUAL) : List.of(schema);
    }

    /** The schema that is meant, as far as a script knows. */
    static String said(String schema) {
        return schema.isEmpty() ? USUAL : schema;
    }

    /** The same without a schema that is there no more. */
    public SearchPath without(String schema) {
        return new SearchPath(
                schemas.stream().filter(other -> !other.equals(schema)).toList());
    }

    /** The schema in which things are created, where the script says it. */
    public Optional<String> firstSchema() {
        return schemas.stream().findFirst();
    }
}
