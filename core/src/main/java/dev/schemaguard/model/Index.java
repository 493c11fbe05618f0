package dev.schemaguard.model;

import java.util.List;
import java.util.Objects;

/**
 * An index that no constraint owns.
 *
 * @param name its name, or the empty text where the expectation leaves it to the server
 * @param method the access method in lower case, such as {@code btree}
 * @param parts what is indexed, in order
 * @param included columns carried along without being searched by ({@code INCLUDE})
 * @param unique whether no two rows may share the indexed values
 * @param nullsNotDistinct whether two nulls count as the same value
 * @param where the condition of a partial index; none where all rows are indexed
 * @param valid whether the database may use it; one left over from a cancelled {@code CONCURRENTLY} is not
 * @param origin where the expectation says so
 */
public record Index(
        String name,
        String method,
        List<Part> parts,
        List<String> included,
        boolean unique,
        boolean nullsNotDistinct,
        SqlText where,
        boolean valid,
        Origin origin) {

    public Index {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(where, "where");
        parts = List.copyOf(parts);
        included = List.copyOf(included);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("the index '" + name + "' indexes nothing");
        }
    }

    /** An index whose condition needs no other spelling in statements. */
    public Index(
            String name,
            String method,
            List<Part> parts,
            List<String> included,
            boolean unique,
            boolean nullsNotDistinct,
            String predicate,
            boolean valid,
            Origin origin) {
        this(name, method, parts, included, unique, nullsNotDistinct, SqlText.of(predicate), valid, origin);
    }

    /** The condition's normal spelling, which is compared; empty where all rows are indexed. */
    public String predicate() {
        return where.text();
    }

    /** The same under another name. */
    public Index withName(String newName) {
        return new Index(newName, method, parts, included, unique, nullsNotDistinct, where, valid, origin);
    }

    /** The same, said elsewhere. */
    public Index withOrigin(Origin newOrigin) {
        return new Index(name, method, parts, included, unique, nullsNotDistinct, where, valid, newOrigin);
    }

    /** The same over other columns and expressions, of other rows. */
    public Index withParts(List<Part> newParts, List<String> newIncluded, SqlText newWhere) {
        return new Index(name, method, newParts, newIncluded, unique, nullsNotDistinct, newWhere, valid, origin);
    }

    /** One thing that an index is sorted by. */
    public sealed interface Part {

        /** Whether the order is descending. */
        boolean descending();

        /** Whether nulls come first; by default they do in descending order only. */
        boolean nullsFirst();

        /** What is indexed, in its normal spelling, which is compared: {@code name}, {@code name(20)}, {@code lower(name)}. */
        String text();
    }

    /**
     * A column.
     *
     * @param name the column's name
     * @param descending whether the order is descending
     * @param nullsFirst whether nulls come first
     * @param prefix how many of the first characters, of a binary column bytes, are indexed (MySQL manual, 8.3.5); 0 for all
     */
    public record ColumnPart(String name, boolean descending, boolean nullsFirst, int prefix) implements Part {

        /** A whole column. */
        public ColumnPart(String name, boolean descending, boolean nullsFirst) {
            this(name, descending, nullsFirst, 0);
        }

        @Override
        public String text() {
            return prefix == 0 ? name : name + "(" + prefix + ")";
        }

        /** The same of another column. */
        public ColumnPart withName(String newName) {
            return new ColumnPart(newName, descending, nullsFirst, prefix);
        }

        /** The same with another part of the column; zero for all of it. */
        public ColumnPart withPrefix(int newPrefix) {
            return new ColumnPart(name, descending, nullsFirst, newPrefix);
        }

        /** A column in the ordinary order. */
        public static ColumnPart of(String name) {
            return new ColumnPart(name, false, false);
        }
    }

    /**
     * An expression.
     *
     * @param sql the expression
     * @param descending whether the order is descending
     * @param nullsFirst whether nulls come first
     */
    public record ExpressionPart(SqlText sql, boolean descending, boolean nullsFirst) implements Part {

        /** An expression that needs no other spelling in statements. */
        public ExpressionPart(String text, boolean descending, boolean nullsFirst) {
            this(SqlText.of(text), descending, nullsFirst);
        }

        @Override
        public String text() {
            return sql.text();
        }
    }
}
