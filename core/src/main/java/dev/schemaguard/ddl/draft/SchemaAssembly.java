package dev.schemaguard.ddl.draft;

import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Gap;
import dev.schemaguard.model.Identity;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Presence;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.UserType.DomainType;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Makes the model of what all statements together have created. */
public final class SchemaAssembly {

    private final Catalog catalog;
    private final boolean followed;

    private SchemaAssembly(Catalog catalog) {
        this.catalog = catalog;
        this.followed = catalog.gaps().all().stream().noneMatch(gap -> gap.reach() instanceof Gap.Reach.Everything);
    }

    public static Schema of(Catalog catalog) {
        catalog.settle();
        return new SchemaAssembly(catalog).schema();
    }

    /** One table of it. */
    public static Table of(Catalog catalog, DraftTable table) {
        return new SchemaAssembly(catalog).table(table);
    }

    private Schema schema() {
        Schema.Builder schema = Schema.builder().gaps(catalog.gaps().all());
        for (DraftTable table : catalog.tables().all()) {
            if (!table.isTemporary()) {
                schema.table(table(table));
            }
        }
        for (DraftSequence sequence : catalog.sequences().all()) {
            if (!sequence.isTemporary()) {
                schema.sequence(sequence.toSequence());
            }
        }
        schema.types(catalog.types().all());
        if (catalog.gaps().all().isEmpty()) {
            schema.complete(EnumSet.allOf(Family.class));
        }
        return schema.build();
    }

    private Table table(DraftTable draft) {
        return Table.builder(draft.name())
                .kind(draft.kind())
                .columns(draft.columns().stream().map(this::column).toList())
                .constraints(draft.constraints().all())
                .indexes(draft.indexes().all())
                .parents(draft.parents().stream().map(DraftTable::name).toList())
                .complete(draft.complete())
                .notKnown(notKnown(draft))
                .rowSecurity(rowSecurity(draft))
                .origin(draft.origin())
                .build();
    }

    /** What a gap leaves open is listed with it. */
    private Set<Family> notKnown(DraftTable draft) {
        boolean open = !draft.kind().holdsRows()
                && !draft.knowsAllColumns()
                && !catalog.gaps().reach(draft.name());
        return open ? Set.of(Family.COLUMNS) : Set.of();
    }

    /** What may have changed anything may have switched it on. */
    private Presence rowSecurity(DraftTable draft) {
        return followed || draft.rowSecurity() == Presence.PRESENT ? draft.rowSecurity() : Presence.UNSTATED;
    }

    /** A column with what its domain adds. */
    private Column column(Column column) {
        Column.Builder facts =
                column.toBuilder().columnDefault(catalog.habits().kept(DraftDefault.stated(column), column.type()));
        if (!followed && isOfForgottenType(column)) {
            // It may be a domain with a default, or one that takes no nulls.
            Column soFar = facts.build();
            if (soFar.columnDefault() == ColumnDefault.NONE) {
                facts.columnDefault(ColumnDefault.UNSTATED);
            }
            if (soFar.nullability() == Nullability.NULLABLE) {
                facts.nullability(Nullability.UNSTATED);
            }
        }
        Optional<DomainType> domain = domain(column.type());
        // A domain can be over another one, and so on; the server has no circles, but a broken script may.
        for (int depth = 0; domain.isPresent() && depth < 16; depth++) {
            Column soFar = facts.build();
            if (domain.get().nullability() == Nullability.NOT_NULL) {
                facts.nullability(Nullability.NOT_NULL);
            }
            if (column.columnDefault() == ColumnDefault.NONE
                    && soFar.columnDefault() == ColumnDefault.NONE
                    && soFar.identity() == Identity.NONE) {
                facts.columnDefault(catalog.habits()
                        .kept(domain.get().columnDefault(), domain.get().base()));
            }
            domain = domain(domain.get().base());
        }
        return facts.build();
    }

    /** Whether a type may have been made by the script before something was left open. */
    private boolean isOfForgottenType(Column column) {
        return column.type() instanceof ColumnType.Named named
                && !named.array()
                && !catalog.habits().brings(named.name())
                && catalog.types().get(named.name()).isEmpty();
    }

    private Optional<DomainType> domain(ColumnType type) {
        if (!(type instanceof ColumnType.Named named) || named.array()) {
            return Optional.empty();
        }
        ObjectName name = named.name();
        return catalog.types().get(name).filter(DomainType.class::isInstance).map(DomainType.class::cast);
    }
}
