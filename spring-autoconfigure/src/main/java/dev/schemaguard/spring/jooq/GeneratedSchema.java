package dev.schemaguard.spring.jooq;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Sequence;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.TableKind;
import dev.schemaguard.model.UserType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.EnumType;
import org.jooq.Field;
import org.jooq.Named;
import org.jooq.SortField;
import org.jooq.SortOrder;
import org.jooq.TableOptions.TableType;
import org.jspecify.annotations.Nullable;

/** Reads generated schemas. Their names are those of the catalog that they were generated from. */
final class GeneratedSchema {

    private final List<org.jooq.Schema> schemas;
    private final Dialect dialect;
    private final Rendering rendering;
    private final Map<ObjectName, UserType> enums = new TreeMap<>();
    private final Set<Family> complete;

    GeneratedSchema(List<org.jooq.Schema> schemas, Dialect dialect) {
        this.schemas = schemas;
        this.dialect = dialect;
        this.rendering = new Rendering(dialect);
        this.complete = complete(schemas);
    }

    Schema read() {
        Schema.Builder read = Schema.builder();
        for (org.jooq.Schema schema : schemas) {
            for (org.jooq.Table<?> table : schema.getTables()) {
                kind(table).ifPresent(kind -> read.table(table(table, kind)));
            }
            schema.getSequences().forEach(sequence -> read.sequence(sequence(sequence)));
        }
        return read.types(enums.values()).build();
    }

    /**
     * The generator can be told to leave out all keys, checks or indexes. So a family of which the code names nothing at all
     * is not taken for one that is empty.
     */
    private static Set<Family> complete(List<org.jooq.Schema> schemas) {
        Set<Family> complete = EnumSet.of(Family.COLUMNS);
        for (org.jooq.Schema schema : schemas) {
            for (org.jooq.Table<?> table : schema.getTables()) {
                add(complete, Family.PRIMARY_KEYS, table.getPrimaryKey() != null);
                add(complete, Family.UNIQUE_KEYS, !table.getUniqueKeys().isEmpty());
                add(complete, Family.FOREIGN_KEYS, !table.getReferences().isEmpty());
                add(complete, Family.CHECKS, !table.getChecks().isEmpty());
                add(complete, Family.INDEXES, !table.getIndexes().isEmpty());
            }
        }
        return complete;
    }

    private static void add(Set<Family> complete, Family family, boolean named) {
        if (named) {
            complete.add(family);
        }
    }

    /** What is no table or view, such as a function that gives rows, is none here either. */
    private static Optional<TableKind> kind(org.jooq.Table<?> table) {
        TableType type = table.getOptions().type();
        return switch (type) {
            case TABLE -> Optional.of(TableKind.TABLE);
            case VIEW -> Optional.of(TableKind.VIEW);
            case MATERIALIZED_VIEW -> Optional.of(TableKind.MATERIALIZED_VIEW);
            default -> Optional.empty();
        };
    }

    private Table table(org.jooq.Table<?> table, TableKind kind) {
        boolean plain = kind == TableKind.TABLE;
        GeneratedColumns columns = new GeneratedColumns(dialect, rendering, this::enumType);
        Table.Builder read = Table.builder(name(table.getSchema(), table.getName()))
                .kind(kind)
                .complete(plain ? complete : Set.of(Family.COLUMNS))
                .origin(Origin.of(table.getClass().getName()));
        for (Field<?> field : table.fields()) {
            read.column(columns.column(table, field, plain));
        }
        if (plain) {
            read.constraints(new GeneratedKeys(dialect, rendering, this::name).of(table));
            for (org.jooq.Index index : table.getIndexes()) {
                index(table, index).ifPresent(read::index);
            }
        }
        return read.build();
    }

    /**
     * An index over columns; the code does not know whether it is a partial one, so no uniqueness is concluded from it, and an
     * expression in it not what its text is.
     */
    private static Optional<Index> index(org.jooq.Table<?> table, org.jooq.Index index) {
        List<Index.Part> parts = index.getFields().stream()
                .filter(field -> table.field(field.getName()) != null)
                .<Index.Part>map(GeneratedSchema::part)
                .toList();
        return parts.isEmpty() || parts.size() < index.getFields().size()
                ? Optional.empty()
                : Optional.of(new Index(
                        index.getName(),
                        "btree",
                        parts,
                        List.of(),
                        false,
                        false,
                        "",
                        true,
                        Origin.of(table.getClass().getName())));
    }

    private static Index.Part part(SortField<?> field) {
        boolean descending = field.getOrder() == SortOrder.DESC;
        return new Index.ColumnPart(field.getName(), descending, descending);
    }

    /** Whoever generated the code has the sequence; whether he ever asks it for a number is not known. */
    private Sequence sequence(org.jooq.Sequence<?> sequence) {
        Field<? extends Number> increment = sequence.getIncrementBy();
        return new Sequence(
                name(sequence.getSchema(), sequence.getName()),
                Sequence.Role.UNSTATED,
                increment == null ? OptionalLong.empty() : rendering.number(increment),
                Origin.of("sequence " + sequence.getName() + " in jOOQ's generated code"));
    }

    /** The native type of an enum, if the database has such types. */
    private Optional<ObjectName> enumType(Class<?> type) {
        Object[] constants = type.getEnumConstants();
        if (constants == null || constants.length == 0 || !dialect.namesEnums()) {
            return Optional.empty();
        }
        EnumType first = (EnumType) constants[0];
        String typeName = first.getName();
        if (typeName == null || typeName.isEmpty()) {
            return Optional.empty();
        }
        ObjectName name = name(first.getSchema(), typeName);
        enums.computeIfAbsent(
                name,
                key -> new UserType.EnumType(
                        key,
                        Arrays.stream(constants)
                                .map(constant -> ((EnumType) constant).getLiteral())
                                .toList(),
                        Origin.of(type.getName())));
        return Optional.of(name);
    }

    private ObjectName name(@Nullable Named schema, String name) {
        return schemas.size() == 1 || schema == null || schema.getName().isEmpty()
                ? ObjectName.of(name)
                : ObjectName.of(schema.getName(), name);
    }
}
