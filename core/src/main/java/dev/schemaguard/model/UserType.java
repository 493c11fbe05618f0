package dev.schemaguard.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A type that is not built in. */
public sealed interface UserType {

    /** The type's name. */
    ObjectName name();

    /** Where the expectation says so. */
    Origin origin();

    /** The same, said elsewhere. */
    UserType withOrigin(Origin newOrigin);

    /** The same with other names for itself and the types that it is made of. */
    UserType mapNames(UnaryOperator<ObjectName> renaming);

    /**
     * A native enum.
     *
     * @param name the type's name
     * @param labels its labels in order
     * @param origin where the expectation says so
     */
    record EnumType(ObjectName name, List<String> labels, Origin origin) implements UserType {

        public EnumType {
            labels = List.copyOf(labels);
        }

        @Override
        public EnumType withOrigin(Origin newOrigin) {
            return new EnumType(name, labels, newOrigin);
        }

        @Override
        public EnumType mapNames(UnaryOperator<ObjectName> renaming) {
            return new EnumType(renaming.apply(name), labels, origin);
        }
    }

    /**
     * A domain: another type with rules.
     *
     * @param name the type's name
     * @param base the type below it, itself a domain or not
     * @param nullability whether its values may be null
     * @param columnDefault the default of columns that have none of their own
     * @param checks the conditions
     * @param origin where the expectation says so
     */
    record DomainType(
            ObjectName name,
            ColumnType base,
            Nullability nullability,
            ColumnDefault columnDefault,
            List<SqlText> checks,
            Origin origin)
            implements UserType {

        public DomainType {
            checks = List.copyOf(checks);
        }

        @Override
        public DomainType withOrigin(Origin newOrigin) {
            return new DomainType(name, base, nullability, columnDefault, checks, newOrigin);
        }

        @Override
        public DomainType mapNames(UnaryOperator<ObjectName> renaming) {
            return new DomainType(
                    renaming.apply(name), base.mapNames(renaming), nullability, columnDefault, checks, origin);
        }
    }

    /**
     * A row type.
     *
     * @param name the type's name
     * @param attributes its attributes in order
     * @param origin where the expectation says so
     */
    record CompositeType(ObjectName name, Map<String, ColumnType> attributes, Origin origin) implements UserType {

        public CompositeType {
            attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        }

        @Override
        public CompositeType withOrigin(Origin newOrigin) {
            return new CompositeType(name, attributes, newOrigin);
        }

        @Override
        public CompositeType mapNames(UnaryOperator<ObjectName> renaming) {
            return new CompositeType(renaming.apply(name), mapped(renaming), origin);
        }

        private Map<String, ColumnType> mapped(UnaryOperator<ObjectName> renaming) {
            Map<String, ColumnType> mapped = new LinkedHashMap<>();
            attributes.forEach((attribute, type) -> mapped.put(attribute, type.mapNames(renaming)));
            return mapped;
        }
    }

    /**
     * A range over another type.
     *
     * @param name the type's name
     * @param subtype the type of its bounds
     * @param origin where the expectation says so
     */
    record RangeType(ObjectName name, ColumnType subtype, Origin origin) implements UserType {
        @Override
        public RangeType withOrigin(Origin newOrigin) {
            return new RangeType(name, subtype, newOrigin);
        }

        @Override
        public RangeType mapNames(UnaryOperator<ObjectName> renaming) {
            return new RangeType(renaming.apply(name), subtype.mapNames(renaming), origin);
        }
    }

    /**
     * A type of which only the name matters, such as an extension's.
     *
     * @param name the type's name
     * @param origin where the expectation says so
     */
    record OpaqueType(ObjectName name, Origin origin) implements UserType {
        @Override
        public OpaqueType withOrigin(Origin newOrigin) {
            return new OpaqueType(name, newOrigin);
        }

        @Override
        public OpaqueType mapNames(UnaryOperator<ObjectName> renaming) {
            return new OpaqueType(renaming.apply(name), origin);
        }
    }
}
