package dev.schemaguard.database.postgres.ddl.reader;

import dev.schemaguard.ddl.change.NamespaceChange;
import dev.schemaguard.model.Origin;
import java.util.List;

/** What a script sets the search path to. */
final class SchemaPath {

    private SchemaPath() {}

    /**
     * The schemas of the release: that of the role is known to the server only, and the server's own hold nothing of the release.
     *
     * @param local whether it is set for the transaction only
     */
    static NamespaceChange of(List<String> written, boolean local, Origin origin) {
        List<String> schemas = written.stream()
                .filter(schema -> !schema.equals("$user") && !schema.startsWith("pg_"))
                .toList();
        return local ? new NamespaceChange.SetLocalPath(schemas, origin) : new NamespaceChange.SetPath(schemas, origin);
    }
}
