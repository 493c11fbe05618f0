package dev.schemaguard.source.prisma;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.input.Excerpt;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Constraint.Enforcement;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.SqlText;
import dev.schemaguard.model.Table;
import dev.schemaguard.source.prisma.language.Arguments;
import dev.schemaguard.source.prisma.language.Arguments.Argument;
import dev.schemaguard.source.prisma.language.Attribute;
import dev.schemaguard.source.prisma.language.Declaration.Model;
import dev.schemaguard.source.prisma.language.Field;
import dev.schemaguard.source.prisma.language.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** The keys and indexes of a model. One over a column that the client ignores is not stated, for that column may go. */
final class ModelKeys {

    private static final Set<String> KEYS = Set.of("id", "unique", "index", "fulltext");

    private static final Set<String> ARGUMENTS =
            Set.of("", "fields", "name", "map", "type", "length", "sort", "clustered", "where", "ops");

    private final PrismaSchema schema;
    private final Dialect dialect;
    private final StoredNames names;
    private final ModelColumns columns;

    ModelKeys(PrismaSchema schema, Dialect dialect, StoredNames names, ModelColumns columns) {
        this.schema = schema;
        this.dialect = dialect;
        this.names = names;
        this.columns = columns;
    }

    /** Whether an attribute of a model is a key or index. */
    static boolean isKey(Attribute attribute) {
        return KEYS.contains(attribute.name());
    }

    /**
     * States those of a model.
     *
     * @param notUnderstood is told where and why one is left out
     */
    void state(Model model, Table.Builder table, BiConsumer<Origin, String> notUnderstood) {
        for (Field field : model.fields()) {
            for (Attribute attribute : field.attributes()) {
                if (isKey(attribute) && !field.has("ignore")) {
                    Value own = new Value.Call(field.name(), attribute.arguments());
                    new One(model, attribute, List.of(own)).state(table, notUnderstood);
                }
            }
        }
        for (Attribute attribute : model.attributes()) {
            if (isKey(attribute)) {
                List<Value> fields =
                        attribute.arguments().main("fields").map(Value::asList).orElse(List.of());
                new One(model, attribute, fields).state(table, notUnderstood);
            }
        }
    }

    /** One key or index in the making. */
    private final class One {

        private final Model model;
        private final Attribute attribute;
        private final List<Value> fields;

        One(Model model, Attribute attribute, List<Value> fields) {
            this.model = model;
            this.attribute = attribute;
            this.fields = fields;
        }

        void state(Table.Builder table, BiConsumer<Origin, String> notUnderstood) {
            if (fields.stream().anyMatch(field -> columns.isIgnored(model, name(field)))) {
                return;
            }
            List<Index.ColumnPart> parts = new ArrayList<>();
            fields.forEach(field -> part(field).ifPresent(parts::add));
            Optional<SqlText> condition = condition();
            boolean known =
                    attribute.arguments().all().stream().map(Argument::name).allMatch(ARGUMENTS::contains);
            if (!known || condition.isEmpty() || parts.isEmpty() || parts.size() < fields.size()) {
                notUnderstood.accept(
                        attribute.origin(),
                        "what '@" + Excerpt.of(attribute.name()) + "' of " + Excerpt.of(model.name())
                                + " says is not known");
            } else {
                state(parts, condition.get(), table);
            }
        }

        private void state(List<Index.ColumnPart> parts, SqlText condition, Table.Builder table) {
            List<String> keyed = parts.stream().map(Index.ColumnPart::name).toList();
            boolean plain = condition.isEmpty() && parts.stream().allMatch(part -> part.prefix() == 0);
            switch (attribute.name()) {
                case "id" ->
                    table.constraint(new Constraint.PrimaryKey(
                            called(names.primaryKey(names.of(model))),
                            keyed,
                            Enforcement.ORDINARY,
                            attribute.origin()));
                case "unique" -> {
                    if (plain) {
                        table.constraint(new Constraint.UniqueKey(
                                called(names.unique(names.of(model), keyed)),
                                keyed,
                                false,
                                Enforcement.ORDINARY,
                                attribute.origin()));
                    } else {
                        table.index(index(parts, condition, true));
                    }
                }
                default -> table.index(index(parts, condition, false));
            }
        }

        private Index index(List<Index.ColumnPart> parts, SqlText condition, boolean unique) {
            List<String> keyed = parts.stream().map(Index.ColumnPart::name).toList();
            return new Index(
                    called(unique ? names.unique(names.of(model), keyed) : names.index(names.of(model), keyed)),
                    method(),
                    List.copyOf(parts),
                    List.of(),
                    unique,
                    false,
                    condition,
                    true,
                    attribute.origin());
        }

        /** Elsewhere the engine has its own, whatever is asked for; a full text is none that can be told. */
        private String method() {
            if (attribute.name().equals("fulltext")) {
                return "fulltext";
            }
            return schema.provider().hasIndexMethods()
                    ? attribute
                            .arguments()
                            .named("type")
                            .flatMap(Value::asWord)
                            .map(type -> type.toLowerCase(Locale.ROOT))
                            .orElse("btree")
                    : "";
        }

        private Optional<Index.ColumnPart> part(Value field) {
            Arguments arguments = field instanceof Value.Call call ? call.arguments() : Arguments.NONE;
            boolean descending = arguments
                    .named("sort")
                    .flatMap(Value::asWord)
                    .filter("Desc"::equals)
                    .isPresent();
            int prefix = arguments
                    .named("length")
                    .map(length -> length instanceof Value.Numeral number ? length(number.written()) : 0)
                    .orElse(0);
            return columns.named(model, name(field))
                    .map(column -> new Index.ColumnPart(column, descending, descending, prefix));
        }

        private int length(String written) {
            try {
                return Integer.parseInt(written);
            } catch (NumberFormatException e) {
                return 0;
            }
        }

        private String name(Value field) {
            return field instanceof Value.Call call
                    ? call.name()
                    : field.asWord().orElse("");
        }

        /** The condition of a partial one; empty where it is not written in SQL. */
        private Optional<SqlText> condition() {
            Optional<Value> where = attribute.arguments().named("where");
            if (where.isEmpty()) {
                return Optional.of(SqlText.NONE);
            }
            return where.filter(value ->
                            value instanceof Value.Call call && call.name().equals("raw"))
                    .flatMap(value -> ((Value.Call) value).arguments().main(""))
                    .flatMap(Value::asText)
                    .map(dialect::expression);
        }

        private String called(String madeUp) {
            return attribute.arguments().named("map").flatMap(Value::asText).orElse(madeUp);
        }
    }
}
