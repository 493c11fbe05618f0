package dev.schemaguard.source.prisma;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.source.prisma.language.Arguments.Argument;
import dev.schemaguard.source.prisma.language.Attribute;
import dev.schemaguard.source.prisma.language.Declaration.Enumeration;
import dev.schemaguard.source.prisma.language.Declaration.Label;
import dev.schemaguard.source.prisma.language.Field;
import dev.schemaguard.source.prisma.language.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The types of columns. */
final class FieldTypes {

    private final PrismaSchema schema;
    private final Dialect dialect;
    private final StoredNames names;

    FieldTypes(PrismaSchema schema, Dialect dialect, StoredNames names) {
        this.schema = schema;
        this.dialect = dialect;
        this.names = names;
    }

    /** Whether a field becomes a column, rather than leading to another model. */
    boolean isColumn(Field field) {
        return field.unsupported()
                || Provider.isScalar(field.type())
                || schema.enumeration(field.type()).isPresent();
    }

    /** The type of a field's column; empty where it has a native type that is not known. */
    Optional<ColumnType> of(Field field) {
        Optional<Enumeration> labels = field.unsupported() ? Optional.empty() : schema.enumeration(field.type());
        if (labels.isPresent()) {
            return Optional.of(listed(labels.get(), field));
        }
        return written(field).map(text -> {
            ColumnType type = dialect.columnType(text);
            return field.arity() == Field.Arity.LIST && type instanceof ColumnType.Named named ? named.toArray() : type;
        });
    }

    private ColumnType listed(Enumeration labels, Field field) {
        if (schema.provider().hasEnumTypes()) {
            ColumnType.Named type = new ColumnType.Named(names.of(labels), ColumnType.Modifier.NONE, false);
            return field.arity() == Field.Arity.LIST ? type.toArray() : type;
        }
        List<String> stored = labels.labels().stream().map(Label::stored).toList();
        // Where there are no enums at all, the client alone keeps to the labels.
        return schema.provider().listsLabels() && !stored.isEmpty()
                ? new ColumnType.Labelled(ColumnType.Labelled.Kind.ENUM, stored)
                : dialect.columnType(schema.provider().scalar("String"));
    }

    /** As the type is written in SQL. */
    private Optional<String> written(Field field) {
        if (field.unsupported()) {
            return Optional.of(field.type()).filter(type -> !type.isBlank());
        }
        Optional<Attribute> own = ownType(field);
        return own.isPresent()
                ? own.flatMap(attribute -> written(attribute, field))
                : Optional.of(schema.provider().scalar(field.type()));
    }

    /** Whether an attribute gives a field a native type, which is written with the name of the datasource. */
    boolean isNativeType(Attribute attribute) {
        return attribute.name().startsWith(schema.datasource() + ".");
    }

    private Optional<Attribute> ownType(Field field) {
        return field.attributes().stream().filter(this::isNativeType).findFirst();
    }

    private Optional<String> written(Attribute attribute, Field field) {
        String name = attribute.name().substring(schema.datasource().length() + 1);
        if (name.equals("TinyInt") && field.type().equals("Boolean")) {
            return Optional.of(schema.provider().scalar("Boolean"));
        }
        List<Argument> arguments = attribute.arguments().all();
        if (!arguments.stream().allMatch(argument -> argument.value() instanceof Value.Numeral)) {
            return Optional.empty();
        }
        String size = arguments.stream()
                .map(argument -> argument.value() instanceof Value.Numeral number ? number.written() : "")
                .collect(Collectors.joining(","));
        return schema.provider().nativeType(name).map(type -> size.isEmpty() ? type : type + "(" + size + ")");
    }
}
