package dev.schemaguard.database.postgres.ddl.reader;

import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Generation;
import dev.schemaguard.model.Identity;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.SqlText;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** How ALTER COLUMN changes the facts of a column. */
final class ColumnFacts {

    private ColumnFacts() {}

    /** Another type, and collation where one is named. */
    static UnaryOperator<Column.Builder> type(ColumnType type, Optional<String> collation) {
        return column -> {
            column.type(type);
            return collation.map(column::collation).orElse(column);
        };
    }

    /** Another default; where it calls a sequence the column is numbered. */
    static UnaryOperator<Column.Builder> columnDefault(ColumnDefaultReader.Written written) {
        Identity identity = written.calls().isPresent() ? Identity.SERIAL : Identity.NONE;
        return column -> column.columnDefault(written.columnDefault()).identity(identity);
    }

    /** No default any more. */
    static UnaryOperator<Column.Builder> noDefault() {
        return column -> column.columnDefault(ColumnDefault.NONE).identity(Identity.NONE);
    }

    /** Whether it takes nulls. */
    static UnaryOperator<Column.Builder> nullability(Nullability nullability) {
        return column -> column.nullability(nullability);
    }

    /** How it is numbered. */
    static UnaryOperator<Column.Builder> identity(Identity identity) {
        return column -> column.identity(identity);
    }

    /** By which expression it is computed. */
    static UnaryOperator<Column.Builder> expression(SqlText text) {
        return column -> column.build().generation() instanceof Generation.Virtual
                ? column.generation(new Generation.Virtual(text))
                : column.generation(new Generation.Stored(text));
    }

    /** Whether it is computed. */
    static UnaryOperator<Column.Builder> generation(Generation generation) {
        return column -> column.generation(generation);
    }
}
