package dev.schemaguard.ddl.change;

import dev.schemaguard.ddl.change.TableElement.LikeOption;
import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.draft.ColumnDefinition;
import dev.schemaguard.ddl.draft.Constraints;
import dev.schemaguard.ddl.draft.DraftTable;
import dev.schemaguard.ddl.draft.Indexes;
import dev.schemaguard.ddl.draft.Numbering;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Gap;
import dev.schemaguard.model.Generation;
import dev.schemaguard.model.Identity;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.ObjectName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Carries out one CREATE TABLE, in the order in which the server makes things and so names them. */
final class TableCreation {

    private final Catalog catalog;
    private final TableChange.Create statement;
    private final DraftTable table;
    private final List<Constraint> constraints = new ArrayList<>();
    private final List<Index> indexes = new ArrayList<>();
    private final List<ColumnDefinition> numbered = new ArrayList<>();

    TableCreation(Catalog catalog, TableChange.Create statement, ObjectName name) {
        this.catalog = catalog;
        this.statement = statement;
        this.table = new DraftTable(name, statement.kind(), statement.origin());
    }

    void run() {
        Optional<ObjectName> whole = statement.partitionOf();
        for (ObjectName parent : statement.parents()) {
            inherit(parent);
        }
        if (whole.isPresent()) {
            inherit(whole.get());
        }
        for (TableElement element : statement.elements()) {
            element(element);
        }
        catalog.add(table);
        for (ColumnDefinition definition : numbered) {
            Numbering.add(catalog, table, definition);
        }
        for (Constraint constraint : withoutRepetitions()) {
            Constraints.add(catalog, table, constraint);
        }
        for (Index index : indexes) {
            Indexes.add(catalog, table, index);
        }
        if (whole.isPresent()) {
            catalog.table(whole.get()).ifPresent(parent -> Indexes.copy(catalog, parent, table));
        }
        catalog.programs().created(table, catalog);
    }

    private void inherit(ObjectName written) {
        Optional<DraftTable> parent = catalog.table(written);
        if (parent.isEmpty()) {
            Unreadable.of(
                            statement.origin(),
                            "'" + table.name() + "' inherits from '" + written
                                    + "', which no statement before it creates",
                            table.name())
                    .applyTo(catalog);
            table.complete().clear();
            return;
        }
        inheritDoubts(parent.get());
        noteDoubts("inherits from '" + written + "'");
        for (Column column : parent.get().columns()) {
            if (table.column(column.name()).isEmpty()) {
                table.put(inherited(column));
            }
        }
        for (Constraint constraint : parent.get().constraints()) {
            if (constraint instanceof Constraint.Check) {
                table.constraints().add(constraint);
            }
        }
        table.inherit(parent.get());
    }

    /** A child calls the same sequence; a partition has the same identity from PostgreSQL 17 on, a child has none. */
    private Column inherited(Column column) {
        boolean identity = column.identity() == Identity.ALWAYS || column.identity() == Identity.BY_DEFAULT;
        return identity
                ? column.toBuilder()
                        .identity(Identity.UNSTATED)
                        .columnDefault(ColumnDefault.UNSTATED)
                        .build()
                : column;
    }

    private void element(TableElement element) {
        if (element instanceof TableElement.OfColumn column) {
            define(column.definition());
        } else if (element instanceof TableElement.OfConstraint constraint) {
            constraints.add(constraint.constraint());
        } else if (element instanceof TableElement.OfNotNull notNull) {
            table.change(notNull.column(), column -> column.nullability(Nullability.NOT_NULL));
        } else if (element instanceof TableElement.OfLike like) {
            like(like);
        }
    }

    private void define(ColumnDefinition definition) {
        Column column = catalog.resolved(definition.column());
        Optional<Column> inherited = table.column(column.name());
        table.put(inherited.isPresent() ? merged(inherited.get(), column) : column);
        if (definition.step().isPresent()) {
            numbered.add(definition);
        }
        constraints.addAll(definition.constraints());
    }

    /** An inherited column that is defined once more: what the child says comes on top. */
    private static Column merged(Column inherited, Column own) {
        Column.Builder merged = own.toBuilder();
        if (own.type() instanceof ColumnType.Unstated) {
            merged.type(inherited.type());
        }
        if (own.nullability() == Nullability.NULLABLE) {
            merged.nullability(inherited.nullability());
        }
        if (own.columnDefault() == ColumnDefault.NONE && own.identity() == Identity.NONE) {
            merged.columnDefault(inherited.columnDefault()).identity(inherited.identity());
        }
        if (own.generation() == Generation.NONE) {
            merged.generation(inherited.generation());
        }
        return merged.build();
    }

