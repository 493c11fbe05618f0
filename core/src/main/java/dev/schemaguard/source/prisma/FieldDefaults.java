package dev.schemaguard.source.prisma;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.Generation;
import dev.schemaguard.model.Identity;
import dev.schemaguard.model.Use;
import dev.schemaguard.source.prisma.language.Declaration.Enumeration;
import dev.schemaguard.source.prisma.language.Field;
import dev.schemaguard.source.prisma.language.Value;
import java.util.Optional;
import java.util.Set;

/**
 * What the database fills a column with, and what the client does: constants and {@code now()} are in both, and the client gives them
 * itself; {@code autoincrement()} and {@code dbgenerated()} are the database's; {@code cuid()} and the like are the client's alone
 * (reference, "Attribute functions").
 */
final class FieldDefaults {

    private static final Set<String> OF_THE_CLIENT = Set.of("cuid", "uuid", "ulid", "nanoid");

    /** Values that the server prints otherwise than Prisma writes them, so that only whether there is one is compared. */
    private static final Set<String> PRINTED_OTHERWISE = Set.of("Float", "Decimal", "DateTime", "Bytes", "Json");

    private static final Set<String> LONG = Set.of("Json", "Bytes");

    /** Native types of which the server prints a constant as Prisma writes it. */
    private static final Set<String> PRINTED_ALIKE =
            Set.of("VarChar", "Text", "SmallInt", "Integer", "Int", "BigInt", "MediumInt");

    private final PrismaSchema schema;
    private final Dialect dialect;
    private final FieldTypes types;

    FieldDefaults(PrismaSchema schema, Dialect dialect, FieldTypes types) {
        this.schema = schema;
        this.dialect = dialect;
        this.types = types;
    }

    /**
     * States what fills a column.
     *
     * @return whether it was understood
     */
    boolean state(Field field, Column.Builder column) {
        column.columnDefault(ColumnDefault.NONE).identity(Identity.NONE);
        Optional<Value> value = field.attribute("default")
                .flatMap(attribute -> attribute.arguments().main("value"));
        if (value.isEmpty()) {
            boolean given = field.has("updatedAt") || field.arity() == Field.Arity.REQUIRED;
            column.written(given ? Use.ALWAYS : Use.UNSTATED).generation(given ? Generation.NONE : Generation.UNSTATED);
            return !field.has("default");
        }
        if (value.get() instanceof Value.Call call) {
            return call(call, column);
        }
        column.written(Use.ALWAYS).generation(Generation.NONE);
        if (value.get() instanceof Value.Listed || field.arity() == Field.Arity.LIST) {
            // Which of the values are numbers or labels, the server prints in its own way.
            column.columnDefault(ColumnDefault.UNSTATED);
            return schema.provider().hasLists();
        }
        Optional<String> written = constant(value.get(), field);
        written.ifPresent(text -> column.columnDefault(spelled(text, field)));
        return written.isPresent();
    }

    private boolean call(Value.Call call, Column.Builder column) {
        switch (call.name()) {
            case "autoincrement" -> column.identity(Identity.BY_DEFAULT).columnDefault(ColumnDefault.UNSTATED);
            case "now" ->
                column.written(Use.ALWAYS)
                        .columnDefault(notCompared("CURRENT_TIMESTAMP"))
                        .generation(Generation.NONE);
            case "dbgenerated" -> {
                Optional<String> text = call.arguments().main("value").flatMap(Value::asText);
                column.columnDefault(text.filter(sql -> !sql.isBlank())
                        .map(this::notCompared)
                        .orElse(ColumnDefault.UNSTATED));
            }
            default -> {
                column.written(Use.ALWAYS).generation(Generation.NONE);
                return OF_THE_CLIENT.contains(call.name());
            }
        }
        return true;
    }

    /** An expression that whoever wrote it and the server spell differently: only whether there is one is compared. */
    private ColumnDefault notCompared(String text) {
        return dialect.columnDefault(text) instanceof ColumnDefault.Expression expression
                ? expression.notCompared()
                : ColumnDefault.UNSTATED;
    }

    private ColumnDefault spelled(String text, Field field) {
        if (LONG.contains(field.type()) && schema.provider() != Provider.POSTGRESQL) {
            return schema.provider().refusesLongDefaults() ? ColumnDefault.NONE : ColumnDefault.UNSTATED;
        }
        boolean alike = !PRINTED_OTHERWISE.contains(field.type())
                && text.indexOf('\\') < 0
                && types.nativeName(field).map(PRINTED_ALIKE::contains).orElse(true);
        return alike ? dialect.columnDefault(text) : notCompared(text);
    }

    /** A constant in SQL; empty where it is none for a field of that type. */
    private Optional<String> constant(Value value, Field field) {
        if (value instanceof Value.Text text) {
            return Optional.of("'" + text.text().replace("'", "''") + "'");
        }
        if (value instanceof Value.Numeral number) {
            return Optional.of(number.written());
        }
        Optional<String> word = value.asWord();
        if (field.type().equals("Boolean")) {
            boolean counts = schema.provider().countsTruth();
            return word.filter(text -> text.equals("true") || text.equals("false"))
                    .map(text -> counts ? text.equals("true") ? "1" : "0" : text);
        }
        Optional<Enumeration> labels = schema.enumeration(field.type());
        return word.flatMap(text -> labels.flatMap(known -> known.label(text)))
                .map(label -> "'" + label.replace("'", "''") + "'");
    }
}
