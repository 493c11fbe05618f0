package dev.schemaguard.source.ddl;

import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Generation;
import dev.schemaguard.model.Identity;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A change of one column of a table, and of the same column of all tables that inherit it. */
sealed interface ColumnChange extends Change {

    /** The table. */
    ObjectName table();

    /** Whether nothing happens where there is no such table. */
    boolean ifExists();

    /** Changes one table. */
    void applyTo(Catalog catalog, DraftTable draft);

    @Override
    default void applyTo(Catalog catalog) {
        catalog.alter(table(), ifExists(), origin(), draft -> draft.family().forEach(each -> applyTo(catalog, each)));
    }

    /**
     * A column is added.
     *
     * @param table the table
     * @param ifExists whether nothing happens where there is no such table
     * @param definition the column
     * @param unlessExists whether nothing happens where there is such a column
     */
    record Add(ObjectName table, boolean ifExists, ColumnDefinition definition, boolean unlessExists)
            implements ColumnChange {

        @Override
        public Origin origin() {
            return definition.column().origin();
        }

        @Override
        public void applyTo(Catalog catalog, DraftTable draft) {
            Column column = catalog.resolved(definition.column());
            if (unlessExists && draft.column(column.name()).isPresent()) {
                return;
            }
            draft.put(column);
            if (definition.numbered()) {
                Numbering.add(catalog, draft, definition);
            }
            boolean own = draft.parents().isEmpty();
            definition.constraints().stream()
                    .filter(constraint -> own)
                    .forEach(constraint -> Constraints.add(catalog, draft, constraint));
        }
    }

    /**
     * A column is dropped.
     *
     * @param table the table
     * @param ifExists whether nothing happens where there is no such table
     * @param column the column
     * @param cascade whether views go with it
     * @param origin where the script says so
     */
    record Drop(ObjectName table, boolean ifExists, String column, boolean cascade, Origin origin)
            implements ColumnChange {

        @Override
        public void applyTo(Catalog catalog, DraftTable draft) {
            Numbering.drop(catalog, draft, column);
            catalog.dropColumn(draft, column, cascade);
        }
    }

    /**
     * A column gets another name.
     *
     * @param table the table
     * @param ifExists whether nothing happens where there is no such table
     * @param column its old name
     * @param to its new name
     * @param origin where the script says so
     */
    record Rename(ObjectName table, boolean ifExists, String column, String to, Origin origin) implements ColumnChange {

        @Override
        public void applyTo(Catalog catalog, DraftTable draft) {
            draft.renameColumn(column, to, catalog.expressions());
            for (DraftTable other : catalog.tables().all()) {
                other.constraints()
                        .replaceAll(constraint -> Renaming.ofTargetColumn(constraint, draft.name(), column, to));
            }
            catalog.sequences().all().stream()
                    .filter(sequence -> sequence.isOwnedBy(draft, column))
                    .forEach(sequence -> sequence.own(draft, to));
        }
    }

    /**
     * A column gets other facts.
     *
     * @param table the table
     * @param ifExists whether nothing happens where there is no such table
     * @param column the column
     * @param facts what changes
     * @param origin where the script says so
     */
    record Alter(ObjectName table, boolean ifExists, String column, UnaryOperator<Column.Builder> facts, Origin origin)
            implements ColumnChange {

        @Override
        public void applyTo(Catalog catalog, DraftTable draft) {
            draft.change(column, old -> catalog.resolve(facts.apply(old)));
        }

        static UnaryOperator<Column.Builder> type(ColumnType type, Optional<String> collation) {
            return column -> {
                column.type(type);
                return collation.map(column::collation).orElse(column);
            };
        }

        static UnaryOperator<Column.Builder> columnDefault(ColumnDefaultReader.Written written) {
            Identity identity = written.calls().isPresent() ? Identity.SERIAL : Identity.NONE;
            return column -> column.columnDefault(written.columnDefault()).identity(identity);
        }

        static UnaryOperator<Column.Builder> noDefault() {
            return column -> column.columnDefault(ColumnDefault.NONE).identity(Identity.NONE);
        }

        static UnaryOperator<Column.Builder> nullability(Nullability nullability) {
            return column -> column.nullability(nullability);
        }

        static UnaryOperator<Column.Builder> identity(Identity identity) {
            return column -> column.identity(identity);
        }

        static UnaryOperator<Column.Builder> expression(String text) {
            return column -> column.build().generation() instanceof Generation.Virtual
                    ? column.generation(new Generation.Virtual(text))
                    : column.generation(new Generation.Stored(text));
        }

        static UnaryOperator<Column.Builder> generation(Generation generation) {
            return column -> column.generation(generation);
        }
    }

    /**
     * A column begins to be numbered as an identity, or ends to be.
     *
     * @param table the table
     * @param ifExists whether nothing happens where there is no such table
     * @param column the column
     * @param identity what it becomes
     * @param origin where the script says so
     */
    record NumberRows(ObjectName table, boolean ifExists, String column, Identity identity, Origin origin)
            implements ColumnChange {

        @Override
        public void applyTo(Catalog catalog, DraftTable draft) {
            Numbering.drop(catalog, draft, column);
            draft.change(column, facts -> facts.identity(identity).columnDefault(ColumnDefault.NONE));
            if (identity.generates()) {
                Column numbered = Column.builder(column).origin(origin).build();
                Numbering.add(catalog, draft, new ColumnDefinition(numbered, true, Optional.empty(), List.of()));
            }
        }
    }
}
