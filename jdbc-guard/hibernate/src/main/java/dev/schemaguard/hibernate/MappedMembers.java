package dev.schemaguard.hibernate;

import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Use;
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

    private final IdentityHashMap<Table, OfTable> tables = new IdentityHashMap<>();

    private MappedMembers() {}

    static MappedMembers of(Metadata metadata) {
        MappedMembers members = new MappedMembers();
        for (PersistentClass entity : metadata.getEntityBindings()) {
            members.entity(entity);
        }
        for (Collection collection : metadata.getCollectionBindings()) {
            members.collection(collection);
        }
        return members;
    }

    /** The class behind a table, or behind the member that it holds. */
    Origin origin(Table table) {
        OfTable known = tables.get(table);
        return known == null ? Origin.of("JPA mapping") : Origin.of(known.owner);
    }

    /** The member behind a column. */
    Origin origin(Table table, Column column) {
        OfTable known = tables.get(table);
        String member = known == null ? null : known.members.get(column.getName());
        return member == null ? origin(table) : Origin.of(member);
    }

    Origin origin(Sequence sequence) {
        return Origin.of(
                "@SequenceGenerator " + sequence.getName().getObjectName().getText());
    }

    /** Whether nothing that is mapped ever writes to the table. */
    boolean isReadOnly(Table table) {
        OfTable known = tables.get(table);
        return known != null && !known.writable;
    }

    /** A column that no member inserts or updates is never written; of the others it is not known whether one is. */
    Use written(Table table, Column column) {
        OfTable known = tables.get(table);
        return known != null && known.members.containsKey(column.getName()) && !known.written.contains(column.getName())
                ? Use.NEVER
                : Use.UNSTATED;
    }

    private void entity(PersistentClass entity) {
        String name = name(entity);
        OfTable table = own(entity.getTable(), name, entity.isMutable());
        if (entity.getIdentifierProperty() != null) {
            property(table, name, entity.getIdentifierProperty());
        } else if (entity.getIdentifier() != null) {
            value(table, name + "#id", entity.getIdentifier(), true);
        }
        for (Property property : entity.getDeclaredProperties()) {
            property(table, name, property);
        }
        for (Join join : entity.getJoins()) {
            OfTable joined = own(join.getTable(), name, entity.isMutable());
            for (Property property : join.getDeclaredProperties()) {
                property(joined, name, property);
            }
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
        OfTable owned = own(table, member, collection.isMutable());
        if (!collection.isOneToMany()) {
            columns(owned, member, collection.getElement(), true);
        }
    }

    private static String name(PersistentClass entity) {
        return entity.getClassName() == null ? entity.getEntityName() : entity.getClassName();
    }

    private OfTable own(Table table, String name, boolean writes) {
        OfTable known = tables.get(table);
        if (known == null) {
            known = new OfTable(name);
            tables.put(table, known);
        }
        known.writable |= writes;
        return known;
    }

    private static void property(OfTable table, String owner, Property property) {
        value(
                table,
                owner + (owner.indexOf('#') < 0 ? "#" : ".") + property.getName(),
                property.getValue(),
                property.isInsertable() || property.isUpdateable());
    }

    private static void value(OfTable table, String member, Value value, boolean writes) {
        if (value instanceof Component component) {
            for (Property property : component.getProperties()) {
                property(table, member, property);
            }
        } else {
            columns(table, member, value, writes);
        }
    }

    /** Some of what a value selects may be no column but a formula. */
    private static void columns(OfTable table, String member, Value value, boolean writes) {
        for (Selectable selectable : value.getSelectables()) {
            if (!(selectable instanceof Column column)) {
                continue;
            }
            table.members.putIfAbsent(column.getName(), member);
            if (writes) {
                table.written.add(column.getName());
            }
        }
    }

    /** What stands behind one table: the class or member that has it first, the members by column, and what is ever written. */
    private static final class OfTable {

        private final String owner;
        private final Map<String, String> members = new HashMap<>();
        private final Set<String> written = new HashSet<>();
        private boolean writable;

        OfTable(String owner) {
            this.owner = owner;
        }
    }
}
