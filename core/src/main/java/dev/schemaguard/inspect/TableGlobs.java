package dev.schemaguard.inspect;

import dev.schemaguard.model.Glob;
import dev.schemaguard.model.ObjectName;
import java.util.List;

/** The globs of tables that are none of our business. */
final class TableGlobs {

    private final List<Glob> globs;

    TableGlobs(List<String> globs) {
        this.globs = globs.stream().map(Glob::new).toList();
    }

    /** Whether one of the globs matches the table's name or {@code schema.table}. */
    boolean match(ObjectName name) {
        return globs.stream().anyMatch(glob -> glob.matches(name));
    }
}
