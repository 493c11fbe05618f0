package dev.schemaguard.statements.reading;

import dev.schemaguard.model.ObjectName;
import java.util.List;

/** Something with columns that a statement names: a table, a query, a function. */
interface Relation {

    /** Whether a name before a column's means this. */
    boolean isCalled(ObjectName qualifier);

    /** Whether it has a column of that name. */
    Knowledge has(String column);

    /** The columns of tables that its column is; none where it is made by an expression. */
    List<Source> sources(String column);

    /** Who has its column of that name, or may have it: itself, or those of which it gives all columns. */
    default List<Relation> holders(String column) {
        return List.of(this);
    }

    /** All its columns, which the statement asks for at once. */
    Outputs all();

    /** Whether it is a table, so that a column that nobody has may be one that is missing there. */
    default boolean isTable() {
        return false;
    }

    /** How far it is known which columns there are. */
    enum Knowledge {
        YES,
        MAYBE,
        NO
    }
}
