package dev.schemaguard.hibernate;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Sequence;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.TableKind;
import dev.schemaguard.model.TableUse;
import dev.schemaguard.model.Use;
import java.util.OptionalLong;
import java.util.Set;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.Namespace;

/**
 * Reads a mapping as a schema. Only what the mapping says is stated: what it leaves to Hibernate's defaults, such as a length
 * of 255, is not.
 *
 * <p>The mapping calls only what Hibernate 6.6 and 7 have in common: much of the rest has the same name and another type. It
 * is read in plain loops, here and in the classes beside, for each lambda is one more class to make at boot.
 */
final class MappingReader {

    /** Hibernate names every column of a table that it knows, and no more. */
    private static final Set<Family> COMPLETE = Set.of(Family.COLUMNS);

    /** Who maps a table reads it. Whether he ever writes it, the mapping does not say; it never upserts. */
    private static final TableUse USED =
            TableUse.UNSTATED.with(StatementKind.SELECT, Use.ALWAYS).with(StatementKind.UPSERT, Use.NEVER);

    private final Metadata metadata;
    private final MappedNames names;
    private final MappedMembers members;
    private final MappedColumns columns;
    private final MappedKeys keys;

    MappingReader(Metadata metadata, Dialect dialect) {
        this.metadata = metadata;
        this.names = new MappedNames(dialect);
        this.members = MappedMembers.of(metadata);
        this.columns = new MappedColumns(metadata, dialect, names, members);
        this.keys = new MappedKeys(dialect, names);
    }

    Schema schema() {
        Schema.Builder schema = Schema.builder();
        for (org.hibernate.mapping.Table table : metadata.collectTableMappings()) {
            if (table.isPhysicalTable()) {
                schema.table(table(table));
            }
        }
        objects(schema);
        return schema.build();
    }

    private void objects(Schema.Builder schema) {
        for (Namespace namespace : metadata.getDatabase().getNamespaces()) {
            for (org.hibernate.boot.model.relational.Sequence sequence : namespace.getSequences()) {
                schema.sequence(sequence(sequence));
            }
        }
        if (!metadata.getDatabase().getAuxiliaryDatabaseObjects().isEmpty()) {
            schema.types(new EnumTypes(metadata, names).all());
        }
    }

    private Table table(org.hibernate.mapping.Table table) {
        boolean readOnly = table.isView() || members.isReadOnly(table);
        Table.Builder read = Table.builder(names.table(table))
                .kind(table.isView() ? TableKind.VIEW : TableKind.TABLE)
                .use(readOnly ? TableUse.READ_ONLY : USED)
                .complete(COMPLETE)
                .origin(members.origin(table));
        for (org.hibernate.mapping.Column column : table.getColumns()) {
            read.column(columns.column(table, column));
        }
        return table.isView()
                ? read.build()
                : read.constraints(keys.constraints(table))
                        .indexes(keys.indexes(table))
                        .build();
    }

    private Sequence sequence(org.hibernate.boot.model.relational.Sequence sequence) {
        return new Sequence(
                names.sequence(sequence.getName()),
                Sequence.Role.GENERATOR,
                OptionalLong.of(sequence.getIncrementSize()),
                members.origin(sequence));
    }
}
