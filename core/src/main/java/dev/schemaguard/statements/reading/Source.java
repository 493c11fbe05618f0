package dev.schemaguard.statements.reading;

import dev.schemaguard.statements.OpenColumn;
import dev.schemaguard.statements.Role;
import java.util.List;

/** Whose column a name in a statement is. */
sealed interface Source {

    /** The column's name in the catalog, as far as that is known. */
    String column();

    /** Notes what the statement does with the column. */
    void uses(Role role);

    /**
     * A column of a table.
     *
     * @param access the access that names it
     * @param column the column's name in the catalog
     */
    record Known(AccessDraft access, String column) implements Source {

        @Override
        public void uses(Role role) {
            access.uses(column, role);
        }
    }

    /**
     * A column of a table that one of a query around would be taken for if it were not there.
     *
     * @param nearest the column
     */
    record Nearest(Known nearest) implements Source {

        @Override
        public String column() {
            return nearest.column();
        }

        @Override
        public void uses(Role role) {
            nearest.uses(role);
            if (role != Role.WRITTEN) {
                // What is written is a column of the table that is changed, whatever stands around.
                nearest.access().hasAround(nearest.column());
            }
        }
    }

    /**
     * A column of one of several.
     *
     * @param use gets it, for somebody who knows the tables to tell
     * @param column the name
     * @param nearestFirst whose it may be
     */
    record Open(UseDraft use, String column, List<OpenColumn.Level> nearestFirst) implements Source {

        public Open {
            nearestFirst = List.copyOf(nearestFirst);
        }

        @Override
        public void uses(Role role) {
            use.open(new OpenColumn(column, role, nearestFirst));
        }
    }
}
