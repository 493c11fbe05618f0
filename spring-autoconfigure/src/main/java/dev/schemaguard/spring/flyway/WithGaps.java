package dev.schemaguard.spring.flyway;

import dev.schemaguard.database.Database;
import dev.schemaguard.model.Gap;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.SchemaSource;
import java.util.List;

/** A source beside which something else changes the schema that cannot be read. */
record WithGaps(SchemaSource source, List<Gap> gaps) implements SchemaSource {

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public Schema load(Database database) {
        return source.load(database).toBuilder().gaps(gaps).build();
    }
}
