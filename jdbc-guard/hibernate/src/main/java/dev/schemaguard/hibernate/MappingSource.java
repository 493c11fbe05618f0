package dev.schemaguard.hibernate;

import dev.schemaguard.database.Database;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.SchemaSource;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.boot.Metadata;
import org.jspecify.annotations.Nullable;

/** Expectation from a mapping. It is read once; after that Hibernate's description of it may go. */
final class MappingSource implements SchemaSource {

    private final Map<String, Schema> read = new HashMap<>();
    private @Nullable Metadata metadata;

    MappingSource(Metadata metadata) {
        this.metadata = metadata;
    }

    @Override
    public String name() {
        return "JPA mapping";
    }

    @Override
    public synchronized Schema load(Database database) {
        Schema known = read.get(database.name());
        if (known != null) {
            return known;
        }
        if (metadata == null) {
            throw new SchemaSourceException(
                    Origin.of(name()),
                    "was read for " + read.keySet() + " and cannot be read again for '" + database.name() + "'",
                    "let all databases of one persistence unit be of one kind");
        }
        Schema schema = new MappingReader(metadata, database.dialect()).schema();
        read.put(database.name(), schema);
        metadata = null;
        return schema;
    }
}
