package dev.schemaguard.source.prisma;

import dev.schemaguard.input.Excerpt;
import dev.schemaguard.model.Constraint.Enforcement;
import dev.schemaguard.model.Constraint.ForeignKey;
import dev.schemaguard.model.Constraint.ReferentialAction;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Table;
import dev.schemaguard.source.prisma.language.Attribute;
import dev.schemaguard.source.prisma.language.Declaration.Model;
import dev.schemaguard.source.prisma.language.Field;
import dev.schemaguard.source.prisma.language.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The foreign keys of a model: one for each relation that names its fields, unless the client takes their place. */
final class References {

    private final PrismaSchema schema;
    private final StoredNames names;
    private final ModelColumns columns;

    References(PrismaSchema schema, StoredNames names, ModelColumns columns) {
        this.schema = schema;
        this.names = names;
        this.columns = columns;
    }

    /**
     * States those of a model.
     *
     * @param notUnderstood is told where and why one is left out
     */
    void state(Model model, Table.Builder table, BiConsumer<Origin, String> notUnderstood) {
        if (!schema.hasForeignKeys()) {
            return;
        }
        for (Field field : model.fields()) {
            Optional<Attribute> relation = field.attribute("relation")
                    .filter(one -> one.arguments().named("fields").isPresent())
                    .filter(one -> !field.has("ignore"));
            // A key to a view, or to what the client ignores, is not the schema's.
            Optional<Model> target = schema.model(field.type()).filter(References::isTable);
            if (relation.isPresent() && target.isPresent()) {
                state(model, relation.get(), target.get(), table, notUnderstood);
            }
        }
    }

    private static boolean isTable(Model target) {
        return !target.view() && !target.has("ignore");
    }

    private void state(
            Model model,
            Attribute relation,
            Model target,
            Table.Builder table,
            BiConsumer<Origin, String> notUnderstood) {
        List<String> own = fields(relation, "fields");
        List<String> referred = fields(relation, "references");
        if (own.stream().anyMatch(name -> columns.isIgnored(model, name))
                || referred.stream().anyMatch(name -> columns.isIgnored(target, name))) {
            return;
        }
        List<String> from = named(model, own);
        List<String> to = named(target, referred);
        if (from.isEmpty() || from.size() != own.size() || to.size() != referred.size() || from.size() != to.size()) {
            notUnderstood.accept(
                    relation.origin(),
                    "which columns the relation to '" + Excerpt.of(target.name()) + "' pairs is not known");
            return;
        }
        boolean optional = own.stream()
                .allMatch(name -> model.field(name)
                        .filter(one -> one.arity() == Field.Arity.OPTIONAL)
                        .isPresent());
        table.constraint(new ForeignKey(
                relation.arguments()
                        .named("map")
                        .flatMap(Value::asText)
                        .orElseGet(() -> names.foreignKey(names.of(model), from)),
                from,
                names.of(target),
                to,
                action(relation, "onDelete").orElse(optional ? ReferentialAction.SET_NULL : ReferentialAction.RESTRICT),
                action(relation, "onUpdate").orElse(ReferentialAction.CASCADE),
                Enforcement.ORDINARY,
                relation.origin()));
    }

    private static List<String> fields(Attribute relation, String argument) {
        return relation.arguments().named(argument).map(Value::asList).orElse(List.of()).stream()
                .map(value -> value.asWord().orElse(""))
                .toList();
    }

    private List<String> named(Model model, List<String> fields) {
        List<String> found = new ArrayList<>();
        fields.forEach(field -> columns.named(model, field).ifPresent(found::add));
        return found;
    }

    private static Optional<ReferentialAction> action(Attribute relation, String argument) {
        return relation.arguments().named(argument).flatMap(Value::asWord).flatMap(word -> switch (word) {
            case "Cascade" -> Optional.of(ReferentialAction.CASCADE);
            case "Restrict" -> Optional.of(ReferentialAction.RESTRICT);
            case "NoAction" -> Optional.of(ReferentialAction.NO_ACTION);
            case "SetNull" -> Optional.of(ReferentialAction.SET_NULL);
            case "SetDefault" -> Optional.of(ReferentialAction.SET_DEFAULT);
            default -> Optional.empty();
        });
    }
}
