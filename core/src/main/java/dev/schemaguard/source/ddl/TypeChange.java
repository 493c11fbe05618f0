package dev.schemaguard.source.ddl;

import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.Gap;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.UserType;
import dev.schemaguard.model.UserType.DomainType;
import dev.schemaguard.model.UserType.EnumType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A change of one type that is not built in. */
sealed interface TypeChange extends Change {

    /**
     * A type is created.
     *
     * @param type the type
     */
    record Create(UserType type) implements TypeChange {

        @Override
        public Origin origin() {
            return type.origin();
        }

        @Override
        public void applyTo(Catalog catalog) {
            ObjectName created = catalog.path().created(type.name());
            catalog.types().put(created, Types.named(Types.resolved(catalog, type), created));
        }
    }

    /**
     * An enum gets another label.
     *
     * @param type the enum
     * @param label the new label
     * @param unlessExists whether nothing happens where there is such a label
     * @param before whether it goes before the neighbour
     * @param neighbour the label next to which it goes; at the end where there is none
     * @param origin where the script says so
     */
    record AddLabel(
            ObjectName type,
            String label,
            boolean unlessExists,
            boolean before,
            Optional<String> neighbour,
            Origin origin)
            implements TypeChange {

        @Override
        public void applyTo(Catalog catalog) {
            Types.alterEnum(catalog, type, origin, old -> {
                List<String> labels = new ArrayList<>(old.labels());
                if (labels.contains(label)) {
                    return old;
                }
                int place = neighbour.map(labels::indexOf).orElse(-1);
                labels.add(place < 0 ? labels.size() : before ? place : place + 1, label);
                return new EnumType(old.name(), labels, old.origin());
            });
        }
    }

    /**
     * A label of an enum gets another name.
     *
     * @param type the enum
     * @param from the old label
     * @param to the new label
     * @param origin where the script says so
     */
    record RenameLabel(ObjectName type, String from, String to, Origin origin) implements TypeChange {

        @Override
        public void applyTo(Catalog catalog) {
            Types.alterEnum(
                    catalog,
                    type,
                    origin,
                    old -> new EnumType(
                            old.name(),
                            old.labels().stream()
                                    .map(label -> label.equals(from) ? to : label)
                                    .toList(),
                            old.origin()));
        }
    }

    /**
     * A domain gets another default, nullability or check.
     *
     * @param domain the domain
     * @param facts what changes
     * @param origin where the script says so
     */
    record AlterDomain(ObjectName domain, UnaryOperator<DomainType> facts, Origin origin) implements TypeChange {

        @Override
        public void applyTo(Catalog catalog) {
            Optional<UserType> type = catalog.types().find(domain, catalog.path());
            if (type.isPresent() && type.get() instanceof DomainType old) {
                catalog.types().put(old.name(), facts.apply(old));
            } else {
                catalog.gap(Gap.everywhere(
                        origin, "changes domain '" + domain + "', which no statement before it creates"));
            }
        }

        static UnaryOperator<DomainType> columnDefault(ColumnDefault columnDefault) {
            return old -> new DomainType(
                    old.name(), old.base(), old.nullability(), columnDefault, old.checks(), old.origin());
        }

        static UnaryOperator<DomainType> nullability(Nullability nullability) {
            return old -> new DomainType(
                    old.name(), old.base(), nullability, old.columnDefault(), old.checks(), old.origin());
        }

        static UnaryOperator<DomainType> check(String check) {
            return old -> {
                List<String> checks = new ArrayList<>(old.checks());
                checks.add(check);
                return new DomainType(
                        old.name(), old.base(), old.nullability(), old.columnDefault(), checks, old.origin());
            };
        }

        /** Which check a name stands for is not kept, so that all are left out. */
        static UnaryOperator<DomainType> noChecks() {
            return old -> new DomainType(
                    old.name(), old.base(), old.nullability(), old.columnDefault(), List.of(), old.origin());
        }
    }

    /**
     * A type gets another name.
     *
     * @param type its old name
     * @param to its new name
     * @param origin where the script says so
     */
    record Rename(ObjectName type, String to, Origin origin) implements TypeChange {

        @Override
        public void applyTo(Catalog catalog) {
            catalog.types()
                    .key(type, catalog.path())
                    .ifPresent(key -> Types.rename(catalog, key, ObjectName.of(key.schema(), to)));
        }
    }

    /**
     * A type moves to another schema.
     *
     * @param type its old name
     * @param schema the new schema
     * @param origin where the script says so
     */
    record Move(ObjectName type, String schema, Origin origin) implements TypeChange {

        @Override
        public void applyTo(Catalog catalog) {
            catalog.types()
                    .key(type, catalog.path())
                    .ifPresent(key -> Types.rename(catalog, key, ObjectName.of(schema, key.name())));
        }
    }

    /**
     * A type is dropped, and columns of that type with it.
     *
     * @param type its name
     * @param origin where the script says so
     */
    record Drop(ObjectName type, Origin origin) implements TypeChange {

        @Override
        public void applyTo(Catalog catalog) {
            catalog.types().key(type, catalog.path()).ifPresent(key -> Types.drop(catalog, key));
        }
    }
}
