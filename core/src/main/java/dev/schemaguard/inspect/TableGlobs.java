package dev.schemaguard.inspect;

import dev.schemaguard.model.Glob;
import dev.schemaguard.model.ObjectName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The globs of tables that are none of our business. Most are plain names, which need no pattern. */
public final class TableGlobs {

    private final Set<String> names = new HashSet<>();
    private final List<Glob> patterns = new ArrayList<>();

    public TableGlobs(List<String> globs) {
        for (String glob : globs) {
            if (glob.indexOf('*') < 0 && glob.indexOf('?') < 0) {
                names.add(glob);
            } else {
                patterns.add(new Glob(glob));
            }
        }
    }

    /** Whether one of the globs matches the table's name or {@code schema.table}. */
    public boolean match(ObjectName name) {
        return match(name.name()) || name.isQualified() && match(name.toString());
    }

    private boolean match(String text) {
        if (names.contains(text)) {
            return true;
        }
        for (Glob pattern : patterns) {
            if (pattern.matches(text)) {
                return true;
            }
        }
        return false;
    }
}
