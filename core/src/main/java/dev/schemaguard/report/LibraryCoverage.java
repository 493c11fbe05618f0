package dev.schemaguard.report;

import java.util.Objects;
import java.util.Optional;

/**
 * What a check knows of a library's own tables.
 *
 * @param library the library and its version
 * @param tables how many of its tables are there and were compared; none where it has none in this database
 * @param whyNot why they were not compared; empty where they were, or there are none
 */
public record LibraryCoverage(String library, int tables, Optional<String> whyNot) {

    public LibraryCoverage {
        Objects.requireNonNull(library, "library");
        Objects.requireNonNull(whyNot, "whyNot");
    }

    /** In a word, for programs: {@code compared}, {@code absent} or {@code not-compared}. */
    String state() {
        return whyNot.isPresent() ? "not-compared" : tables == 0 ? "absent" : "compared";
    }
}
