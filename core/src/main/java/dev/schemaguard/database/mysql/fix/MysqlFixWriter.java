package dev.schemaguard.database.mysql.fix;

import dev.schemaguard.drift.ColumnDrift;
import dev.schemaguard.drift.ConstraintDrift;
import dev.schemaguard.drift.Drift;
import dev.schemaguard.drift.LabelDrift;
import dev.schemaguard.drift.ObjectDrift;
import dev.schemaguard.drift.OutsideDrift;
import dev.schemaguard.drift.SchemaDrift;
import dev.schemaguard.drift.TableDrift;
import dev.schemaguard.fix.FixBuilder;
import dev.schemaguard.fix.FixContext;
import dev.schemaguard.fix.FixWriter;

/** Writes what would cure drift of MySQL and MariaDB. */
final class MysqlFixWriter implements FixWriter {

    private final SequenceFixes sequences;
    private final TableFixes tables;
    private final ColumnFixes columns;
    private final RuleFixes rules;
    private final ColumnChanges changes;

    MysqlFixWriter(FixContext context) {
        this.sequences = new SequenceFixes(context);
        this.tables = new TableFixes(context, sequences);
        this.rules = new RuleFixes(context);
        this.changes = new ColumnChanges(context);
        this.columns = new ColumnFixes(context, rules, changes);
    }

    @Override
    public FixBuilder of(Drift drift) {
        if (drift instanceof SchemaDrift.EmptySchema empty) {
            return tables.emptySchema(empty);
        }
        if (drift instanceof SchemaDrift.OtherSetting setting) {
            return new FixBuilder()
                    .noSafeFix(
                            "`" + setting.name() + "` is set for the server or by whoever opens the connection, as in"
                                    + " the URL (sessionVariables)");
        }
        if (drift instanceof TableDrift table) {
            return table(table);
        }
        if (drift instanceof ColumnDrift column) {
            return columns.of(column);
        }
        if (drift instanceof ConstraintDrift rule) {
            return rule instanceof ConstraintDrift.Missing missing
                    ? rules.missing(missing)
                    : rule instanceof ConstraintDrift.Extra extra ? rules.extra(extra) : unknown();
        }
        if (drift instanceof LabelDrift label) {
            return label instanceof LabelDrift.LabelMissing missing
                    ? changes.label(missing)
                    : new FixBuilder()
                            .noSafeFix("a label that rows may hold is not taken away; deploy the release that knows '"
                                    + label.label() + "'");
        }
        return drift instanceof ObjectDrift object ? object(object) : unknown();
    }

    private FixBuilder table(TableDrift drift) {
        if (drift instanceof TableDrift.MissingTable missing) {
            return tables.missing(missing);
        }
        if (drift instanceof TableDrift.MissingPrivilege missing) {
            return tables.privilege(missing);
        }
        if (drift instanceof OutsideDrift.Inbound) {
            return new FixBuilder()
                    .noSafeFix("the key is another program's, and without it that one's rows would refer to nothing");
        }
        return drift instanceof TableDrift.NotWritable
                ? new FixBuilder()
                        .noSafeFix("a view stands for the table, and what it takes follows from its definition")
                : unknown();
    }

    private FixBuilder object(ObjectDrift drift) {
        if (drift instanceof ObjectDrift.MissingSequence missing) {
            return sequences.create(missing.sequence(), missing.where());
        }
        return drift instanceof ObjectDrift.IncrementDifferent different ? sequences.increment(different) : unknown();
    }

    private static FixBuilder unknown() {
        return new FixBuilder().noSafeFix("no statement is known that cures it; run the migration that brings it");
    }
}
