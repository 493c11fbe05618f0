package dev.schemaguard.statements.reading;

import dev.schemaguard.model.ObjectName;
import java.util.List;

/** Something of which it is only known that a name may be its own, and that it is no column of a table then. */
enum Elsewhere implements Relation {
    /** A function, or a query with columns whose names only the server knows. */
    UNKNOWN,
    /** A column that a query gives under the name. No query around is asked for one of that name. */
    GIVEN;

    @Override
    public boolean isCalled(ObjectName qualifier) {
        return false;
    }

    @Override
    public Knowledge has(String column) {
        return Knowledge.MAYBE;
    }

    @Override
    public List<Source> sources(String column) {
        return List.of();
    }

    @Override
    public Outputs all() {
        return Outputs.NONE;
    }
}
