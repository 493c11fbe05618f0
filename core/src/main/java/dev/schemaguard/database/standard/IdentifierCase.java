package dev.schemaguard.database.standard;

import java.util.Locale;

/** How a database folds names that are written without quotes. */
enum IdentifierCase {
    LOWER,
    UPPER,
    KEPT;

    String fold(String unquoted) {
        return switch (this) {
            case LOWER -> unquoted.toLowerCase(Locale.ROOT);
            case UPPER -> unquoted.toUpperCase(Locale.ROOT);
            case KEPT -> unquoted;
        };
    }

    /** Whether the name reads the same after folding, so that it needs no quotes for its case. */
    boolean keeps(String name) {
        return fold(name).equals(name);
    }
}
