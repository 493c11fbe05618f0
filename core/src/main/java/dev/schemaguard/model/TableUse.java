package dev.schemaguard.model;

import java.util.Objects;

/** What a release does with a table, for each kind of statement. */
public record TableUse(Use select, Use insert, Use update, Use delete, Use upsert) {

    /** Nothing is said about what the release does with the table. */
    public static final TableUse UNSTATED =
            new TableUse(Use.UNSTATED, Use.UNSTATED, Use.UNSTATED, Use.UNSTATED, Use.UNSTATED);

    /** The release only reads the table. */
    public static final TableUse READ_ONLY = new TableUse(Use.ALWAYS, Use.NEVER, Use.NEVER, Use.NEVER, Use.NEVER);

    public TableUse {
        Objects.requireNonNull(select, "select");
        Objects.requireNonNull(insert, "insert");
        Objects.requireNonNull(update, "update");
        Objects.requireNonNull(delete, "delete");
        Objects.requireNonNull(upsert, "upsert");
    }

    /** The use that is stated for one kind of statement. */
    public Use of(StatementKind kind) {
        return switch (kind) {
            case SELECT -> select;
            case INSERT -> insert;
            case UPDATE -> update;
            case DELETE -> delete;
            case UPSERT -> upsert;
        };
    }

    /** The same, with another use for one kind of statement. */
    public TableUse with(StatementKind kind, Use use) {
        return new TableUse(
                kind == StatementKind.SELECT ? use : select,
                kind == StatementKind.INSERT ? use : insert,
                kind == StatementKind.UPDATE ? use : update,
                kind == StatementKind.DELETE ? use : delete,
                kind == StatementKind.UPSERT ? use : upsert);
    }
}
