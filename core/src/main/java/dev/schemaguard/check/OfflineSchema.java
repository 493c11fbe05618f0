package dev.schemaguard.check;

import dev.schemaguard.database.Database;
import dev.schemaguard.drift.Drift;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Gap;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
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
        boolean mayHoldMore = false;
        for (Gap gap : schema.gaps()) {
            if (!(gap.reach() instanceof Gap.Reach.Tables reached)) {
                return Schema.builder().build();
            }
            reached.names().forEach(name -> open.add(name.name()));
            mayHoldMore |= reached.names().isEmpty();
        }
        boolean onlyWhatIsThere = mayHoldMore;
        Schema closed = expected.withTables(table -> !open.contains(table.name().name())
                && (!onlyWhatIsThere || schema.table(table.name()).isPresent()));
        boolean whole = schema.gaps().isEmpty();
        Schema.Builder comparable = closed
                .with(
                        closed.tables(),
                        closed.sequences().stream()
                                .filter(one ->
                                        whole || schema.sequence(one.name()).isPresent())
                                .toList(),
                        closed.types().stream()
                                .filter(one -> whole || schema.type(one.name()).isPresent())
                                .toList())
                .toBuilder();
        for (Table table : schema.tables()) {
            if (table.notKnown().contains(Family.COLUMNS)) {
                closed.table(table.name()).ifPresent(wanted -> comparable.table(without(wanted, table)));
            }
        }
        return comparable.build();
    }

    /** What is expected of a view, less the columns that this side may have without saying so. */
    private static Table without(Table wanted, Table open) {
        Table.Builder known = Table.builder(wanted.name())
                .kind(wanted.kind())
                .use(wanted.use())
                .notKnown(wanted.notKnown())
                .origin(wanted.origin());
        wanted.columns().stream()
                .filter(column -> open.column(column.name()).isPresent())
                .forEach(known::column);
        return known.build();
    }

    @Override
    public Look look(Schema expected) {
        return new Look(Optional.empty(), schema, Set.of(), "", Set.of());
    }

    @Override
    public Hints hints(List<Drift> drifts, Schema found) {
        return new Hints(
                found,
                List.of(),
                List.of(),
                database.catalog().policies(),
                database.catalog().searchPath());
    }

    @Override
    public List<Gap> gaps() {
        return schema.gaps();
    }
}
