package dev.schemaguard.database.mysql.ddl.change;

import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.draft.DraftTable;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Gap;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.TableKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table is created.
 *
 * @param table its name
 * @param temporary whether it goes with the session
 * @param unlessExists whether nothing happens where the name is taken
 * @param replaces whether it takes the place of one that is there
 * @param like the table of which it is a copy
 * @param ofQuery whether it gets further columns from a query
 * @param actions its columns, keys, rules and options
 * @param forked whether the server is a MariaDB
 * @param origin where the script says so
 */
public record CreateTable(
        ObjectName table,
        boolean temporary,
        boolean unlessExists,
        boolean replaces,
        Optional<ObjectName> like,
        boolean ofQuery,
        List<TableAction> actions,
        boolean forked,
        Origin origin)
        implements Change {

    public CreateTable {
        actions = List.copyOf(actions);
    }

    @Override
    public List<ObjectName> tables() {
        return List.of(table);
    }

    @Override
    public boolean conflicts(Catalog catalog) {
        return !unlessExists && !replaces && existing(catalog).isPresent();
    }

    @Override
    public void doubt(Catalog catalog) {
        // A table that may not be there is not stated; one that is there stays as it is unless it is replaced.
        if (replaces) {
            catalog.matching(table).forEach(DraftTable::leaveUnstated);
        }
    }

    private Optional<DraftTable> existing(Catalog catalog) {
        return temporary ? catalog.tables().get(catalog.temporary(table)) : catalog.existing(table);
    }

    @Override
    public void applyTo(Catalog catalog) {
        ObjectName created =
                temporary ? catalog.temporary(table) : catalog.path().created(table);
        Optional<DraftTable> existing = existing(catalog);
        if (existing.isPresent() && !replaces) {
            if (!unlessExists) {
                leaveOpen(catalog, existing.get(), "creates table '" + table + "', which is there already");
            }
            return;
        }
        existing.ifPresent(catalog::remove);
        DraftTable draft = new DraftTable(created, TableKind.TABLE, origin);
        catalog.add(draft);
        like.ifPresent(source -> copy(catalog, source, draft));
        new TableWork(catalog, draft, forked, origin).run(actions);
        if (ofQuery) {
            leaveOpen(catalog, draft, "the columns of table '" + table + "' come from a query");
        }
        if (unlessExists && !temporary && catalog.mayHoldMore()) {
            // One of that name may have been there, and then it looks as it did.
            draft.leaveUnstated();
        }
    }

    private void leaveOpen(Catalog catalog, DraftTable draft, String reason) {
        draft.leaveUnstated();
        if (!temporary) {
            catalog.gap(Gap.of(origin, reason, Set.of(draft.name())));
        }
    }

    /** A copy has everything but the foreign keys (manual, 15.1.20.3). */
    private void copy(Catalog catalog, ObjectName written, DraftTable copy) {
        Optional<DraftTable> source =
                catalog.table(TableNames.meant(catalog, written)).filter(found -> !found.equals(copy));
        if (source.isEmpty()) {
            leaveOpen(catalog, copy, "'" + table + "' is like '" + written + "', which no statement before it creates");
            return;
        }
        source.get()
                .columns()
                .forEach(column -> copy.put(column.toBuilder().origin(origin).build()));
        copy.notes().putAll(source.get().notes());
        TableWork work = new TableWork(catalog, copy, forked, origin);
        if (forked) {
            source.get().constraints().forEach(copy.constraints()::add);
        } else {
            source.get().constraints().stream()
                    .filter(rule -> !(rule instanceof Constraint.Check))
                    .forEach(copy.constraints()::add);
            work.checks().copied(source.get(), work.names());
        }
        copy.constraints().removeIf(Constraint.ForeignKey.class::isInstance);
        source.get().indexes().all().forEach(copy.indexes()::put);
        work.rebuilt();
        Set<Family> open = EnumSet.complementOf(EnumSet.of(Family.FOREIGN_KEYS));
        open.removeAll(source.get().complete());
        copy.complete().removeAll(open);
        if (!(open.isEmpty() && source.get().knowsAllColumns()) && !temporary) {
            String reason = "'" + table + "' is like '" + written + "', of which not all is known";
            catalog.gap(Gap.of(origin, reason, Set.of(copy.name())));
        }
    }
}
