package dev.schemaguard.check;

import dev.schemaguard.database.Database;
import dev.schemaguard.drift.Drift;
import dev.schemaguard.model.Gap;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.Hints;
import dev.schemaguard.source.SchemaSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a snapshot or the migrations of another release say, in place of a database.
 *
 * @param database for which database it stands in
 * @param schema what it says
 */
record OfflineSchema(Database database, Schema schema) implements ComparedSchema {

    static OfflineSchema of(SchemaSource source, Database database) {
        return new OfflineSchema(database, source.load(database));
    }

    @Override
    public Schema comparable(Schema expected) {
        Set<String> open = new HashSet<>();
        for (Gap gap : schema.gaps()) {
            if (!(gap.reach() instanceof Gap.Reach.Tables reached)) {
                return Schema.builder().build();
            }
            reached.names().forEach(name -> open.add(name.name()));
        }
        return expected.withTables(table -> !open.contains(table.name().name()));
    }

    @Override
    public Look look(Schema expected) {
        return new Look(Optional.empty(), schema, Set.of(), "", Set.of());
    }

    @Override
    public Hints hints(List<Drift> drifts, Schema found) {
        return new Hints(found, List.of(), List.of());
    }

    @Override
    public List<Gap> gaps() {
        return schema.gaps();
    }
}
