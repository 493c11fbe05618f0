package dev.schemaguard.spring.datajdbc;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Sequence;
import dev.schemaguard.model.Use;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;
import org.springframework.data.relational.core.mapping.AggregatePath;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.data.relational.core.sql.SqlIdentifier;

/**
 * Walks through aggregates, from their roots to all that belongs to them. What is embedded goes into the table of its owner,
 * and whatever else belongs to an aggregate has a table of its own with a column that points back.
 */
final class AggregateReader {

    private final JdbcMappingContext context;
    private final ColumnTypes types;
    private final AggregateNames names;
    private final Map<ObjectName, AggregateTable> tables = new LinkedHashMap<>();
    private final Map<ObjectName, Sequence> sequences = new LinkedHashMap<>();
    private final Deque<Class<?>> within = new ArrayDeque<>();

    AggregateReader(JdbcMappingContext context, ColumnTypes types, Dialect dialect) {
        this.context = context;
        this.types = types;
        this.names = new AggregateNames(dialect);
    }

    void read(Class<?> aggregate) {
        RelationalPersistentEntity<?> root = context.getRequiredPersistentEntity(aggregate);
        entity(context.getAggregatePath(root), root);
    }

    Schema schema() {
        Schema.Builder schema = Schema.builder();
        tables.values().forEach(table -> schema.table(table.build()));
        return schema.sequences(sequences.values()).build();
    }

    private void entity(AggregatePath path, RelationalPersistentEntity<?> entity) {
        String owner = entity.getType().getName();
        ObjectName name = names.qualified(path.getTableInfo().qualifiedTableName());
        AggregateTable table = tables.computeIfAbsent(name, key -> new AggregateTable(key, Origin.of(owner)));
        if (!path.isRoot()) {
            RelationalPersistentProperty property = path.getRequiredLeafProperty();
            Origin origin = Origin.of(property.getOwner().getType().getName() + "#" + property.getName());
            pointsBack(path, table, origin);
        }
        within.push(entity.getType());
        members(path, entity, table, owner + "#");
        within.pop();
    }

    private void pointsBack(AggregatePath path, AggregateTable table, Origin origin) {
        AggregatePath.TableInfo info = path.getTableInfo();
        reverse(info, table, origin);
        AggregatePath.ColumnInfo qualifier = info.qualifierColumnInfo();
        Class<?> qualifierType = info.qualifierColumnType();
        if (qualifier != null && qualifierType != null) {
            table.column(column(names.simple(qualifier.name()), types.of(qualifierType), Use.UNSTATED, origin));
        }
    }

    /** Where the owner's key has several columns, which the older line does not know, they are left open. */
    private void reverse(AggregatePath.TableInfo info, AggregateTable table, Origin origin) {
        try {
            table.column(
                    column(names.simple(info.reverseColumnInfo().name()), ColumnType.UNSTATED, Use.UNSTATED, origin));
        } catch (IllegalStateException | NoSuchMethodError e) {
            table.leaveOpen();
        }
    }

    private void members(AggregatePath path, RelationalPersistentEntity<?> entity, AggregateTable table, String owner) {
        for (RelationalPersistentProperty property : entity) {
            AggregatePath next = path.append(property);
            String member = owner + property.getName();
            if (next.isEmbedded()) {
                members(next, next.getRequiredLeafEntity(), table, member + ".");
            } else if (!next.isEntity()) {
                member(next, property, table, Origin.of(member));
            } else if (!within.contains(next.getRequiredLeafEntity().getType())) {
                entity(next, next.getRequiredLeafEntity());
            }
        }
    }

    private void member(
            AggregatePath path, RelationalPersistentProperty property, AggregateTable table, Origin origin) {
        String name = names.simple(path.getColumnInfo().name());
        table.column(column(name, types.of(property), path.isWritable() ? Use.UNSTATED : Use.NEVER, origin));
        if (property.isIdProperty() || isInKey(path)) {
            table.key(name);
        }
        SqlIdentifier generator = property.getSequence();
        if (generator != null) {
            ObjectName sequence = names.qualified(generator);
            sequences.putIfAbsent(
                    sequence, new Sequence(sequence, Sequence.Role.GENERATOR, OptionalLong.empty(), origin));
        }
    }

    /** Whether the property is a part of an identifier of several columns. */
    private static boolean isInKey(AggregatePath path) {
        for (AggregatePath parent = path.getParentPath();
                parent != null && !parent.isRoot() && parent.isEmbedded();
                parent = parent.getParentPath()) {
            if (parent.getRequiredLeafProperty().isIdProperty()) {
                return true;
            }
        }
        return false;
    }

    private static Column column(String name, ColumnType type, Use written, Origin origin) {
        return Column.builder(name).type(type).written(written).origin(origin).build();
    }
}
