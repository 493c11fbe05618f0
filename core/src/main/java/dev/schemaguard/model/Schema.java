package dev.schemaguard.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The tables, sequences and types of one database: what a release expects, or what the database has. Names and types are
 * spelled as the catalog would spell them, but for a contract written by hand, which the database's dialect spells when it
 * is used as a source.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class Schema {

    private final List<String> searchPath;
    private final Map<ObjectName, Table> tables;
    private final Map<ObjectName, Sequence> sequences;
    private final Map<ObjectName, UserType> types;
    private final Set<Family> complete;
    private final List<Gap> gaps;
    private final Restrictions restrictions;
    private final Map<String, String> settings;

    private Schema(Builder builder) {
        this.searchPath = List.copyOf(builder.searchPath);
        this.tables = new LinkedHashMap<>(builder.tables);
        this.sequences = new LinkedHashMap<>(builder.sequences);
        this.types = new LinkedHashMap<>(builder.types);
        this.complete = Set.copyOf(builder.complete);
        this.gaps = List.copyOf(builder.gaps);
        this.restrictions = builder.restrictions;
        this.settings = Collections.unmodifiableMap(new TreeMap<>(builder.settings));
    }

    /** A schema of which nothing is stated yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that begins with this schema's facts. */
    public Builder toBuilder() {
        return facts().tables(tables()).sequences(sequences()).types(types());
    }

    private Builder facts() {
        return new Builder()
                .searchPath(searchPath)
                .complete(complete)
                .gaps(gaps)
                .restrictions(restrictions)
                .settings(settings);
    }

    /** The same schema with other objects in place of its own. */
    public Schema with(
            Collection<Table> newTables, Collection<Sequence> newSequences, Collection<? extends UserType> newTypes) {
        return facts().tables(newTables).sequences(newSequences).types(newTypes).build();
    }

    /** The same schema with other tables in place of its own. */
    public Schema with(Collection<Table> newTables) {
        return with(newTables, sequences(), types());
    }

    /** The same schema with only those of its tables. */
    public Schema withTables(Predicate<Table> wanted) {
        List<Table> kept = new ArrayList<>(tables.size());
        for (Table table : tables()) {
            if (wanted.test(table)) {
                kept.add(table);
            }
        }
        return kept.size() == tables.size() ? this : with(kept);
    }

    /** The schemas in which unqualified names are looked for, in order; empty for most expectations. */
    public List<String> searchPath() {
        return searchPath;
    }

    /** All tables and views, in the order they were stated. */
    public Collection<Table> tables() {
        return tables.values();
    }

    /** All sequences, in the order they were stated. */
    public Collection<Sequence> sequences() {
        return sequences.values();
    }

    /** All types that are not built in, in the order they were stated. */
    public Collection<UserType> types() {
        return types.values();
    }

    /** The families of facts in which the whole database is named. */
    public Set<Family> complete() {
        return complete;
    }

    /** What the source holds but could not read. */
    public List<Gap> gaps() {
        return gaps;
    }

    /** What of a live schema the connected role may not use; nothing in an expectation. */
    public Restrictions restrictions() {
        return restrictions;
    }

    /**
     * The settings of a session by which the same statement means something else, sorted by their names, as the server calls them
     * in lower case; empty where none is stated.
     */
    public Map<String, String> settings() {
        return settings;
    }

    /** Whether not a single table, sequence or type is named. */
    public boolean isEmpty() {
        return tables.isEmpty() && sequences.isEmpty() && types.isEmpty();
    }

    /** The table that a statement would mean by this name, if there is one. */
    public Optional<Table> table(ObjectName name) {
        return find(tables, name);
    }

    /** The table of that name, for a name without a schema. */
    public Optional<Table> table(String name) {
        return table(ObjectName.of(name));
    }

    /** The sequence that a statement would mean by this name, if there is one. */
    public Optional<Sequence> sequence(ObjectName name) {
        return find(sequences, name);
    }

    /** The type that a statement would mean by this name, if there is one. */
    public Optional<UserType> type(ObjectName name) {
        return find(types, name);
    }

    private <T> Optional<T> find(Map<ObjectName, T> objects, ObjectName name) {
        if (objects.isEmpty()) {
            return Optional.empty();
        }
        T exact = objects.get(name);
        if (exact != null) {
            return Optional.of(exact);
        }
        if (!name.isQualified()) {
            for (String schema : searchPath) {
                T onPath = objects.get(name.in(schema));
                if (onPath != null) {
                    return Optional.of(onPath);
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Schema that
                && searchPath.equals(that.searchPath)
                && tables.equals(that.tables)
                && sequences.equals(that.sequences)
                && types.equals(that.types)
                && complete.equals(that.complete)
                && gaps.equals(that.gaps)
                && restrictions.equals(that.restrictions)
                && settings.equals(that.settings);
    }

    @Override
    public int hashCode() {
        return Objects.hash(searchPath, tables, sequences, types, complete, gaps, restrictions, settings);
    }

    @Override
    public String toString() {
        return "Schema[" + tables.keySet() + "]";
    }

    /** States the facts of a schema one by one; what is not called stays unstated. */
    public static final class Builder {

        private final List<String> searchPath = new ArrayList<>();
        private final Map<ObjectName, Table> tables = new LinkedHashMap<>();
        private final Map<ObjectName, Sequence> sequences = new LinkedHashMap<>();
        private final Map<ObjectName, UserType> types = new LinkedHashMap<>();
        private final Set<Family> complete = EnumSet.noneOf(Family.class);
        private final List<Gap> gaps = new ArrayList<>();
        private Restrictions restrictions = Restrictions.NONE;
        private final Map<String, String> settings = new TreeMap<>();

        private Builder() {}

        /** States the schemas in which unqualified names are looked for, in order. */
        public Builder searchPath(List<String> schemas) {
            searchPath.clear();
            searchPath.addAll(schemas);
            return this;
        }

        /**
         * States a table of a contract written by hand. The name is read as in SQL: {@code posts}, {@code app.posts}, or
         * {@code "Posts"} with quotes where case matters.
         */
        public Builder table(String name, Consumer<Table.Builder> facts) {
            Table.Builder table = Table.builder(ObjectName.of(name));
            facts.accept(table);
            return table(table.build());
        }

        /** Adds a table, in place of one of the same name. */
        public Builder table(Table table) {
            tables.put(table.name(), table);
            return this;
        }

        /** Adds tables, each in place of one of the same name. */
        public Builder tables(Collection<Table> more) {
            for (Table table : more) {
                table(table);
            }
            return this;
        }

        /** Adds a sequence, in place of one of the same name. */
        public Builder sequence(Sequence sequence) {
            sequences.put(sequence.name(), sequence);
            return this;
        }

        /** Adds sequences, each in place of one of the same name. */
        public Builder sequences(Collection<Sequence> more) {
            for (Sequence sequence : more) {
                sequence(sequence);
            }
            return this;
        }

        /** Adds a type, in place of one of the same name. */
        public Builder type(UserType type) {
            types.put(type.name(), type);
            return this;
        }

        /** Adds types, each in place of one of the same name. */
        public Builder types(Collection<? extends UserType> more) {
            for (UserType type : more) {
                type(type);
            }
            return this;
        }

        /** States the families in which the whole database is named. */
        public Builder complete(Set<Family> families) {
            complete.addAll(families);
            return this;
        }

        /** Adds something that could not be read. */
        public Builder gap(Gap gap) {
            gaps.add(gap);
            return this;
        }

        /** Adds things that could not be read. */
        public Builder gaps(Collection<Gap> more) {
            gaps.addAll(more);
            return this;
        }

        /** States what the connected role may not use. */
        public Builder restrictions(Restrictions newRestrictions) {
            this.restrictions = newRestrictions;
            return this;
        }

        /** States a setting of the session, by the name that the server gives it in lower case. */
        public Builder setting(String name, String value) {
            settings.put(name, value);
            return this;
        }

        /** States settings of the session. */
        public Builder settings(Map<String, String> more) {
            settings.putAll(more);
            return this;
        }

        /** The schema. */
        public Schema build() {
            return new Schema(this);
        }
    }
}
