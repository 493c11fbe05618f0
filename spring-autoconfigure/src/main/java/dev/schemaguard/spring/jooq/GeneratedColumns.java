package dev.schemaguard.spring.jooq;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ColumnType.Modifier;
import dev.schemaguard.model.Identity;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DataType;
import org.jooq.EnumType;
import org.jooq.Field;
import org.jooq.Table;

/** Reads generated columns. */
final class GeneratedColumns {

    private final Dialect dialect;
    private final Rendering rendering;
    private final Function<Class<?>, Optional<ObjectName>> enums;

    GeneratedColumns(Dialect dialect, Rendering rendering, Function<Class<?>, Optional<ObjectName>> enums) {
        this.dialect = dialect;
        this.rendering = rendering;
        this.enums = enums;
    }

    /**
     * One column.
     *
     * @param plain whether it is a table's; of a view's columns nothing but name and type is known
     */
    Column column(Table<?> table, Field<?> field, boolean plain) {
        DataType<?> type = field.getDataType();
        Column.Builder column = Column.builder(field.getName())
                .type(type(type))
                .origin(Origin.of(table.getClass().getName() + "#" + field.getName()));
        if (plain) {
            column.nullability(type.nullable() ? Nullability.NULLABLE : Nullability.NOT_NULL)
                    .identity(type.identity() ? Identity.BY_DEFAULT : Identity.UNSTATED)
                    .columnDefault(columnDefault(type));
        }
        return column.build();
    }

    /** The code of a column that a sequence numbers says only that it is an identity. */
    private ColumnDefault columnDefault(DataType<?> type) {
        Field<?> value = type.defaultValue();
        if (type.identity() || type.computed() || type.readonly()) {
            return ColumnDefault.UNSTATED;
        }
        return value == null ? ColumnDefault.NONE : dialect.columnDefault(rendering.text(value));
    }

    private ColumnType type(DataType<?> type) {
        if (type.isArray()) {
            DataType<?> element = type.getArrayBaseDataType();
            return element != null && type(element) instanceof ColumnType.Named named
                    ? named.toArray()
                    : ColumnType.UNSTATED;
        }
        if (EnumType.class.isAssignableFrom(type.getFromType())) {
            return enums.apply(type.getFromType())
                    .<ColumnType>map(name -> new ColumnType.Named(name, Modifier.NONE, false))
                    .orElse(ColumnType.UNSTATED);
        }
        // A domain is written by its base, a row type and what the generator does not know by no name that counts.
        if (type.getDomain() != null || type.isUDT() || type.isRecord() || type.isOther() || type.isEmbeddable()) {
            return ColumnType.UNSTATED;
        }
        ColumnType.Named spelled = dialect.type(rendering.type(type));
        String name = spelled.name().name();
        return dialect.knows(spelled) ? sized(spelled, name, type) : ColumnType.UNSTATED;
    }

    /** The generator leaves a time's precision out where it is the database's own. */
    private static ColumnType sized(ColumnType.Named spelled, String name, DataType<?> type) {
        boolean time = name.startsWith("time") || name.equals("interval");
        return time && !type.precisionDefined() ? spelled.with(Modifier.UNSTATED) : spelled;
    }
}
