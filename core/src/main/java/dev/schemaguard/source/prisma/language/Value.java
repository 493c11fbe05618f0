package dev.schemaguard.source.prisma.language;

import java.util.List;
import java.util.Optional;

/** What stands behind a key or in the parentheses of an attribute. */
public sealed interface Value {

    /** The text, if it is one. */
    default Optional<String> asText() {
        return Optional.empty();
    }

    /** The word, if it is a bare one: a field, a label, {@code true}, {@code Cascade}. */
    default Optional<String> asWord() {
        return Optional.empty();
    }

    /** What is listed: one value is a list of itself, as the language has it. */
    default List<Value> asList() {
        return List.of(this);
    }

    /**
     * A text.
     *
     * @param text what it means, without quotes
     */
    record Text(String text) implements Value {

        @Override
        public Optional<String> asText() {
            return Optional.of(text);
        }
    }

    /**
     * A number.
     *
     * @param written as it is written
     */
    record Numeral(String written) implements Value {}

    /**
     * A bare word, perhaps with dots in it.
     *
     * @param word the word
     */
    record Word(String word) implements Value {

        @Override
        public Optional<String> asWord() {
            return Optional.of(word);
        }
    }

    /**
     * A word with arguments: {@code now()}, {@code id(sort: Desc)}.
     *
     * @param name the word
     * @param arguments the arguments in order
     */
    record Call(String name, Arguments arguments) implements Value {}

    /**
     * A list.
     *
     * @param values what is listed, in order
     */
    record Listed(List<Value> values) implements Value {

        public Listed {
            values = List.copyOf(values);
        }

        @Override
        public List<Value> asList() {
            return values;
        }
    }

    /** Keys with values in braces, as the conditions of partial indexes may be written; what they say is not kept. */
    record Keyed() implements Value {}
}
