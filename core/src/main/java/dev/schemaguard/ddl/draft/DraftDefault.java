package dev.schemaguard.ddl.draft;

import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.SqlText;
import java.util.Optional;

/**
 * What stands in the place of a default while the schema is in the making, so that it follows the column wherever it goes: the
 * sequence that the default calls, of which a schema says in the end that the column is numbered, and a null that is written
 * down, over which the default of a domain does not count.
 */
public final class DraftDefault {

    /** No text of a script holds this character. */
    private static final String MARK = "\0";

    /** {@code DEFAULT NULL}. */
    public static final ColumnDefault NULL = new ColumnDefault.Expression(SqlText.of(MARK), false);

    private DraftDefault() {}

    /** The default that calls a sequence of that name, as it is written. */
    public static ColumnDefault written(ObjectName sequence) {
        return new ColumnDefault.Expression(SqlText.of(MARK + sequence.schema() + MARK + sequence.name()), false);
    }

    /** The default that calls a sequence, whatever it is named. */
    static ColumnDefault to(DraftSequence sequence) {
        return new ColumnDefault.Expression(SqlText.of(key(sequence)), false);
    }

    /** What tells the calls of one sequence from those of others. */
    static String key(DraftSequence sequence) {
        return MARK + sequence.number();
    }

    /** What tells which sequence a default calls; nothing if it calls none, or one that the script has not made. */
    static Optional<String> key(Column column) {
        return column.columnDefault() instanceof ColumnDefault.Expression call
                        && call.text().startsWith(MARK)
                        && !call.equals(NULL)
                ? Optional.of(call.text())
                : Optional.empty();
    }

    /** Finds the sequence that a written call means; where there is none the default is left open. */
    static Column resolved(Catalog catalog, Column column) {
        Optional<String> key = key(column);
        int end = key.map(text -> text.indexOf(MARK, 1)).orElse(-1);
        if (end < 0) {
            return column;
        }
        String text = key.orElse("");
        ObjectName name = ObjectName.of(text.substring(1, end), text.substring(end + 1));
        ColumnDefault call = catalog.sequences()
                .find(name, catalog.path())
                .map(DraftDefault::to)
                .orElse(ColumnDefault.UNSTATED);
        return column.toBuilder().columnDefault(call).build();
    }

    /** What is said of a default in the end. */
    static ColumnDefault stated(Column column) {
        if (column.columnDefault().equals(NULL)) {
            return ColumnDefault.NONE;
        }
        return key(column).isPresent() ? ColumnDefault.UNSTATED : column.columnDefault();
    }
}
