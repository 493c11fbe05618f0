package dev.schemaguard;

import dev.schemaguard.model.Glob;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import java.util.List;

/** Leaves tables out of an expectation that are none of the release's business. */
final class Exclusion {

    private Exclusion() {}

    static Schema apply(List<String> globs, Schema expected) {
        if (globs.isEmpty() || expected.tables().stream().noneMatch(table -> matches(globs, table))) {
            return expected;
        }
        return Schema.builder()
                .searchPath(expected.searchPath())
                .tables(expected.tables().stream()
                        .filter(table -> !matches(globs, table))
                        .toList())
                .sequences(expected.sequences())
                .types(expected.types())
                .complete(expected.complete())
                .gaps(expected.gaps())
                .build();
    }

    private static boolean matches(List<String> globs, Table table) {
        return globs.stream().anyMatch(glob -> new Glob(glob).matches(table.name()));
    }
}
