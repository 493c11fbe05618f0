package dev.schemaguard.source.prisma;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.Generation;
import dev.schemaguard.model.Identity;
import dev.schemaguard.model.Use;
import dev.schemaguard.source.prisma.language.Field;
import dev.schemaguard.source.prisma.language.Value;
import java.util.Optional;
import java.util.Set;

/**
 * What the database fills a column with, and what the client does: constants and {@code now()} are in both, and the client gives them
 * itself, so that the database need not; {@code autoincrement()} and {@code dbgenerated()} are the database's; {@code cuid()} and the like are the client's alone
 * (reference, "Attribute functions").
 */
final class FieldDefaults {

    private static final Set<String> OF_THE_CLIENT = Set.of("cuid", "uuid", "ulid", "nanoid");

    private final PrismaSchema schema;
    private final Dialect dialect;

    FieldDefaults(PrismaSchema schema, Dialect dialect) {
        this.schema = schema;
        this.dialect = dialect;
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
        // No insert of the client leaves it out, so whether the database has it, too, touches no statement of the
        // release.
        column.columnDefault(ColumnDefault.UNSTATED);
        boolean list = value.get() instanceof Value.Listed || field.arity() == Field.Arity.LIST;
        return list ? schema.provider().hasLists() : isConstant(value.get(), field);
    }

    private boolean call(Value.Call call, Column.Builder column) {
        switch (call.name()) {
            case "autoincrement" -> column.identity(Identity.BY_DEFAULT).columnDefault(ColumnDefault.UNSTATED);
            case "now" ->
                column.written(Use.ALWAYS).columnDefault(ColumnDefault.UNSTATED).generation(Generation.NONE);
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

    /** Whether it is a constant that a field of that type can have. */
    private boolean isConstant(Value value, Field field) {
        if (value instanceof Value.Text || value instanceof Value.Numeral) {
            return true;
        }
        Optional<String> word = value.asWord();
        if (field.type().equals("Boolean")) {
            return word.filter(text -> text.equals("true") || text.equals("false"))
                    .isPresent();
        }
        return word.flatMap(text -> schema.enumeration(field.type()).flatMap(known -> known.label(text)))
                .isPresent();
    }
}
