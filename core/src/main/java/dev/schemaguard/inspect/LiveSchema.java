package dev.schemaguard.inspect;

import dev.schemaguard.model.Family;
import dev.schemaguard.model.Schema;
import java.util.List;
import java.util.Set;

/**
 * What a look at a database found.
 *
 * @param database which database
 * @param schema what it has of what was looked for; its search path is the schemas that were looked at, its names are
 *     qualified where the database has schemas
 * @param emptySchemas those of the schemas looked at that hold no table or view at all
 * @param notLookedAt the families whose objects cannot be looked for in such a database, so that none of them is found or
 *     missing
 */
public record LiveSchema(DatabaseInfo database, Schema schema, List<String> emptySchemas, Set<Family> notLookedAt) {

    public LiveSchema {
        emptySchemas = List.copyOf(emptySchemas);
        notLookedAt = Set.copyOf(notLookedAt);
    }
}
