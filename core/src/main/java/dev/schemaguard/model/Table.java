package dev.schemaguard.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A table, or a view that statements use like one.
 *
 * @param name its name
 * @param kind what the name stands for
 * @param columns its columns in order
 * @param constraints its keys and rules
 * @param indexes the indexes that no constraint owns
 * @param parents the tables it inherits from or is a partition of
 * @param use what the release does with it
 * @param complete the families of facts in which all of the table is named
 * @param notKnown the families of facts of which the source holds more than could be told: the columns of a view, where its
 *     query does not say them; whether the indexes of a live table are unique keys, where its driver does not say it
 * @param rowSecurity whether row security is switched on for it, whomever that stops
 * @param capabilities what the live database lets the connected role do with it
 * @param origin where the expectation says so
 */
public record Table(
        ObjectName name,
        TableKind kind,
        List<Column> columns,
        List<Constraint> constraints,
        List<Index> indexes,
        List<ObjectName> parents,
        TableUse use,
        Set<Family> complete,
        Set<Family> notKnown,
        Presence rowSecurity,
        Capabilities capabilities,
        Origin origin) {

    public Table {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
        indexes = List.copyOf(indexes);
        parents = List.copyOf(parents);
        Objects.requireNonNull(use, "use");
        complete = Set.copyOf(complete);
        notKnown = Set.copyOf(notKnown);
        Objects.requireNonNull(rowSecurity, "rowSecurity");
        Objects.requireNonNull(capabilities, "capabilities");
        Objects.requireNonNull(origin, "origin");
    }

    /** A table of which nothing but the name is stated yet. */
    public static Builder builder(ObjectName name) {
        return new Builder(name);
    }

    /** A builder that begins with this table's facts. */
    public Builder toBuilder() {
        return new Builder(name)
                .kind(kind)
                .columns(columns)
                .constraints(constraints)
                .indexes(indexes)
                .parents(parents)
                .use(use)
                .complete(complete)
                .notKnown(notKnown)
                .rowSecurity(rowSecurity)
                .capabilities(capabilities)
                .origin(origin);
    }

    /** The column of that name, if there is one. */
    public Optional<Column> column(String columnName) {
        for (Column column : columns) {
            if (column.name().equals(columnName)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    /** The column of that name, for who knows where it is likely to be: two tables nearly always have one order. */
    public Optional<Column> column(String columnName, int likelyPlace) {
        if (likelyPlace < columns.size()) {
            Column likely = columns.get(likelyPlace);
            if (likely.name().equals(columnName)) {
                return Optional.of(likely);
            }
        }
        return column(columnName);
    }

    /** The primary key, if there is one. */
    public Optional<Constraint.PrimaryKey> primaryKey() {
        for (Constraint constraint : constraints) {
            if (constraint instanceof Constraint.PrimaryKey key) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    /** The constraints of one kind, in order. */
    public <C extends Constraint> Stream<C> constraints(Class<C> kindOfConstraint) {
        return constraints.isEmpty()
                ? Stream.empty()
                : constraints.stream().filter(kindOfConstraint::isInstance).map(kindOfConstraint::cast);
    }

    /** The table without all that it states of its checks. */
    public Table withoutChecks() {
        Builder others = toBuilder();
        others.complete.remove(Family.CHECKS);
        others.constraints.removeIf(Constraint.Check.class::isInstance);
        return others.build();
    }

    /** Whether the table is named completely in that family, so that an extra live object is news. */
    public boolean isComplete(Family family) {
        return complete.contains(family);
    }

    /** States the facts of a table one by one; what is not called stays unstated. */
    public static final class Builder {

        private ObjectName name;
        private TableKind kind = TableKind.TABLE;
        private final List<Column> columns = new ArrayList<>();
        private final List<Constraint> constraints = new ArrayList<>();
        private final List<Index> indexes = new ArrayList<>();
        private final List<ObjectName> parents = new ArrayList<>();
        private TableUse use = TableUse.UNSTATED;
        private final Set<Family> complete = EnumSet.noneOf(Family.class);
        private final Set<Family> notKnown = EnumSet.noneOf(Family.class);
        private Presence rowSecurity = Presence.UNSTATED;
        private Capabilities capabilities = Capabilities.UNSTATED;
        private Origin origin = Origin.NONE;

        private Builder(ObjectName name) {
            this.name = name;
        }

        /** Renames the table. */
        public Builder name(ObjectName newName) {
            this.name = newName;
            return this;
        }

        /** States what the name stands for; a table where this is not called. */
        public Builder kind(TableKind newKind) {
            this.kind = newKind;
            return this;
        }

        /** States that the table has a column of that name, and nothing else about it. */
        public Builder column(String columnName) {
            return column(Column.builder(columnName).build());
        }

        /** States that the table has a column of that name and type, written in SQL. */
        public Builder column(String columnName, String type) {
            return column(Column.builder(columnName).type(type).build());
        }

        /** States that the table has a column of that name and type, written in SQL, and more about it. */
        public Builder column(String columnName, String type, Consumer<Column.Builder> more) {
            Column.Builder column = Column.builder(columnName).type(type);
            more.accept(column);
            return column(column.build());
        }

        /** Adds a column behind those that are there. */
        public Builder column(Column column) {
            columns.add(column);
            return this;
        }

        /** Adds columns behind those that are there. */
        public Builder columns(Collection<Column> more) {
            columns.addAll(more);
            return this;
        }

        /** States the primary key. */
        public Builder primaryKey(String... columnNames) {
            return constraint(
                    new Constraint.PrimaryKey("", List.of(columnNames), Constraint.Enforcement.ORDINARY, Origin.NONE));
        }

        /** States a unique key. */
        public Builder unique(String... columnNames) {
            return constraint(new Constraint.UniqueKey(
                    "", List.of(columnNames), false, Constraint.Enforcement.ORDINARY, Origin.NONE));
        }

        /** Adds a key or rule. */
        public Builder constraint(Constraint constraint) {
            constraints.add(constraint);
            return this;
        }

        /** Adds keys and rules. */
        public Builder constraints(Collection<? extends Constraint> more) {
            constraints.addAll(more);
            return this;
        }

        /** Adds an index. */
        public Builder index(Index index) {
            indexes.add(index);
            return this;
        }

        /** Adds indexes. */
        public Builder indexes(Collection<Index> more) {
            indexes.addAll(more);
            return this;
        }

        /** Forgets the columns, rules and indexes. */
        public Builder withoutFacts() {
            columns.clear();
            constraints.clear();
            indexes.clear();
            return this;
        }

        /** Adds tables that this one inherits from or is a partition of. */
        public Builder parents(Collection<ObjectName> more) {
            parents.addAll(more);
            return this;
        }

        /** States what the release does with the table. */
        public Builder use(TableUse newUse) {
            this.use = newUse;
            return this;
        }

        /** States that the release only reads the table. */
        public Builder readOnly() {
            return use(TableUse.READ_ONLY);
        }

        /** States that the release inserts into the table. */
        public Builder inserts() {
            return use(use.with(StatementKind.INSERT, Use.ALWAYS));
        }

        /** States that the release updates rows of the table. */
        public Builder updates() {
            return use(use.with(StatementKind.UPDATE, Use.ALWAYS));
        }

        /** States that the release deletes rows of the table. */
        public Builder deletes() {
            return use(use.with(StatementKind.DELETE, Use.ALWAYS));
        }

        /** States that the release inserts rows or updates them where the key exists. */
        public Builder upserts() {
            return use(use.with(StatementKind.UPSERT, Use.ALWAYS));
        }

        /** States that all columns are named, so that one more that needs a value is drift. */
        public Builder allColumns() {
            return complete(Set.of(Family.COLUMNS));
        }

        /** States the families in which all of the table is named. */
        public Builder complete(Set<Family> families) {
            complete.addAll(families);
            return this;
        }

        /** Says of which families the source holds more than could be told. */
        public Builder notKnown(Set<Family> families) {
            notKnown.addAll(families);
            return this;
        }

        /** States whether row security is switched on for the table. */
        public Builder rowSecurity(Presence newRowSecurity) {
            this.rowSecurity = newRowSecurity;
            return this;
        }

        /** States what the live database lets the connected role do. */
        public Builder capabilities(Capabilities newCapabilities) {
            this.capabilities = newCapabilities;
            return this;
        }

        /** Says where the expectation states the table. */
        public Builder origin(Origin newOrigin) {
            this.origin = newOrigin;
            return this;
        }

        /** The table. */
        public Table build() {
            return new Table(
                    name,
                    kind,
                    columns,
                    constraints,
                    indexes,
                    parents,
                    use,
                    complete,
                    notKnown,
                    rowSecurity,
                    capabilities,
                    origin);
        }
    }
}
