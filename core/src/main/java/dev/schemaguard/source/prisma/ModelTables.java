package dev.schemaguard.source.prisma;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.input.Excerpt;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Gap;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.TableKind;
import dev.schemaguard.model.TableUse;
import dev.schemaguard.model.Use;
import dev.schemaguard.model.UserType;
import dev.schemaguard.source.prisma.language.Attribute;
import dev.schemaguard.source.prisma.language.Declaration.Label;
import dev.schemaguard.source.prisma.language.Declaration.Model;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * Makes tables of models. The client lists all columns of a model that it reads, so that each of them is needed; what else a table has,
 * a migration may have added by hand, so that only the columns are complete.
 */
final class ModelTables {

    private static final Set<Family> COMPLETE = Set.of(Family.COLUMNS);

    private static final Set<String> KNOWN = Set.of("map", "schema", "ignore", "shardKey");

    private final PrismaSchema schema;
    private final StoredNames names;
    private final ModelColumns columns;
    private final ModelKeys keys;
    private final References references;
    private final Map<ObjectName, Model> stated = new HashMap<>();

    ModelTables(PrismaSchema schema, Dialect dialect) {
        this.schema = schema;
        this.names = new StoredNames(dialect);
        this.columns = new ModelColumns(schema, dialect, names);
        this.keys = new ModelKeys(schema, dialect, names, columns);
        this.references = new References(schema, names, columns);
    }

    Schema read() {
        Schema.Builder tables = Schema.builder().gaps(schema.gaps());
        Set<String> enums = new TreeSet<>();
        for (Model model : schema.models()) {
            // The client has no word for what is ignored.
            if (!model.has("ignore")) {
                once(model);
                table(model, tables);
                enums.addAll(columns.enums(model));
            }
        }
        new JoinTables(schema, names, columns).state(tables);
        if (schema.provider().hasEnumTypes()) {
            enums.stream()
                    .flatMap(name -> schema.enumeration(name).stream())
                    .forEach(labels -> tables.type(new UserType.EnumType(
                            names.of(labels),
                            labels.labels().stream().map(Label::stored).toList(),
                            labels.origin())));
        }
        return tables.build();
    }

    private void once(Model model) {
        Model before = stated.put(names.of(model), model);
        if (before != null) {
            throw new SchemaSourceException(
                    model.origin(),
                    "the table '" + Excerpt.of(names.of(model).toString()) + "' is already that of '"
                            + Excerpt.of(before.name()) + "', " + before.origin(),
                    "map one of the two to another table");
        }
    }

    private void table(Model model, Schema.Builder tables) {
        ObjectName name = names.of(model);
        BiConsumer<Origin, String> notUnderstood = (origin, reason) -> tables.gap(Gap.of(origin, reason, Set.of(name)));
        Optional<Attribute> unknown = model.attributes().stream()
                .filter(attribute -> !KNOWN.contains(attribute.name()) && !ModelKeys.isKey(attribute))
                .findFirst();
        if (unknown.isPresent()) {
            // It may be about anything in the table, its name among it.
            notUnderstood.accept(
                    unknown.get().origin(),
                    "what '@@" + Excerpt.of(unknown.get().name()) + "' says of " + Excerpt.of(model.name())
                            + " is not known");
            return;
        }
        Table.Builder table = Table.builder(name)
                .kind(model.view() ? TableKind.VIEW : TableKind.TABLE)
                .origin(model.origin())
                .use(use(model))
                .columns(columns.of(model, notUnderstood));
        if (!model.view()) {
            table.complete(COMPLETE);
            keys.state(model, table, notUnderstood);
            references.state(model, table, notUnderstood);
        }
        tables.table(table.build());
    }

    /**
     * Who has a model reads it. Whether the release ever writes it, the schema does not say; nor does it say whether a call of upsert
     * is sent as one, which hangs on the call (reference, "upsert"), so that a key is judged by all else that it is for.
     */
    private TableUse use(Model model) {
        return model.view()
                ? TableUse.READ_ONLY
                : TableUse.UNSTATED
                        .with(StatementKind.SELECT, Use.ALWAYS)
                        .with(StatementKind.INSERT, columns.takesNoRows(model) ? Use.NEVER : Use.UNSTATED)
                        .with(StatementKind.UPSERT, Use.NEVER);
    }
}
