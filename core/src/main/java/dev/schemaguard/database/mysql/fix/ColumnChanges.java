package dev.schemaguard.database.mysql.fix;

import dev.schemaguard.drift.ColumnFactDrift;
import dev.schemaguard.drift.ColumnValueDrift;
import dev.schemaguard.drift.Drift;
import dev.schemaguard.drift.LabelDrift;
import dev.schemaguard.fix.FixBuilder;
import dev.schemaguard.fix.FixContext;
import dev.schemaguard.fix.Phase;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Changes columns that are there. A {@code MODIFY} says all of a column anew, so that there is one for all that differs of it, and
 * each of the findings has that one.
 */
final class ColumnChanges {

    private static final String UNKNOWN = "no statement is known that cures it; run the migration that brings it";

    private final FixContext context;

    ColumnChanges(FixContext context) {
        this.context = context;
    }

    FixBuilder of(ColumnFactDrift drift) {
        boolean key = inKey(drift.where(), drift.name());
        if (drift instanceof ColumnFactDrift.NotNullAdded && key) {
            return new FixBuilder().noSafeFix("a column of the primary key takes no nulls");
        }
        Optional<ColumnChange> change = ColumnChange.of(drift);
        if (change.isEmpty()) {
            return new FixBuilder()
                    .noSafeFix(
                            drift instanceof ColumnValueDrift
                                    ? "a computation can only be had or lost with the column anew, with its values and"
                                            + " indexes"
                                    : UNKNOWN);
        }
        return modify(drift.where(), drift.actualColumn(), change.get());
    }

    FixBuilder label(LabelDrift.LabelMissing drift) {
        ObjectName where = drift.listed().where();
        String name = drift.listed().column().orElse("");
        Optional<Column> live =
                context.liveTable(where).flatMap(table -> table.column(name)).filter(ColumnChanges::lists);
        Optional<Column> expected = expected(where, name).filter(ColumnChanges::lists);
        return live.isPresent() && expected.isPresent()
                ? modify(where, live.get(), ColumnChange.labels(expected.get()))
                : new FixBuilder().noSafeFix("what lists the values is not known by name");
    }

    private static boolean lists(Column column) {
        return column.type() instanceof ColumnType.Labelled;
    }

    private Optional<Column> expected(ObjectName where, String name) {
        return context.expected()
                .table(where)
                .or(() -> context.expected().table(where.unqualified()))
                .flatMap(table -> table.column(name));
    }

    /** Lets a column take nulls that the release does not know. */
    FixBuilder allowNull(ObjectName where, Column column) {
        return inKey(where, column.name())
                ? new FixBuilder().noSafeFix("the column is part of the primary key")
                : modify(where, column, ColumnChange.allowNull(column));
    }

    private boolean inKey(ObjectName where, String column) {
        return context.liveTable(where)
                .flatMap(Table::primaryKey)
                .filter(key -> key.columns().contains(column))
                .isPresent();
    }

    private FixBuilder modify(ObjectName where, Column live, ColumnChange change) {
        Column wanted = live;
        for (ColumnChange one : all(where, live)) {
            boolean taken = one.unsafe().isEmpty() || change.unsafe().isPresent();
            wanted = taken ? one.applied(wanted) : wanted;
        }
        // A key takes no nulls, whatever else is wanted of its columns.
        Column whole = (inKey(where, live.name())
                        ? change.applied(wanted).toBuilder().nullability(Nullability.NOT_NULL)
                        : change.applied(wanted).toBuilder())
                .build();
        FixBuilder recipe = new FixBuilder();
        ColumnDefinition definition = new ColumnDefinition(whole, context.sql());
        if (!definition.isWhole()) {
            return recipe.noSafeFix(
                    "a MODIFY says all of a column anew, and not all of `" + live.name() + "` is known");
        }
        List<String> hazards = new ArrayList<>(change.hazards());
        hazards.add(ServerHazards.FORGETS);
        String sql = "ALTER TABLE " + context.sql().name(where) + " MODIFY COLUMN " + definition.text();
        String[] said = hazards.toArray(String[]::new);
        return change.unsafe().isPresent()
                ? recipe.noSafeFix(change.unsafe().get()).destructive(Phase.CONVERSION, sql, said)
                : recipe.step(Phase.CONVERSION, sql, said);
    }

    /** All that differs of the column. */
    private List<ColumnChange> all(ObjectName where, Column live) {
        List<ColumnChange> all = new ArrayList<>();
        for (Drift drift : context.drifts()) {
            boolean same = drift.subject().schema().equals(where.schema())
                    && drift.subject().table().equals(Optional.of(where.name()))
                    && drift.subject().column().equals(Optional.of(live.name()));
            if (same && ColumnChange.isLabel(drift, live.name())) {
                expected(where, live.name()).map(ColumnChange::labels).ifPresent(all::add);
            } else if (same) {
                ColumnChange.of(drift).ifPresent(all::add);
            }
        }
        return all;
    }
}
