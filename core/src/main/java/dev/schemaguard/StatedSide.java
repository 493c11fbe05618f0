package dev.schemaguard;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.diff.Drift;
import dev.schemaguard.model.Gap;
import dev.schemaguard.model.ObjectName;
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
 * @param dialect how it spells
 * @param schema what it says
 */
record StatedSide(Dialect dialect, Schema schema) implements OtherSide {

    static StatedSide of(SchemaSource source, Dialect dialect) {
        return new StatedSide(dialect, source.load(dialect));
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
        Schema.Builder comparable = Schema.builder()
                .searchPath(closed.searchPath())
                .complete(closed.complete())
                .gaps(closed.gaps())
                .restrictions(closed.restrictions());
        closed.tables()
                .forEach(table -> comparable.table(hasUnknownColumns(table.name()) ? withoutColumns(table) : table));
        boolean whole = schema.gaps().isEmpty();
        return comparable
                .sequences(closed.sequences().stream()
                        .filter(one -> whole || schema.sequence(one.name()).isPresent())
                        .toList())
                .types(closed.types().stream()
                        .filter(one -> whole || schema.type(one.name()).isPresent())
                        .toList())
                .build();
    }

    /** Whether it is a view of which only is known that it is there. */
    private boolean hasUnknownColumns(ObjectName name) {
        return schema.table(name)
                .filter(table -> !table.kind().holdsRows() && table.columns().isEmpty())
                .isPresent();
    }

    private static Table withoutColumns(Table table) {
        return Table.builder(table.name())
                .kind(table.kind())
                .origin(table.origin())
                .build();
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
