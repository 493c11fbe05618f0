package dev.schemaguard.proof;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * How releases look rows up by a column: by its value, by an element of it, or not at all, as with documents.
 *
 * @param byValue whether rows are looked up by the column's value
 * @param element how an element is bound, for arrays
 */
record LookUp(boolean byValue, Optional<Handling> element) {

    static final LookUp EQUAL = new LookUp(true, Optional.empty());
    static final LookUp NONE = new LookUp(false, Optional.empty());

    static LookUp anyOf(Handling element) {
        return new LookUp(false, Optional.of(element));
    }

    String predicate(String column) {
        return element.isPresent() ? "? = any (" + column + ")" : column + " = ?";
    }

    /** Binds what is looked for, if there is anything to look for. */
    boolean bind(PreparedStatement statement, int index, Object value, Handling handling) throws SQLException {
        if (element.isPresent() && value instanceof List<?> list && !list.isEmpty()) {
            element.get().bind(statement, index, list.get(0));
            return true;
        }
        if (byValue && value != Values.NULL) {
            handling.bind(statement, index, value);
            return true;
        }
        return false;
    }
}
