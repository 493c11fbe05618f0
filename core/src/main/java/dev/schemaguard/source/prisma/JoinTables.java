package dev.schemaguard.source.prisma;

import dev.schemaguard.input.Excerpt;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.Constraint.Enforcement;
import dev.schemaguard.model.Constraint.ForeignKey;
import dev.schemaguard.model.Constraint.ReferentialAction;
import dev.schemaguard.model.Constraint.UniqueKey;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Gap;
import dev.schemaguard.model.Identity;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.TableUse;
import dev.schemaguard.model.Use;
import dev.schemaguard.source.prisma.language.Declaration.Model;
import dev.schemaguard.source.prisma.language.Field;
import dev.schemaguard.source.prisma.language.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The tables behind relations in which both sides are lists: one for each, with columns {@code A} and {@code B} that refer to the
 * models in the order of their names (reference, "Many-to-many relations"). Up to Prisma 5 a unique index held the pairs apart, from 6
 * on a primary key does: either serves.
 */
final class JoinTables {

    /** The client adds pairs and takes them away; where a pair is there it does nothing, by whatever key there is. */
    private static final TableUse USED =
            TableUse.UNSTATED.with(StatementKind.SELECT, Use.ALWAYS).with(StatementKind.UPSERT, Use.NEVER);

    private final PrismaSchema schema;
    private final StoredNames names;
    private final ModelColumns columns;

    JoinTables(PrismaSchema schema, StoredNames names, ModelColumns columns) {
        this.schema = schema;
        this.names = names;
        this.columns = columns;
    }

    void state(Schema.Builder tables) {
        Map<String, List<End>> relations = new TreeMap<>();
        for (Model model : schema.models()) {
            for (Field field : model.fields()) {
                schema.model(field.type())
                        .map(target -> new End(model, field, target))
                        .ifPresent(end -> relations
                                .computeIfAbsent(end.relation(), key -> new ArrayList<>())
                                .add(end));
            }
        }
        relations.values().stream()
                .filter(ends ->
                        ends.stream().allMatch(End::isList) && ends.stream().noneMatch(End::isIgnored))
                .forEach(ends -> state(ends, tables));
    }

    private void state(List<End> ends, Schema.Builder tables) {
        End first = ends.get(0);
        Model a = first.isFirst() ? first.model() : first.target();
        Model b = first.isFirst() ? first.target() : first.model();
        Optional<Field> idOfA = id(a);
        Optional<Field> idOfB = id(b);
        ObjectName name = ObjectName.of(
                names.of(a).schema(), "_" + (first.name().isEmpty() ? a.name() + "To" + b.name() : first.name()));
        Origin origin = first.field().origin();
        if (ends.size() != 2 || idOfA.isEmpty() || idOfB.isEmpty()) {
            tables.gap(Gap.of(
                    origin,
                    "what the relation '" + Excerpt.of(first.field().name()) + "' leads to is not known",
                    Set.of(name)));
            return;
        }
        Table.Builder table = Table.builder(name)
                .use(USED)
                .complete(Set.of(Family.COLUMNS))
                .origin(origin)
                .column(column("A", idOfA.get(), origin))
                .column(column("B", idOfB.get(), origin))
                .constraint(new UniqueKey(
                        name.name() + "_AB_unique", List.of("A", "B"), false, Enforcement.ORDINARY, origin))
                .index(new Index(
                        name.name() + "_B_index",
                        schema.provider().hasIndexMethods() ? "btree" : "",
                        List.of(Index.ColumnPart.of("B")),
                        List.of(),
                        false,
                        false,
                        "",
                        true,
                        origin));
        if (schema.hasForeignKeys()) {
            table.constraint(reference(name, "A", a, idOfA.get(), origin));
            table.constraint(reference(name, "B", b, idOfB.get(), origin));
        }
        tables.table(table.build());
    }

    /** The field that is a model's key; empty where several are, which such a relation cannot have. */
    private static Optional<Field> id(Model model) {
        return model.fields().stream().filter(field -> field.has("id")).findFirst();
    }

    private Column column(String name, Field id, Origin origin) {
        return Column.builder(name)
                .type(columns.type(id))
                .nullability(Nullability.NOT_NULL)
                .columnDefault(ColumnDefault.NONE)
                .identity(Identity.NONE)
                .written(Use.ALWAYS)
                .origin(origin)
                .build();
    }

    private ForeignKey reference(ObjectName table, String column, Model target, Field id, Origin origin) {
        return new ForeignKey(
                names.foreignKey(table, List.of(column)),
                List.of(column),
                names.of(target),
                List.of(names.of(id)),
                ReferentialAction.CASCADE,
                ReferentialAction.CASCADE,
                Enforcement.ORDINARY,
                origin);
    }

    /**
     * One side of a relation.
     *
     * @param model the model that has it
     * @param field its field there
     * @param target the model that it leads to
     */
    private record End(Model model, Field field, Model target) {

        String name() {
            return field.attribute("relation")
                    .flatMap(relation -> relation.arguments().main("name"))
                    .flatMap(Value::asText)
                    .orElse("");
        }

        boolean isFirst() {
            return model.name().compareTo(target.name()) <= 0;
        }

        /** What both sides have in common. */
        String relation() {
            return isFirst()
                    ? model.name() + "\n" + target.name() + "\n" + name()
                    : target.name() + "\n" + model.name() + "\n" + name();
        }

        boolean isList() {
            return field.arity() == Field.Arity.LIST;
        }

        boolean isIgnored() {
            return field.has("ignore") || model.has("ignore") || target.has("ignore") || model.view() || target.view();
        }
    }
}
