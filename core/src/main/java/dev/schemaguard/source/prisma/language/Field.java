package dev.schemaguard.source.prisma.language;

import dev.schemaguard.model.Origin;
import java.util.List;
import java.util.Optional;

/**
 * A field of a model or view.
 *
 * @param name its name in programs
 * @param type the name of its type; of {@code Unsupported("...")} what stands in the quotes
 * @param unsupported whether the type is one that the client knows nothing of
 * @param arity how many values it holds
 * @param attributes what is said of it
 * @param origin where it stands
 */
public record Field(
        String name, String type, boolean unsupported, Arity arity, List<Attribute> attributes, Origin origin) {

    public Field {
        attributes = List.copyOf(attributes);
    }

    /** The attribute of that name; empty where it is not given. */
    public Optional<Attribute> attribute(String attribute) {
        return attributes.stream().filter(one -> one.name().equals(attribute)).findFirst();
    }

    /** Whether it has that attribute. */
    public boolean has(String attribute) {
        return attribute(attribute).isPresent();
    }

    /** How many values a field holds. */
    public enum Arity {
        REQUIRED,
        OPTIONAL,
        LIST
    }
}
