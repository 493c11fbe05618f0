package dev.schemaguard.ddl.draft;

import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Gap;
import dev.schemaguard.model.Generation;
import dev.schemaguard.model.Identity;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Presence;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.SqlText;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.UserType.DomainType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes the model of what all statements together have created. */
public final class SchemaAssembly {

    /** A domain can be over another one, and so on; the server has no circles, but a broken script may. */
    private static final int DEEPEST = 16;

    private final Catalog catalog;
    private final boolean followed;

    private SchemaAssembly(Catalog catalog) {
        this.catalog = catalog;
        this.followed = !catalog.gaps().reachEverything();
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
        List<Gap> gaps = catalog.gaps().all();
        Schema.Builder schema = Schema.builder().gaps(gaps);
        for (DraftTable table : catalog.tables().all()) {
            if (!catalog.isTemporary(table.name())) {
                schema.table(table(table));
            }
        }
        for (DraftSequence sequence : catalog.sequences().all()) {
            if (!sequence.isTemporary(catalog)) {
                schema.sequence(sequence.toSequence());
            }
        }
        schema.types(catalog.types().all());
        if (gaps.isEmpty()) {
            schema.complete(EnumSet.allOf(Family.class));
        }
        return schema.build();
    }

    private Table table(DraftTable draft) {
        List<Constraint> kept = new ArrayList<>();
        for (Constraint constraint : draft.constraints().all()) {
            if (isKept(constraint)) {
                kept.add(constraint);
            }
        }
        List<Column> columns = new ArrayList<>();
        for (Column column : draft.columns()) {
            columns.add(column(column));
        }
        List<ObjectName> parents = new ArrayList<>();
        for (DraftTable parent : draft.parents()) {
            parents.add(parent.name());
        }
        Set<Family> complete = new HashSet<>(draft.complete());
        Set<Family> notKnown = new HashSet<>(notKnown(draft));
        if (kept.size() < draft.constraints().all().size()) {
            complete.remove(Family.CHECKS);
            notKnown.add(Family.CHECKS);
        }
        return Table.builder(draft.name())
                .kind(draft.kind())
                .columns(columns)
                .constraints(kept)
                .indexes(draft.indexes().all())
                .parents(parents)
                .complete(complete)
                .notKnown(notKnown)
                .rowSecurity(rowSecurity(draft))
                .origin(draft.origin())
                .build();
    }

    private boolean isKept(Constraint constraint) {
        return !(constraint instanceof Constraint.Check check)
                || catalog.habits().isKept(check.condition());
    }

    /** A computation as it is kept: that there is one, where it is not known how it is printed. */
    private Generation kept(Generation written) {
        return !written.isComputed() || catalog.habits().isKept(written.sql())
                ? written
                : written instanceof Generation.Virtual
                        ? new Generation.Virtual(SqlText.NONE)
                        : new Generation.Stored(SqlText.NONE);
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
        boolean known = followed && catalog.habits().hasRowSecurity();
        return known || draft.rowSecurity() == Presence.PRESENT ? draft.rowSecurity() : Presence.UNSTATED;
    }

    /** A column with what its domain adds. */
    private Column column(Column column) {
        Column.Builder facts = column.toBuilder()
                .generation(kept(column.generation()))
                .columnDefault(catalog.habits().kept(DraftDefault.stated(column), base(column.type())));
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
        for (int depth = 0; domain.isPresent() && depth < DEEPEST; depth++) {
            Column soFar = facts.build();
            if (domain.get().nullability() == Nullability.NOT_NULL) {
                facts.nullability(Nullability.NOT_NULL);
            }
            if (column.columnDefault() == ColumnDefault.NONE
                    && soFar.columnDefault() == ColumnDefault.NONE
                    && soFar.identity() == Identity.NONE) {
                facts.columnDefault(catalog.habits()
                        .kept(domain.get().columnDefault(), base(domain.get().base())));
            }
            domain = domain(domain.get().base());
        }
        return facts.build();
    }

    /** What a literal is kept as: the type below all domains. */
    private ColumnType base(ColumnType type) {
        ColumnType base = type;
        Optional<DomainType> domain = domain(base);
        for (int depth = 0; domain.isPresent() && depth < DEEPEST; depth++) {
            base = domain.get().base();
            domain = domain(base);
        }
        return base;
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
