package dev.schemaguard.model;

import java.util.Objects;

/**
 * The name of a table, sequence or type, as the catalog stores it: folded and without quotes.
 *
 * @param schema the schema that holds the object, or the empty text where the name is unqualified and so is looked for along
 *     the search path
 * @param name the object's own name, never empty
 */
public record ObjectName(String schema, String name) implements Comparable<ObjectName> {

    public ObjectName {
        Objects.requireNonNull(schema, "schema");
        if (name.isEmpty()) {
            throw new IllegalArgumentException("the name of an object in schema '" + schema + "' is empty");
        }
    }

    /** The unqualified name of an object. */
    public static ObjectName of(String name) {
        return new ObjectName("", name);
    }

    /** The name of an object in the given schema. */
    public static ObjectName of(String schema, String name) {
        return new ObjectName(schema, name);
    }

    /** Whether the name says its schema. */
    public boolean isQualified() {
        return !schema.isEmpty();
    }

    /** The same name without its schema. */
    public ObjectName unqualified() {
        return isQualified() ? new ObjectName("", name) : this;
    }

    /** The same name in the given schema, unless it says one already. */
    public ObjectName in(String defaultSchema) {
        return isQualified() ? this : new ObjectName(defaultSchema, name);
    }

    @Override
    public int compareTo(ObjectName other) {
        int order = schema.compareTo(other.schema);
        return order != 0 ? order : name.compareTo(other.name);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ObjectName that && name.equals(that.name) && schema.equals(that.schema);
    }

    /** Written out because names are the keys of every look-up, and a record's own methods cost tens of milliseconds at boot. */
    @Override
    public int hashCode() {
        return 31 * schema.hashCode() + name.hashCode();
    }

    /** The name for people: {@code posts} or {@code app.posts}. */
    @Override
    public String toString() {
        return isQualified() ? schema + "." + name : name;
    }
}
