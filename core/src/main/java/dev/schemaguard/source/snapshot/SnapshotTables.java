package dev.schemaguard.source.snapshot;

import dev.schemaguard.input.Excerpt;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Presence;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.TableKind;
import dev.schemaguard.model.TableUse;
import dev.schemaguard.model.Use;
import java.util.HashSet;
import java.util.Set;

/** Reads tables with all that belongs to them. */
final class SnapshotTables {

    private static final ObjectName UNNAMED = ObjectName.of("?");

    private final SnapshotInput in;
    private final LeftOut leftOut;
    private final Set<Family> familiesUnlessSaid;
    private final Presence rowSecurityUnlessSaid;
    private final boolean updatesSaid;
    private final SnapshotColumns columns;
    private final SnapshotConstraints constraints;
    private final SnapshotIndexes indexes;
    private final Set<String> columnNames = new HashSet<>();
    private TableKind kind = TableKind.TABLE;

    SnapshotTables(
            SnapshotInput in,
            LeftOut leftOut,
            Set<Family> familiesUnlessSaid,
            Presence rowSecurityUnlessSaid,
            boolean updatesSaid) {
        this.in = in;
        this.leftOut = leftOut;
        this.familiesUnlessSaid = familiesUnlessSaid;
        this.rowSecurityUnlessSaid = rowSecurityUnlessSaid;
        this.updatesSaid = updatesSaid;
        this.columns = new SnapshotColumns(in);
        this.constraints = new SnapshotConstraints(in);
        this.indexes = new SnapshotIndexes(in);
    }

    Table table() {
        Table.Builder table =
                Table.builder(UNNAMED).rowSecurity(rowSecurityUnlessSaid).origin(in.here());
        columnNames.clear();
        kind = TableKind.TABLE;
        boolean named = false;
        boolean completenessSaid = false;
        in.startObject();
        while (in.nextField()) {
            switch (in.field()) {
                case "name" -> {
                    table.name(in.objectName());
                    named = true;
                }
                case "complete" -> {
                    table.complete(in.words(EnumNames.FAMILIES));
                    completenessSaid = true;
                }
                default -> field(table);
            }
        }
        if (!named) {
            throw in.wrong("the table has no name");
        }
        return completenessSaid
                ? table.build()
                : table.complete(familiesUnlessSaid).build();
    }

    private void field(Table.Builder table) {
        switch (in.field()) {
            case "kind" -> table.kind(kind());
            case "notKnown" -> table.notKnown(in.words(EnumNames.FAMILIES));
            case "rowSecurity" -> table.rowSecurity(in.presence());
            case "use" -> table.use(use());
            case "parents" -> table.parents(in.objectNames());
            case "from" -> table.origin(in.origin());
            case "columns" -> columns(table);
            case "constraints" -> constraints(table);
            case "indexes" -> indexes(table);
            default -> in.skip();
        }
    }

    /** What a column leaves out depends on it. */
    private TableKind kind() {
        kind = in.word(EnumNames.TABLE_KINDS);
        if (!columnNames.isEmpty()) {
            throw in.wrong("it was expected before \"columns\"");
        }
        return kind;
    }

    private void columns(Table.Builder table) {
        in.startArray();
        while (in.nextEntry()) {
            Column column = columns.column(leftOut.in(kind), LeftOut.onUpdate(kind, updatesSaid));
            if (!columnNames.add(column.name())) {
                throw in.wrong("the column '" + Excerpt.of(column.name()) + "' is there twice");
            }
            table.column(column);
        }
    }

    private void constraints(Table.Builder table) {
        in.startArray();
        while (in.nextEntry()) {
            table.constraint(constraints.constraint());
        }
    }

    private void indexes(Table.Builder table) {
        in.startArray();
        while (in.nextEntry()) {
            table.index(indexes.index());
        }
    }

    private TableUse use() {
        TableUse use = TableUse.UNSTATED;
        in.startObject();
        while (in.nextField()) {
            switch (in.field()) {
                case "select" -> use = use.with(StatementKind.SELECT, word());
                case "insert" -> use = use.with(StatementKind.INSERT, word());
                case "update" -> use = use.with(StatementKind.UPDATE, word());
                case "delete" -> use = use.with(StatementKind.DELETE, word());
                case "upsert" -> use = use.with(StatementKind.UPSERT, word());
                default -> in.skip();
            }
        }
        return use;
    }

    private Use word() {
        return in.word(EnumNames.USES);
    }
}
