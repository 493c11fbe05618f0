package dev.schemaguard.source.prisma;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.input.Excerpt;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Use;
import dev.schemaguard.source.prisma.language.Attribute;
import dev.schemaguard.source.prisma.language.Declaration.Model;
import dev.schemaguard.source.prisma.language.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** The columns of a model. What the client ignores is none of the release's business, and may go. */
final class ModelColumns {

    private static final Set<String> KNOWN =
            Set.of("id", "unique", "default", "relation", "map", "updatedAt", "ignore", "shardKey");

    private final PrismaSchema schema;
    private final StoredNames names;
    private final FieldTypes types;
    private final FieldDefaults defaults;

    ModelColumns(PrismaSchema schema, Dialect dialect, StoredNames names) {
        this.schema = schema;
        this.names = names;
        this.types = new FieldTypes(schema, dialect, names);
        this.defaults = new FieldDefaults(schema, dialect);
    }

    /**
     * The columns in order.
     *
     * @param notUnderstood is told where and why something of a column is left open
     */
    List<Column> of(Model model, BiConsumer<Origin, String> notUnderstood) {
        List<Column> columns = new ArrayList<>();
        for (Field field : model.fields()) {
            if (types.isColumn(field) && !field.has("ignore")) {
                columns.add(of(field, model.view(), notUnderstood));
            } else if (schema.isOther(field.type())) {
                notUnderstood.accept(
                        field.origin(), "field '" + Excerpt.of(field.name()) + "' is of a type that has no column");
            } else if (!types.isColumn(field) && schema.model(field.type()).isEmpty()) {
                throw new SchemaSourceException(
                        field.origin(),
                        "'" + Excerpt.of(field.type())
                                + "' is neither a type of Prisma's nor a model or enum of this schema",
                        "name the folder that holds all files of the schema, or correct the type");
            }
        }
        return columns;
    }

    private Column of(Field field, boolean ofView, BiConsumer<Origin, String> notUnderstood) {
        Column.Builder open = Column.builder(names.of(field)).origin(field.origin());
        Optional<Attribute> unknown = field.attributes().stream()
                .filter(attribute -> !KNOWN.contains(attribute.name()) && !types.isNativeType(attribute))
                .findFirst();
        if (unknown.isPresent()) {
            notUnderstood.accept(
                    field.origin(), "what '@" + Excerpt.of(unknown.get().name()) + "' says is not known");
            return open.build();
        }
        Optional<ColumnType> type = types.of(field);
        if (type.isEmpty()
                || field.arity() == Field.Arity.LIST && !schema.provider().hasLists()) {
            notUnderstood.accept(
                    field.origin(),
                    "the type of field '" + Excerpt.of(field.name()) + "' is not known for this provider");
            return open.build();
        }
        open.type(type.get());
        if (ofView) {
            return open.written(Use.NEVER).build();
        }
        open.nullability(nullability(field));
        Column beforeDefault = open.build();
        if (!defaults.state(field, open)) {
            notUnderstood.accept(
                    field.origin(), "the default of field '" + Excerpt.of(field.name()) + "' is not known");
            return beforeDefault;
        }
        return field.unsupported() ? open.written(Use.NEVER).build() : open.build();
    }

    /** A list is never null to the client, and takes nulls in the database, which is what Prisma makes; either will do. */
    private static Nullability nullability(Field field) {
        return switch (field.arity()) {
            case REQUIRED -> Nullability.NOT_NULL;
            case OPTIONAL -> Nullability.NULLABLE;
            case LIST -> Nullability.UNSTATED;
        };
    }

    /** The column of a field, for keys; empty where there is none that the client knows. */
    Optional<String> named(Model model, String field) {
        return model.field(field)
                .filter(found -> types.isColumn(found) && !found.has("ignore"))
                .map(names::of);
    }

    /** Whether a field of that name is there, and left out because the client ignores it. */
    boolean isIgnored(Model model, String field) {
        return model.field(field).filter(found -> found.has("ignore")).isPresent();
    }

    /** The type of a field's column. */
    ColumnType type(Field field) {
        return types.of(field).orElse(ColumnType.UNSTATED);
    }

    /** Whether no row can be inserted by the client, for it knows no value for a column that needs one. */
    boolean takesNoRows(Model model) {
        return model.fields().stream()
                .anyMatch(field -> types.isColumn(field)
                        && (field.unsupported() || field.has("ignore"))
                        && field.arity() == Field.Arity.REQUIRED
                        && !field.has("default"));
    }

    /** The enums that the model's columns are of. */
    List<String> enums(Model model) {
        return model.fields().stream()
                .filter(field -> !field.unsupported() && !field.has("ignore"))
                .map(Field::type)
                .filter(type -> schema.enumeration(type).isPresent())
                .toList();
    }
}
