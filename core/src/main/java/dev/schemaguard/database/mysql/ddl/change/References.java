package dev.schemaguard.database.mysql.ddl.change;

import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.draft.DraftTable;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Gap;
import dev.schemaguard.model.Origin;
import java.util.Set;

/** The foreign keys that refer to a table. */
final class References {

    private References() {}

    /** Leaves them open, for it is not certain that they follow a change of names (tried on MariaDB 11.4.5). */
    static void leaveOpen(Catalog catalog, DraftTable table, Origin origin, String reason) {
        for (DraftTable referring : catalog.referringTo(table)) {
            referring
                    .constraints()
                    .removeIf(rule -> rule instanceof Constraint.ForeignKey key
                            && key.target().equals(table.name()));
            referring.complete().remove(Family.FOREIGN_KEYS);
            catalog.gap(Gap.of(
                    origin,
                    reason + ", after which foreign keys of '" + referring.name() + "' may refer to the old name",
                    Set.of(referring.name())));
        }
    }
}
