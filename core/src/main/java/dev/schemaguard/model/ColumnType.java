package dev.schemaguard.model;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The type of a column: a name in the dialect's canonical spelling, or nothing said. */
public sealed interface ColumnType {

    /** The type that an expectation leaves open. */
    ColumnType UNSTATED = Unstated.INSTANCE;

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
     * @param unsigned whether it is a number that is never negative (MySQL manual, 11.1.1)
     */
    record Named(ObjectName name, Modifier modifier, boolean array, boolean unsigned) implements ColumnType {

        /** A type that takes negative numbers, if it takes numbers. */
        public Named(ObjectName name, Modifier modifier, boolean array) {
            this(name, modifier, array, false);
        }

        /** The same type with another modifier. */
        public Named with(Modifier other) {
            return new Named(name, other, array, unsigned);
        }

        /** The same type without negative numbers. */
        public Named asUnsigned() {
            return unsigned ? this : new Named(name, modifier, array, true);
        }

        /** The same type with negative numbers. */
        public Named asSigned() {
            return unsigned ? new Named(name, modifier, array, false) : this;
        }

        @Override
        public Named mapNames(UnaryOperator<ObjectName> renaming) {
            ObjectName renamed = renaming.apply(name);
            return renamed.equals(name) ? this : new Named(renamed, modifier, array, unsigned);
        }

        /** The array of this type. */
        public Named toArray() {
            return array ? this : new Named(name, modifier, true, unsigned);
        }

        /** The type of this array's elements. */
        public Named element() {
            return array ? new Named(name, modifier, false, unsigned) : this;
        }

        @Override
        public boolean equals(Object other) {
            return this == other
                    || other instanceof Named that
                            && array == that.array
                            && unsigned == that.unsigned
                            && name.equals(that.name)
                            && modifier.equals(that.modifier);
        }

        /** Written out, as that of {@link ObjectName} and for its reason: each column is compared by its type. */
        @Override
        public int hashCode() {
            return 31 * (31 * name.hashCode() + modifier.hashCode()) + (array ? 1 : 0) + (unsigned ? 2 : 0);
        }

        @Override
        public String toString() {
            return name + modifier.toString() + (unsigned ? " unsigned" : "") + (array ? "[]" : "");
        }
    }

    /**
     * The type of a column that lists its values itself: {@code ENUM} and {@code SET} of MySQL (manual, 11.3.5 and 11.3.6), {@code
     * ENUM} of H2. An enum that is a type of its own is a {@link UserType.EnumType}.
     *
     * @param kind how many of the values a column holds at once
     * @param labels the values in order, without quotes, at least one
     */
    record Labelled(Kind kind, List<String> labels) implements ColumnType {

        public Labelled {
            labels = List.copyOf(labels);
            if (labels.isEmpty()) {
                throw new IllegalArgumentException("an " + kind.word() + " without labels holds nothing");
            }
        }

        @Override
        public Labelled mapNames(UnaryOperator<ObjectName> renaming) {
            return this;
        }

        @Override
        public String toString() {
            return labels.stream()
                    .map(label -> "'" + label.replace("'", "''") + "'")
                    .collect(Collectors.joining(",", kind.word() + "(", ")"));
        }

        /** How many of the listed values a column holds at once. */
        public enum Kind {
            /** One. */
            ENUM,
            /** None, one or many. */
            SET;

            private final String word = name().toLowerCase(Locale.ROOT);

            /** The word for it in SQL, in lower case. */
            public String word() {
                return word;
            }
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
    enum Unstated implements ColumnType {
        INSTANCE;

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
        Modifier NONE = None.INSTANCE;

        /** Nothing is said about the modifier. */
        Modifier UNSTATED = Unstated.INSTANCE;

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
        enum None implements Modifier {
            INSTANCE;

            @Override
            public String toString() {
                return "";
            }
        }

        /** A modifier that the expectation leaves open. */
        enum Unstated implements Modifier {
            INSTANCE;

            @Override
            public String toString() {
                return "";
            }
        }
    }
}
