package dev.schemaguard.report;

import dev.schemaguard.model.Gap;
import java.util.List;

/**
 * How much a check looked at.
 *
 * @param tablesExpected how many tables the expectations name
 * @param tablesChecked how many of them were found and compared
 * @param columnsChecked how many of their columns were found and compared
 * @param notReadable what the expectations hold but could not be read
 */
public record Coverage(int tablesExpected, int tablesChecked, int columnsChecked, List<Gap> notReadable) {

    /** Nothing was looked at. */
    public static final Coverage NOTHING = new Coverage(0, 0, 0, List.of());

    public Coverage {
        notReadable = List.copyOf(notReadable);
    }
}
