package dev.schemaguard.ddl.change;

import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.draft.Dropping;
import dev.schemaguard.ddl.draft.SearchPath;
import dev.schemaguard.ddl.draft.Types;
import dev.schemaguard.ddl.script.Holes;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.Gap;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.SqlText;
import dev.schemaguard.model.UserType;
import dev.schemaguard.model.UserType.DomainType;
import dev.schemaguard.model.UserType.EnumType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A change of one type that is not built in. */
public sealed interface TypeChange extends Change {

    /** The name of the type. */
    ObjectName name();

    @Override
    default List<ObjectName> tables() {
        return List.of();
    }

    /** Only that the type is there stays stated. */
    @Override
    default void doubt(Catalog catalog) {
        for (UserType type : catalog.types().all()) {
            if (Holes.fits(name().name(), type.name().name())) {
                Types.leaveOpen(catalog, type);
            }
        }
    }

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
        public ObjectName name() {
            return type.name();
        }

        @Override
        public boolean conflicts(Catalog catalog) {
            return catalog.types().find(type.name(), catalog.path()).isPresent();
        }

        @Override
        public void doubt(Catalog catalog) {
            // A type that may not be there is not stated; one that is there stays as it is.
        }

        @Override
        public void applyTo(Catalog catalog) {
            ObjectName created = catalog.path().created(type.name());
            // A shell of it may have been there, under a name with or without its schema.
            SearchPath.same(created.schema())
                    .forEach(schema -> catalog.types().remove(ObjectName.of(schema, created.name())));
            catalog.add(Types.named(Types.resolved(catalog, type), created));
        }
    }

    /**
     * An enum gets another label.
     *
     * @param name the enum
     * @param label the new label
     * @param unlessExists whether nothing happens where there is such a label
     * @param before whether it goes before the neighbour
     * @param neighbour the label next to which it goes; at the end where there is none
     * @param origin where the script says so
     */
    record AddLabel(
            ObjectName name,
            String label,
            boolean unlessExists,
            boolean before,
            Optional<String> neighbour,
            Origin origin)
            implements TypeChange {

        @Override
        public boolean conflicts(Catalog catalog) {
            return !unlessExists
                    && Types.labels(catalog, name)
                            .filter(labels -> labels.contains(label))
                            .isPresent();
        }

        @Override
        public void applyTo(Catalog catalog) {
            Types.alterEnum(catalog, name, origin, old -> {
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
     * @param name the enum
     * @param from the old label
     * @param to the new label
     * @param origin where the script says so
     */
    record RenameLabel(ObjectName name, String from, String to, Origin origin) implements TypeChange {

        @Override
        public boolean conflicts(Catalog catalog) {
            return Types.labels(catalog, name)
                    .filter(labels -> !labels.contains(from) || labels.contains(to))
                    .isPresent();
        }

        @Override
        public void applyTo(Catalog catalog) {
            Types.alterEnum(
                    catalog,
                    name,
                    origin,
                    old -> new EnumType(
                            old.name(),
                            old.labels().stream()
                                    .map(label -> label.equals(from) ? to : label)
                                    .toList(),
                            old.origin()));
            Set<ObjectName> left = Types.renameLabel(catalog, name, from, to);
            if (!left.isEmpty()) {
                catalog.gap(Gap.of(
                        origin, "renames label '" + from + "', which a rule, an index or an array may hold", left));
            }
        }
    }

    /**
     * A domain gets another default, nullability or check.
     *
     * @param name the domain
     * @param facts what changes
     * @param origin where the script says so
     */
    record AlterDomain(ObjectName name, UnaryOperator<DomainType> facts, Origin origin) implements TypeChange {

        @Override
        public void applyTo(Catalog catalog) {
            Optional<UserType> type = catalog.types().find(name, catalog.path());
            if (type.isPresent() && type.get() instanceof DomainType old) {
                catalog.add(facts.apply(old));
            } else {
                Types.unknown(catalog, name, origin);
            }
        }

        public static UnaryOperator<DomainType> columnDefault(ColumnDefault columnDefault) {
            return old -> new DomainType(
                    old.name(), old.base(), old.nullability(), columnDefault, old.checks(), old.origin());
        }

        public static UnaryOperator<DomainType> nullability(Nullability nullability) {
            return old -> new DomainType(
                    old.name(), old.base(), nullability, old.columnDefault(), old.checks(), old.origin());
        }

        public static UnaryOperator<DomainType> check(SqlText check) {
            return old -> {
                List<SqlText> checks = new ArrayList<>(old.checks());
                checks.add(check);
                return new DomainType(
                        old.name(), old.base(), old.nullability(), old.columnDefault(), checks, old.origin());
            };
        }

        /** Which check a name stands for is not kept, so that all are left out. */
        public static UnaryOperator<DomainType> noChecks() {
            return old -> new DomainType(
                    old.name(), old.base(), old.nullability(), old.columnDefault(), List.of(), old.origin());
        }
    }

    /**
     * A row type gets other attributes; which ones it has then is left open.
     *
     * @param name the type
     * @param origin where the script says so
     */
    record AlterAttributes(ObjectName name, Origin origin) implements TypeChange {

        @Override
        public void applyTo(Catalog catalog) {
            catalog.types()
                    .find(name, catalog.path())
                    .ifPresent(type -> catalog.add(new UserType.OpaqueType(type.name(), type.origin())));
        }
    }

    /**
     * A type gets another name.
     *
     * @param name its old name
     * @param to its new name
     * @param origin where the script says so
     */
    record Rename(ObjectName name, String to, Origin origin) implements TypeChange {

        @Override
        public void applyTo(Catalog catalog) {
            ObjectName key = Types.meant(catalog, name);
            Types.rename(catalog, key, ObjectName.of(key.schema(), to));
        }
    }

    /**
     * A type moves to another schema.
     *
     * @param name its old name
     * @param schema the new schema
     * @param origin where the script says so
     */
    record Move(ObjectName name, String schema, Origin origin) implements TypeChange {

        @Override
        public void applyTo(Catalog catalog) {
            ObjectName key = Types.meant(catalog, name);
            Types.rename(catalog, key, ObjectName.of(schema, key.name()));
        }
    }

    /**
     * A type is dropped, and columns of that type with it.
     *
     * @param name its name
     * @param cascade whether what uses it goes, too
     * @param origin where the script says so
     */
    record Drop(ObjectName name, boolean cascade, Origin origin) implements TypeChange {

        @Override
        public void applyTo(Catalog catalog) {
            Types.drop(catalog, Types.meant(catalog, name));
            if (cascade) {
                Dropping.forgotten(catalog, catalog.path().created(name));
                new DependentsChange(name, "DROP TYPE '" + name + "' CASCADE", origin).applyTo(catalog);
                for (String routine : catalog.programs().withInSignature(name.name())) {
                    new DependentsChange(ObjectName.of(routine), "DROP TYPE '" + name + "' CASCADE", origin)
                            .applyTo(catalog);
                }
            }
        }
    }
}
