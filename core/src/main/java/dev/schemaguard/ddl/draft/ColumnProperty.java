package dev.schemaguard.ddl.draft;

import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Generation;
import dev.schemaguard.model.Identity;
import dev.schemaguard.model.Nullability;

/** What of a column a statement can change on its own. */
public enum ColumnProperty {
    TYPE,
    DEFAULT,
    NULLABILITY,
    IDENTITY,
    GENERATION;

    /** Leaves it open. */
    public Column.Builder unstated(Column.Builder column) {
        return switch (this) {
            case TYPE -> column.type(ColumnType.UNSTATED);
            case DEFAULT -> column.columnDefault(ColumnDefault.UNSTATED).identity(Identity.UNSTATED);
            case NULLABILITY -> column.nullability(Nullability.UNSTATED);
            case IDENTITY -> column.identity(Identity.UNSTATED).columnDefault(ColumnDefault.UNSTATED);
            case GENERATION -> column.generation(Generation.UNSTATED);
        };
    }
}
