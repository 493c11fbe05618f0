package dev.schemaguard.model;

import java.util.List;
import java.util.function.UnaryOperator;

/** The type of a column: a name in the dialect's canonical spelling, or nothing said. */
public sealed interface ColumnType {

    /** The type that an expectation leaves open. */
    ColumnType UNSTATED = new Unstated();

    /** The same type under another name, where it has one. */
    ColumnType mapNames(UnaryOperator<ObjectName> renaming);

    /** A type without modifiers that is not an array. */
    static Named of(String name) {
        return new Named(ObjectName.of(name), Modifier.NONE, false);
    }

    /** A type with modifiers, such as {@code numeric(10,2)}. */
    static Named of(String name, String... arguments) {
        return new Named(ObjectName.of(name), new Modifier.Of(List.of(arguments)), false);
    }

    /**
     * A type in its canonical spelling.
     *
     * @param name the type's name; qualified only for a user's type outside the search path
     * @param modifier its length, precision or the like
     * @param array whether the column holds an array of it; PostgreSQL enforces no number of dimensions (manual, 8.15.1)
     */
    record Named(ObjectName name, Modifier modifier, boolean array) implements ColumnType {

        /** The same type with another modifier. */
        public Named with(Modifier other) {
            return new Named(name, other, array);
        }

        @Override
        public Named mapNames(UnaryOperator<ObjectName> renaming) {
            ObjectName renamed = renaming.apply(name);
            return renamed.equals(name) ? this : new Named(renamed, modifier, array);
        }

        /** The array of this type. */
        public Named toArray() {
            return array ? this : new Named(name, modifier, true);
        }

        /** The type of this array's elements. */
        public Named element() {
            return array ? new Named(name, modifier, false) : this;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Named that
                    && array == that.array
                    && name.equals(that.name)
                    && modifier.equals(that.modifier);
        }

        /** Written out, as that of {@link ObjectName} and for its reason: each column is compared by its type. */
        @Override
        public int hashCode() {
            return 31 * (31 * name.hashCode() + modifier.hashCode()) + Boolean.hashCode(array);
        }

        @Override
        public String toString() {
            return name + modifier.toString() + (array ? "[]" : "");
        }
    }

    /**
     * A type as somebody wrote it, which a dialect has not spelled yet. It occurs in contracts written by hand and never
     * reaches a comparison.
     *
     * @param text the type in SQL, such as {@code int4} or {@code VARCHAR(20)}
     */
    record Written(String text) implements ColumnType {

        @Override
        public Written mapNames(UnaryOperator<ObjectName> renaming) {
            return this;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** Nothing is said about the type. */
    record Unstated() implements ColumnType {

        @Override
        public Unstated mapNames(UnaryOperator<ObjectName> renaming) {
            return this;
        }

        @Override
        public String toString() {
            return "any type";
        }
    }

    /** What stands in the parentheses behind a type's name. */
    sealed interface Modifier {

        /** The type has no modifier, which for {@code varchar} and {@code numeric} means no limit. */
        Modifier NONE = new None();

        /** Nothing is said about the modifier. */
        Modifier UNSTATED = new Unstated();

        /**
         * Length, precision and scale, fields of an interval, or what an extension's type takes.
         *
         * @param arguments the arguments in order, at least one
         */
        record Of(List<String> arguments) implements Modifier {

            public Of {
                arguments = List.copyOf(arguments);
                if (arguments.isEmpty()) {
                    throw new IllegalArgumentException("a modifier without arguments is Modifier.NONE");
                }
            }

            @Override
            public boolean equals(Object other) {
                return other instanceof Of that && arguments.equals(that.arguments);
            }

            /** Written out, as that of {@link ObjectName} and for its reason. */
            @Override
            public int hashCode() {
                return arguments.hashCode();
            }

            @Override
            public String toString() {
                return "(" + String.join(",", arguments) + ")";
            }
        }

        /** No modifier. */
        record None() implements Modifier {

            @Override
            public String toString() {
                return "";
            }
        }

        /** A modifier that the expectation leaves open. */
        record Unstated() implements Modifier {

            @Override
            public String toString() {
                return "";
            }
        }
    }
}