    private void like(TableElement.OfLike like) {
        Optional<DraftTable> source = catalog.table(like.table());
        if (source.isEmpty()) {
            Unreadable.of(
                            statement.origin(),
                            "'" + table.name() + "' is like '" + like.table()
                                    + "', which no statement before it creates",
                            table.name())
                    .applyTo(catalog);
            table.complete().clear();
            return;
        }
        Set<LikeOption> options = like.options();
        copyDoubts(source.get(), options);
        noteDoubts("is like '" + like.table() + "'");
        source.get().columns().forEach(column -> table.put(copied(column, options)));
        for (Constraint constraint : source.get().constraints()) {
            boolean check = constraint instanceof Constraint.Check && options.contains(LikeOption.CONSTRAINTS);
            boolean key = !(constraint instanceof Constraint.Check)
                    && !(constraint instanceof Constraint.ForeignKey)
                    && options.contains(LikeOption.INDEXES);
            if (check) {
                constraints.add(constraint);
            } else if (key) {
                constraints.add(constraint.withName(""));
            }
        }
        if (options.contains(LikeOption.INDEXES)) {
            source.get().indexes().all().forEach(index -> indexes.add(index.withName("")));
        }
    }

    private void noteDoubts(String how) {
        if (!table.complete().containsAll(EnumSet.allOf(Family.class)) && !catalog.isTemporary(table.name())) {
            catalog.gap(Gap.of(
                    statement.origin(),
                    "'" + table.name() + "' " + how + ", of which not all is known",
                    Set.of(table.name())));
        }
    }

    /** Of what is not known wholly of the parent, as much is not known of the child as it gets from there. */
    private void inheritDoubts(DraftTable parent) {
        if (!parent.complete().contains(Family.COLUMNS)) {
            table.complete().clear();
        }
        if (!parent.complete().contains(Family.CHECKS)) {
            table.complete().remove(Family.CHECKS);
        }
        if (statement.partitionOf().isPresent()) {
            table.complete().retainAll(parent.complete());
        }
    }

    /** The same for a copy. */
    private void copyDoubts(DraftTable source, Set<LikeOption> options) {
        if (!source.knowsAllColumns()) {
            table.complete().clear();
        }
        if (!source.kind().holdsRows()) {
            // A view has columns only.
            return;
        }
        if (options.contains(LikeOption.CONSTRAINTS) && !source.complete().contains(Family.CHECKS)) {
            table.complete().remove(Family.CHECKS);
        }
        for (Family family : List.of(Family.PRIMARY_KEYS, Family.UNIQUE_KEYS, Family.INDEXES)) {
            if (options.contains(LikeOption.INDEXES) && !source.complete().contains(family)) {
                table.complete().remove(family);
            }
        }
    }

    private Column copied(Column column, Set<LikeOption> options) {
        Column.Builder copy = column.toBuilder().origin(statement.origin());
        boolean identity = column.identity() == Identity.ALWAYS || column.identity() == Identity.BY_DEFAULT;
        if (identity && options.contains(LikeOption.IDENTITY)) {
            numbered.add(new ColumnDefinition(column, OptionalLong.of(1), List.of()));
        } else if (identity) {
            copy.identity(Identity.NONE);
        } else if (!options.contains(LikeOption.DEFAULTS)) {
            copy.identity(Identity.NONE).columnDefault(ColumnDefault.NONE);
        }
        if (!options.contains(LikeOption.GENERATED)) {
            copy.generation(Generation.NONE);
        }
        return copy.build();
    }

    /** The server makes checks first, then keys, then foreign keys; of keys over the same columns it makes but one. */
    private List<Constraint> withoutRepetitions() {
        List<Constraint> ordered = new ArrayList<>(constraints);
        ordered.sort(Comparator.comparingInt(TableCreation::rank));
        List<Constraint> kept = new ArrayList<>();
        Map<List<Object>, Integer> keys = new HashMap<>();
        for (Constraint constraint : ordered) {
            Optional<Integer> same = constraint instanceof Constraint.Key key
                    ? Optional.ofNullable(keys.putIfAbsent(List.of(key.columns(), key.enforcement()), kept.size()))
                    : Optional.empty();
            if (same.isEmpty() || !(constraint instanceof Constraint.UniqueKey)) {
                kept.add(constraint);
            } else if (kept.get(same.get()).name().isEmpty()) {
                // The one that stays takes over a name that the other one has.
                kept.set(same.get(), kept.get(same.get()).withName(constraint.name()));
            }
        }
        return kept;
    }

    private static int rank(Constraint constraint) {
        if (constraint instanceof Constraint.Check) {
            return 0;
        }
        if (constraint instanceof Constraint.PrimaryKey) {
            return 1;
        }
        return constraint instanceof Constraint.ForeignKey ? 3 : 2;
    }
}
