package dev.schemaguard.database.mysql.catalog;

import dev.schemaguard.model.ObjectName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** A row of an answer. */
final class CatalogRow {

    /** Stands for null, and is told from a text by being this one. */
    @SuppressWarnings("StringOperationCanBeSimplified")
    static final String NULL = new String("");

    private final String[] texts;

    CatalogRow(String[] texts) {
        this.texts = texts;
    }

    /** Some of the columns of a row, from one on that is counted from 0. */
    static CatalogRow of(ResultSet row, int first, int count) throws SQLException {
        String[] texts = new String[count];
        for (int i = 0; i < count; i++) {
            String text = row.getString(first + i + 1);
            texts[i] = text == null ? NULL : text;
        }
        return new CatalogRow(texts);
    }

    /** A text; empty where it is null. */
    String text(int column) {
        return texts[column];
    }

    /** A text; nothing where it is null. */
    @SuppressWarnings("ReferenceEquality")
    Optional<String> optional(int column) {
        return texts[column] == NULL ? Optional.empty() : Optional.of(texts[column]);
    }

    /** A number; 0 where it is null. */
    int number(int column) {
        return texts[column].isEmpty() ? 0 : Integer.parseInt(texts[column]);
    }

    /** Whether it is the catalog's word for yes. */
    boolean isYes(int column) {
        return texts[column].equals("YES");
    }

    /** Whether {@link #name} is this one. */
    boolean isNamed(int column, ObjectName name) {
        return texts[column + 1].equals(name.name()) && texts[column].equals(name.schema());
    }

    /** The name whose schema is in a column and whose own name in the next. */
    ObjectName name(int column) {
        return ObjectName.of(texts[column], texts[column + 1]);
    }
}
