package dev.schemaguard.hibernate;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Constraint.Enforcement;
import dev.schemaguard.model.Constraint.ReferentialAction;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.SqlText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.Table;

/** Reads the keys, indexes and lists of values of a mapping. */
final class MappedKeys {

    /** The labels of an enum matter where the database limits them; that it does is no need of the release. */
    private static final Enforcement NOT_NEEDED = new Enforcement(false, true, false);

    private final Dialect dialect;
    private final MappedNames names;
    private final Map<String, SqlText> conditions = new HashMap<>();

    MappedKeys(Dialect dialect, MappedNames names) {
        this.dialect = dialect;
        this.names = names;
    }

    List<Constraint> constraints(Table table) {
        List<Constraint> constraints = new ArrayList<>();
        if (table.getPrimaryKey() != null && !table.getPrimaryKey().getColumns().isEmpty()) {
            constraints.add(new Constraint.PrimaryKey(
                    "", names.columns(table.getPrimaryKey().getColumns()), Enforcement.ORDINARY, Origin.NONE));
        }
        table.getUniqueKeys().values().stream()
                .filter(key -> !key.getColumns().isEmpty())
                .forEach(key -> constraints.add(unique(key.getName(), names.columns(key.getColumns()))));
        for (Column column : table.getColumns()) {
            if (column.isUnique()) {
                constraints.add(unique("", List.of(names.column(column))));
            }
            column.getCheckConstraints().forEach(check -> constraints.add(check(check)));
        }
        table.getForeignKeys().values().stream()
                .filter(key -> key.isPhysicalConstraint() && key.isCreationEnabled())
                .filter(key -> key.getReferencedTable().isPhysicalTable())
                .forEach(key -> constraints.add(reference(key)));
        return withoutTwins(constraints);
    }

    List<Index> indexes(Table table) {
        List<Index> indexes = new ArrayList<>();
        table.getIndexes().forEach((name, index) -> {
            List<Index.Part> parts = new ArrayList<>();
            index.getSelectables().forEach(selectable -> {
                if (selectable instanceof Column column) {
                    parts.add(Index.ColumnPart.of(names.column(column)));
                }
            });
            if (!parts.isEmpty() && parts.size() == index.getSelectables().size()) {
                indexes.add(new Index(name, "btree", parts, List.of(), false, false, "", true, Origin.NONE));
            }
        });
        return indexes;
    }

    private static Constraint unique(String name, List<String> columns) {
        return new Constraint.UniqueKey(name == null ? "" : name, columns, false, Enforcement.ORDINARY, Origin.NONE);
    }

    private Constraint check(CheckConstraint check) {
        return new Constraint.Check(
                "", conditions.computeIfAbsent(check.getConstraint(), dialect::expression), NOT_NEEDED, Origin.NONE);
    }

    private Constraint reference(ForeignKey key) {
        return new Constraint.ForeignKey(
                "",
                names.columns(key.getColumns()),
                names.table(key.getReferencedTable()),
                key.isReferenceToPrimaryKey() ? List.of() : names.columns(key.getReferencedColumns()),
                ReferentialAction.NO_ACTION,
                ReferentialAction.NO_ACTION,
                Enforcement.ORDINARY,
                Origin.NONE);
    }

    /** A column that is unique may be in a key of its own besides. */
    private static List<Constraint> withoutTwins(List<Constraint> constraints) {
        List<Constraint> kept = new ArrayList<>();
        for (Constraint one : constraints) {
            boolean twin = one instanceof Constraint.UniqueKey key
                    && kept.stream()
                            .anyMatch(other -> other instanceof Constraint.Key known
                                    && Set.copyOf(known.columns()).equals(Set.copyOf(key.columns())));
            if (!twin) {
                kept.add(one);
            }
        }
        return kept;
    }
}
