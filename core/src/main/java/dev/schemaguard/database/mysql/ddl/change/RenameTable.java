package dev.schemaguard.database.mysql.ddl.change;

import dev.schemaguard.ddl.change.SequenceChange;
import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.draft.DraftTable;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A table, a view or a sequence gets another name, perhaps in another database.
 *
 * @param table its name so far
 * @param to its new name
 * @param ifExists whether nothing happens where there is none
 * @param leaves whether the server may leave behind what refers to it: MariaDB does where the same statement makes the table anew, and
 *     then they refer to the old name (tried on 11.4.5)
 * @param origin where the script says so
 */
public record RenameTable(ObjectName table, ObjectName to, boolean ifExists, boolean leaves, Origin origin)
        implements Change {

    @Override
    public List<ObjectName> tables() {
        return List.of(table);
    }

    @Override
    public void applyTo(Catalog catalog) {
        boolean sequence = catalog.table(table).isEmpty()
                && catalog.sequences().find(table, catalog.path()).isPresent();
        if (sequence) {
            new SequenceChange.Rename(table, to.name(), ifExists, origin).applyTo(catalog);
        } else if (catalog.mayHoldMore()
                && catalog.table(TableNames.meant(catalog, table)).isEmpty()) {
            // Whatever was forgotten may be renamed in these words, a sequence or a view, too: no more is said of it.
            catalog.gaps().drop(catalog.path().created(table));
        } else {
            catalog.alter(TableNames.meant(catalog, table), ifExists, origin, draft -> rename(catalog, draft));
        }
    }

    private void rename(Catalog catalog, DraftTable draft) {
        String old = draft.name().name();
        ObjectName renamed = to.isQualified()
                ? to
                : table.isQualified()
                        ? catalog.path().created(to)
                        : ObjectName.of(draft.name().schema(), to.name());
        CreateView.forget(catalog, draft.name(), Optional.empty());
        if (leaves) {
            References.leaveOpen(catalog, draft, origin, "changes table '" + table + "' and renames it at once");
        }
        catalog.rename(draft, renamed);
        // Names that the server has given follow the table.
        for (String label : List.of("_ibfk_", "_chk_")) {
            UnaryOperator<String> following = name -> followed(name, old + label, to.name() + label);
            draft.constraints().replaceAll(rule -> rule.withName(following.apply(rule.name())));
            Checks.renamed(draft, following);
        }
    }

    private static String followed(String name, String from, String to) {
        boolean given = name.startsWith(from) && name.substring(from.length()).matches("[0-9]+");
        return given ? to + name.substring(from.length()) : name;
    }

    @Override
    public void doubt(Catalog catalog) {
        catalog.matching(table).forEach(catalog::remove);
    }
}
