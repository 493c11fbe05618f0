package dev.schemaguard.model;

import java.util.Objects;
import java.util.Optional;

/**
 * One column of a table or view.
 *
 * @param name as the catalog stores it
 * @param type its type, or {@link ColumnType#UNSTATED}
 * @param nullability whether it takes nulls, domains included
 * @param columnDefault its default; that of a domain where it has none of its own
 * @param identity whether the database numbers it
 * @param generation whether the database computes it
 * @param charset the character set of its texts where one is stated (MySQL)
 * @param collation the collation where one is stated
 * @param onUpdate the value that an update gives it that leaves it out ({@code ON UPDATE} of MySQL and H2)
 * @param written whether the release writes it
 * @param updatable whether the live column takes writes, which the columns of a view may not
 * @param origin where the expectation says so
 */
public record Column(
        String name,
        ColumnType type,
        Nullability nullability,
        ColumnDefault columnDefault,
        Identity identity,
        Generation generation,
        Optional<String> charset,
        Optional<String> collation,
        ColumnDefault onUpdate,
        Use written,
        Presence updatable,
        Origin origin) {

    public Column {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a column has an empty name");
        }
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(nullability, "nullability");
        Objects.requireNonNull(columnDefault, "columnDefault");
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(generation, "generation");
        Objects.requireNonNull(charset, "charset");
        Objects.requireNonNull(collation, "collation");
        Objects.requireNonNull(onUpdate, "onUpdate");
        Objects.requireNonNull(written, "written");
        Objects.requireNonNull(updatable, "updatable");
        Objects.requireNonNull(origin, "origin");
    }

    /** A column of which nothing but the name is stated yet. */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** A builder that begins with this column's facts. */
    public Builder toBuilder() {
        Builder builder = new Builder(name);
        builder.type = type;
        builder.nullability = nullability;
        builder.columnDefault = columnDefault;
        builder.identity = identity;
        builder.generation = generation;
        builder.charset = charset;
        builder.collation = collation;
        builder.onUpdate = onUpdate;
        builder.written = written;
        builder.updatable = updatable;
        builder.origin = origin;
        return builder;
    }

    /** Whether a row that leaves the column out gets a value from the database, be it by a default, a number or a computation. */
    public boolean isFilledByDatabase() {
        return columnDefault instanceof ColumnDefault.Expression || identity.generates() || generation.isComputed();
    }

    /** Whether it is stated that a row needs a value for the column, and that the database gives none by itself. */
    public boolean needsValue() {
        return nullability == Nullability.NOT_NULL
                && columnDefault instanceof ColumnDefault.None
                && identity == Identity.NONE
                && generation instanceof Generation.None;
    }

    /** What a row holds that leaves the column out, for people. */
    public String valueWhereLeftOut() {
        return generation.isComputed() ? "computed " + generation.expression() : columnDefault.toString();
    }

    /** States the facts of a column one by one; what is not called stays unstated. */
    public static final class Builder {

        private String name;
        private ColumnType type = ColumnType.UNSTATED;
        private Nullability nullability = Nullability.UNSTATED;
        private ColumnDefault columnDefault = ColumnDefault.UNSTATED;
        private Identity identity = Identity.UNSTATED;
        private Generation generation = Generation.UNSTATED;
        private Optional<String> charset = Optional.empty();
        private Optional<String> collation = Optional.empty();
        private ColumnDefault onUpdate = ColumnDefault.UNSTATED;
        private Use written = Use.UNSTATED;
        private Presence updatable = Presence.UNSTATED;
        private Origin origin = Origin.NONE;

        private Builder(String name) {
            this.name = name;
        }

        /** Renames the column. */
        public Builder name(String newName) {
            this.name = newName;
            return this;
        }

        /** States the type as a dialect spelled it. */
        public Builder type(ColumnType newType) {
            this.type = newType;
            return this;
        }

        /** States the type in SQL, such as {@code varchar(20)}; the database's dialect will spell it. */
        public Builder type(String sql) {
            this.type = new ColumnType.Written(sql);
            return this;
        }

        /** States whether the column takes nulls. */
        public Builder nullability(Nullability newNullability) {
            this.nullability = newNullability;
            return this;
        }

        /** States that the column takes no nulls. */
        public Builder notNull() {
            return nullability(Nullability.NOT_NULL);
        }

        /** States that the column takes nulls. */
        public Builder nullable() {
            return nullability(Nullability.NULLABLE);
        }

        /** States the default. */
        public Builder columnDefault(ColumnDefault newDefault) {
            this.columnDefault = newDefault;
            return this;
        }

        /** States the default in SQL. */
        public Builder columnDefault(String sql) {
            return columnDefault(ColumnDefault.of(sql));
        }

        /** States how the database numbers the column. */
        public Builder identity(Identity newIdentity) {
            this.identity = newIdentity;
            return this;
        }

        /** States how the database computes the column. */
        public Builder generation(Generation newGeneration) {
            this.generation = newGeneration;
            return this;
        }

        /** States the character set of the column's texts. */
        public Builder charset(String name) {
            this.charset = Optional.of(name);
            return this;
        }

        /** States the collation. */
        public Builder collation(String name) {
            this.collation = Optional.of(name);
            return this;
        }

        /** States the value that an update gives the column that leaves it out. */
        public Builder onUpdate(ColumnDefault newOnUpdate) {
            this.onUpdate = newOnUpdate;
            return this;
        }

        /** States whether the release writes the column. */
        public Builder written(Use use) {
            this.written = use;
            return this;
        }

        /** States whether the live column takes writes. */
        public Builder updatable(Presence newUpdatable) {
            this.updatable = newUpdatable;
            return this;
        }

        /** Says where the expectation states the column. */
        public Builder origin(Origin newOrigin) {
            this.origin = newOrigin;
            return this;
        }

        /** The column. */
        public Column build() {
            return new Column(
                    name,
                    type,
                    nullability,
                    columnDefault,
                    identity,
                    generation,
                    charset,
                    collation,
                    onUpdate,
                    written,
                    updatable,
                    origin);
        }
    }
}
