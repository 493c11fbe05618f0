package dev.schemaguard.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A type that is not built in. */
public sealed interface UserType {

    /** The type's name. */
    ObjectName name();

    /** Where the expectation says so. */
    Origin origin();

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
    }

    /**
     * A range over another type.
     *
     * @param name the type's name
     * @param subtype the type of its bounds
     * @param origin where the expectation says so
     */
    record RangeType(ObjectName name, ColumnType subtype, Origin origin) implements UserType {}

    /**
     * A type of which only the name matters, such as an extension's.
     *
     * @param name the type's name
     * @param origin where the expectation says so
     */
    record OpaqueType(ObjectName name, Origin origin) implements UserType {}
}
