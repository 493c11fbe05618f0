package dev.schemaguard.statements.mybatis;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A part of a mapper file. */
sealed interface Part {

    /**
     * Text between tags.
     *
     * @param text the characters, whatever they were written as
     */
    record Text(String text) implements Part {}

    /**
     * A tag with all in it.
     *
     * @param name its name
     * @param attributes its attributes
     * @param parts what stands between its beginning and its end
     * @param line the line on which it begins
     */
    record Tag(String name, Map<String, String> attributes, List<Part> parts, int line) implements Part {

        Optional<String> attribute(String attribute) {
            return Optional.ofNullable(attributes.get(attribute));
        }

        /** The tags directly in it. */
        List<Tag> tags() {
            return parts.stream()
                    .filter(Tag.class::isInstance)
                    .map(Tag.class::cast)
                    .toList();
        }
    }
}
