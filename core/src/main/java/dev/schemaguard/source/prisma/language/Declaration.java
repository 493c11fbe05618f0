package dev.schemaguard.source.prisma.language;

import dev.schemaguard.model.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A block of a schema. */
public sealed interface Declaration {

    /** Its name. */
    String name();

    /** Where it begins. */
    Origin origin();

    /** What is said of attributes that a block may have. */
    sealed interface Named extends Declaration {

        /** What is said of the block as a whole. */
        List<Attribute> attributes();

        /** The first attribute of that name; empty where it is not given. */
        default Optional<Attribute> attribute(String attribute) {
            return attributes().stream()
                    .filter(one -> one.name().equals(attribute))
                    .findFirst();
        }

        /** Whether it has that attribute. */
        default boolean has(String attribute) {
            return attribute(attribute).isPresent();
        }

        /** The text that an attribute gives it, such as the name of {@code @@map}; empty where it is not given. */
        default Optional<String> text(String attribute) {
            return attribute(attribute)
                    .flatMap(one -> one.arguments().main("name").flatMap(Value::asText));
        }
    }

    /**
     * The block that says what kind of database it is.
     *
     * @param name what native types are written with: {@code db} in {@code @db.Text}
     * @param values what it says, without addresses, which may hold a password
     * @param origin where it begins
     */
    record Datasource(String name, Map<String, Value> values, Origin origin) implements Declaration {

        public Datasource {
            values = Map.copyOf(values);
        }
    }

    /**
     * What becomes a table, or stands for a view.
     *
     * @param name its name in programs
     * @param view whether it is a view
     * @param fields its fields in order
     * @param attributes what is said of it as a whole
     * @param origin where it begins
     */
    record Model(String name, boolean view, List<Field> fields, List<Attribute> attributes, Origin origin)
            implements Named {

        public Model {
            fields = List.copyOf(fields);
            attributes = List.copyOf(attributes);
        }

        /** The field of that name; empty where there is none. */
        public Optional<Field> field(String field) {
            return fields.stream().filter(one -> one.name().equals(field)).findFirst();
        }
    }

    /**
     * An enum.
     *
     * @param name its name in programs
     * @param labels its labels in order: as the database has them, by their names in programs
     * @param attributes what is said of it as a whole
     * @param origin where it begins
     */
    record Enumeration(String name, List<Label> labels, List<Attribute> attributes, Origin origin) implements Named {

        public Enumeration {
            labels = List.copyOf(labels);
            attributes = List.copyOf(attributes);
        }

        /** The label that the database has for a name in programs; empty where there is none. */
        public Optional<String> label(String inPrograms) {
            return labels.stream()
                    .filter(label -> label.name().equals(inPrograms))
                    .map(Label::stored)
                    .findFirst();
        }
    }

    /**
     * A label of an enum.
     *
     * @param name its name in programs
     * @param stored as the database has it
     */
    record Label(String name, String stored) {}

    /**
     * A block that says nothing about tables: {@code generator}, and {@code type}, which no SQL database has.
     *
     * @param name its name
     * @param origin where it begins
     */
    record Other(String name, Origin origin) implements Declaration {}

    /**
     * A block of which nobody knows what it says.
     *
     * @param word what it begins with
     * @param name its name
     * @param origin where it begins
     */
    record Unknown(String word, String name, Origin origin) implements Declaration {}
}
