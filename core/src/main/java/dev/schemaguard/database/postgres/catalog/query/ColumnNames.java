package dev.schemaguard.database.postgres.catalog.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names of a table's columns by the catalog's numbers, which have gaps where columns were dropped. */
public final class ColumnNames {

    private @Nullable String[] names = new @Nullable String[16];

    public void put(int number, String name) {
        if (number >= names.length) {
            names = Arrays.copyOf(names, number * 2);
        }
        names[number] = name;
    }

    /** The name of a column, or {@code null} where the number is that of none. */
    @Nullable
    String get(int number) {
        return number > 0 && number < names.length ? names[number] : null;
    }

    /**
     * The number of a column.
     *
     * @throws IllegalArgumentException if none has that name
     */
    public int number(String name) {
        for (int number = 1; number < names.length; number++) {
            if (name.equals(names[number])) {
                return number;
            }
        }
        throw new IllegalArgumentException("no column '" + name + "'");
    }

    /** The names of the columns of a key. */
    List<String> of(int... numbers) {
        List<String> named = new ArrayList<>(numbers.length);
        for (int number : numbers) {
            String name = get(number);
            if (name == null) {
                throw new IllegalStateException("the catalog speaks of column number " + number + " and lists none");
            }
            named.add(name);
        }
        return named;
    }
}
