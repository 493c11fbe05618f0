package dev.schemaguard.hibernate;

import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Use;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.Sequence;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.Join;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.Value;

/** Which class and member stands behind a table or column, and what becomes of it through them. */
final class MappedMembers {

    private final IdentityHashMap<Table, String> owners = new IdentityHashMap<>();
    private final IdentityHashMap<Table, Map<String, String>> members = new IdentityHashMap<>();
    private final IdentityHashMap<Table, Set<String>> written = new IdentityHashMap<>();
    private final IdentityHashMap<Table, Set<String>> mapped = new IdentityHashMap<>();
    private final Set<Table> writable = Collections.newSetFromMap(new IdentityHashMap<>());

    private MappedMembers() {}

    static MappedMembers of(Metadata metadata) {
        MappedMembers members = new MappedMembers();
        metadata.getEntityBindings().forEach(members::entity);
        metadata.getCollectionBindings().forEach(members::collection);
        return members;
    }

    /** The class behind a table, or behind the member that it holds. */
    Origin origin(Table table) {
        String owner = owners.get(table);
        return owner == null ? Origin.of("JPA mapping") : Origin.of(owner);
    }

    /** The member behind a column. */
    Origin origin(Table table, Column column) {
        String member = members.getOrDefault(table, Map.of()).get(column.getName());
        return member == null ? origin(table) : Origin.of(member);
    }

    Origin origin(Sequence sequence) {
        return Origin.of(
                "@SequenceGenerator " + sequence.getName().getObjectName().getText());
    }

    /** Whether nothing that is mapped ever writes to the table. */
    boolean isReadOnly(Table table) {
        return owners.containsKey(table) && !writable.contains(table);
    }

    /** A column that no member inserts or updates is never written; of the others it is not known whether one is. */
    Use written(Table table, Column column) {
        return mapped.getOrDefault(table, Set.of()).contains(column.getName())
                        && !written.getOrDefault(table, Set.of()).contains(column.getName())
                ? Use.NEVER
                : Use.UNSTATED;
    }

    private void entity(PersistentClass entity) {
        String name = name(entity);
        own(entity.getTable(), name, entity.isMutable());
        if (entity.getIdentifierProperty() != null) {
            property(entity.getTable(), name, entity.getIdentifierProperty());
        } else if (entity.getIdentifier() != null) {
            value(entity.getTable(), name + "#id", entity.getIdentifier(), true);
        }
        entity.getDeclaredProperties().forEach(property -> property(entity.getTable(), name, property));
        for (Join join : entity.getJoins()) {
            own(join.getTable(), name, entity.isMutable());
            join.getDeclaredProperties().forEach(property -> property(join.getTable(), name, property));
        }
    }

    private void collection(Collection collection) {
        Table table = collection.getCollectionTable();
        if (table == null) {
            return;
        }
        String role = collection.getRole();
        int dot = role.lastIndexOf('.');
        String member = dot < 0 ? role : name(collection.getOwner()) + "#" + role.substring(dot + 1);
        own(table, member, collection.isMutable());
        if (!collection.isOneToMany()) {
            columns(table, member, collection.getElement(), true);
        }
    }

    private static String name(PersistentClass entity) {
        return entity.getClassName() == null ? entity.getEntityName() : entity.getClassName();
    }

    private void own(Table table, String name, boolean writes) {
        owners.putIfAbsent(table, name);
        if (writes) {
            writable.add(table);
        }
    }

    private void property(Table table, String owner, Property property) {
        value(
                table,
                owner + (owner.indexOf('#') < 0 ? "#" : ".") + property.getName(),
                property.getValue(),
                property.isInsertable() || property.isUpdateable());
    }

    private void value(Table table, String member, Value value, boolean writes) {
        if (value instanceof Component component) {
            component.getProperties().forEach(property -> property(table, member, property));
        } else {
            columns(table, member, value, writes);
        }
    }

    /** Some of what a value selects may be no column but a formula. */
    private void columns(Table table, String member, Value value, boolean writes) {
        for (Selectable selectable : value.getSelectables()) {
            if (!(selectable instanceof Column column)) {
                continue;
            }
            members.computeIfAbsent(table, key -> new HashMap<>()).putIfAbsent(column.getName(), member);
            mapped.computeIfAbsent(table, key -> new HashSet<>()).add(column.getName());
            if (writes) {
                written.computeIfAbsent(table, key -> new HashSet<>()).add(column.getName());
            }
        }
    }
}
