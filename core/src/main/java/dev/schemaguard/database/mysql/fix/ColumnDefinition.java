package dev.schemaguard.database.mysql.fix;

import dev.schemaguard.fix.SqlWriter;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Generation;
import dev.schemaguard.model.Nullability;
import java.util.Optional;

/**
 * A column as {@code CREATE TABLE}, {@code ADD COLUMN} and {@code MODIFY COLUMN} write it (MySQL manual, CREATE TABLE).
 *
 * @param column all that is known of it; what a definition leaves out is gone after a {@code MODIFY}
 * @param sql how SQL is written for the database
 */
record ColumnDefinition(Column column, SqlWriter sql) {

    /** Why the column cannot be written, where not enough is stated. */
    Optional<String> gap() {
        if (!(column.type() instanceof ColumnType.Named) && !(column.type() instanceof ColumnType.Labelled)) {
            return Optional.of("the type of `" + column.name() + "` is not stated");
        }
        boolean computed = column.generation().isComputed();
        return computed && column.generation().expression().isEmpty()
                ? Optional.of("the expression that computes `" + column.name() + "` is not stated")
                : Optional.empty();
    }

    /** Whether all is known that a {@code MODIFY} has to repeat. */
    boolean isWhole() {
        return gap().isEmpty()
                && column.nullability() != Nullability.UNSTATED
                && !(column.columnDefault() instanceof ColumnDefault.Unstated)
                && !(column.onUpdate() instanceof ColumnDefault.Unstated)
                && !(column.generation() instanceof Generation.Unstated);
    }

    boolean isRequired() {
        return column.nullability() == Nullability.NOT_NULL;
    }

    /** The whole definition. A {@code timestamp} without a word about nulls takes none on some servers. */
    String text() {
        return sql.name(column.name()) + " " + type() + generation() + nullability() + columnDefault() + onUpdate()
                + (column.identity().generates() ? " AUTO_INCREMENT" : "");
    }

    private String type() {
        String type = column.type() instanceof ColumnType.Labelled labelled
                ? sql.type(labelled)
                : sql.type((ColumnType.Named) column.type());
        return type
                + column.charset()
                        .map(name -> " CHARACTER SET " + Names.requireWord(name))
                        .orElse("")
                + column.collation()
                        .map(name -> " COLLATE " + Names.requireWord(name))
                        .orElse("");
    }

    private String generation() {
        if (column.generation() instanceof Generation.Stored stored) {
            return " GENERATED ALWAYS AS "
                    + sql.expression("computation", stored.sql().written()) + " STORED";
        }
        return column.generation() instanceof Generation.Virtual virtual
                ? " GENERATED ALWAYS AS "
                        + sql.expression("computation", virtual.sql().written()) + " VIRTUAL"
                : "";
    }

    /** MariaDB takes no such words behind a computation. */
    private String nullability() {
        if (column.generation().isComputed()) {
            return "";
        }
        return switch (column.nullability()) {
            case NOT_NULL -> " NOT NULL";
            case NULLABLE -> " NULL";
            case UNSTATED -> "";
        };
    }

    private String columnDefault() {
        return column.columnDefault() instanceof ColumnDefault.Expression expression
                        && !column.identity().generates()
                        && !column.generation().isComputed()
                ? " DEFAULT " + sql.columnDefault(expression.written())
                : "";
    }

    private String onUpdate() {
        return column.onUpdate() instanceof ColumnDefault.Expression expression
                ? " ON UPDATE " + sql.columnDefault(expression.written())
                : "";
    }
}
