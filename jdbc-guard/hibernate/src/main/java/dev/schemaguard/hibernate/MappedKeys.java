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
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;

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
        for (UniqueKey key : table.getUniqueKeys().values()) {
            if (!key.getColumns().isEmpty()) {
                constraints.add(unique(key.getName(), names.columns(key.getColumns())));
            }
        }
        for (Column column : table.getColumns()) {
            if (column.isUnique()) {
                constraints.add(unique("", List.of(names.column(column))));
            }
            for (CheckConstraint check : column.getCheckConstraints()) {
                constraints.add(check(check));
            }
        }
        for (ForeignKey key : table.getForeignKeys().values()) {
            if (key.isPhysicalConstraint()
                    && key.isCreationEnabled()
                    && key.getReferencedTable().isPhysicalTable()) {
                constraints.add(reference(key));
            }
        }
        return withoutTwins(constraints);
    }

    List<Index> indexes(Table table) {
        List<Index> indexes = new ArrayList<>();
        for (Map.Entry<String, org.hibernate.mapping.Index> index :
                table.getIndexes().entrySet()) {
            List<Index.Part> parts = new ArrayList<>();
            List<Selectable> selectables = index.getValue().getSelectables();
            for (Selectable selectable : selectables) {
                if (selectable instanceof Column column) {
                    parts.add(Index.ColumnPart.of(names.column(column)));
                }
            }
            if (!parts.isEmpty() && parts.size() == selectables.size()) {
                indexes.add(new Index(index.getKey(), "btree", parts, List.of(), false, false, "", true, Origin.NONE));
            }
        }
        return indexes;
    }

    private static Constraint unique(String name, List<String> columns) {
        return new Constraint.UniqueKey(name == null ? "" : name, columns, false, Enforcement.ORDINARY, Origin.NONE);
    }

    private Constraint check(CheckConstraint check) {
        return new Constraint.Check("", condition(check.getConstraint()), NOT_NEEDED, Origin.NONE);
    }

    /** A mapping has many columns of one enum. */
    private SqlText condition(String written) {
        SqlText known = conditions.get(written);
        if (known == null) {
            known = dialect.expression(written);
            conditions.put(written, known);
        }
        return known;
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
            if (!(one instanceof Constraint.UniqueKey key) || !hasTwin(key, kept)) {
                kept.add(one);
            }
        }
        return kept;
    }

    private static boolean hasTwin(Constraint.UniqueKey key, List<Constraint> others) {
        for (Constraint other : others) {
            if (other instanceof Constraint.Key known
                    && known.columns().containsAll(key.columns())
                    && key.columns().containsAll(known.columns())) {
                return true;
            }
        }
        return false;
    }
}
