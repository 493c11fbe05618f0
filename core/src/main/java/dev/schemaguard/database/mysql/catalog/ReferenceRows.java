package dev.schemaguard.database.mysql.catalog;

import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Constraint.ReferentialAction;
import dev.schemaguard.model.InboundKey;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import java.util.Locale;

/** One foreign key, a row for each of its columns and one for its rules. */
final class ReferenceRows {

    private final String name;
    private final ObjectName target;
    private final InPlace<String> columns = new InPlace<>();
    private final InPlace<String> targetColumns = new InPlace<>();
    private ReferentialAction onDelete = ReferentialAction.NO_ACTION;
    private ReferentialAction onUpdate = ReferentialAction.NO_ACTION;

    ReferenceRows(String name, ObjectName target) {
        this.name = name;
        this.target = target;
    }

    void add(int place, String column, String targetColumn) {
        columns.put(place, column);
        targetColumns.put(place, targetColumn);
    }

    void rules(String delete, String update) {
        onDelete = action(delete);
        onUpdate = action(update);
    }

    /** RESTRICT is what NO ACTION is (manual, 13.1.20.5), and each server prints another of the two where nothing is written. */
    private static ReferentialAction action(String rule) {
        ReferentialAction action =
                ReferentialAction.valueOf(rule.toUpperCase(Locale.ROOT).replace(' ', '_'));
        return action == ReferentialAction.RESTRICT ? ReferentialAction.NO_ACTION : action;
    }

    Constraint key() {
        return new Constraint.ForeignKey(
                name,
                columns.all(),
                target,
                targetColumns.all(),
                onDelete,
                onUpdate,
                Constraint.Enforcement.ORDINARY,
                Origin.NONE);
    }

    /** The same as the table sees it that it refers to. */
    InboundKey inbound(ObjectName from) {
        return new InboundKey(from, targetColumns.all(), onDelete, onUpdate);
    }

    ObjectName target() {
        return target;
    }
}
