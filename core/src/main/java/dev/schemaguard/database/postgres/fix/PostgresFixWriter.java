package dev.schemaguard.database.postgres.fix;

import dev.schemaguard.drift.AccessDrift;
import dev.schemaguard.drift.ColumnDrift;
import dev.schemaguard.drift.ColumnFactDrift;
import dev.schemaguard.drift.ColumnValueDrift;
import dev.schemaguard.drift.ConstraintDrift;
import dev.schemaguard.drift.Drift;
import dev.schemaguard.drift.LabelDrift;
import dev.schemaguard.drift.ObjectDrift;
import dev.schemaguard.drift.OutsideDrift;
import dev.schemaguard.drift.PartitionDrift;
import dev.schemaguard.drift.SchemaDrift;
import dev.schemaguard.drift.TableDrift;
import dev.schemaguard.fix.FixBuilder;
import dev.schemaguard.fix.FixContext;
import dev.schemaguard.fix.FixWriter;

/** The cures of PostgreSQL, each in the form that its manual says locks least. */
final class PostgresFixWriter implements FixWriter {

    private final TableFixes tables;
    private final ColumnFixes columns;
    private final NullFixes nulls;
    private final ValueFixes values;
    private final ConversionFixes conversions;
    private final KeyFixes keys;
    private final RuleFixes rules;
    private final ObjectFixes objects;

    public PostgresFixWriter(FixContext context) {
        this.objects = new ObjectFixes(context);
        this.nulls = new NullFixes(context);
        this.keys = new KeyFixes(context, nulls);
        this.tables = new TableFixes(context, objects);
        this.columns = new ColumnFixes(context, objects, keys, nulls);
        this.conversions = new ConversionFixes(context);
        this.values = new ValueFixes(context, objects, nulls, conversions);
        this.rules = new RuleFixes(context);
    }

    @Override
    public FixBuilder of(Drift drift) {
        if (drift instanceof SchemaDrift.EmptySchema empty) {
            return tables.emptySchema(empty);
        }
        if (drift instanceof TableDrift table) {
            return table(table);
        }
        if (drift instanceof ColumnDrift column) {
            return column(column);
        }
        if (drift instanceof ConstraintDrift rule) {
            return rule(rule);
        }
        if (drift instanceof LabelDrift label) {
            return label instanceof LabelDrift.LabelMissing missing
                    ? rules.labelMissing(missing)
                    : rules.labelExtra((LabelDrift.LabelExtra) label);
        }
        if (drift instanceof AccessDrift access) {
            return tables.access(access);
        }
        return drift instanceof ObjectDrift object ? object(object) : unknown();
    }

    private FixBuilder rule(ConstraintDrift drift) {
        if (drift instanceof ConstraintDrift.OtherName other) {
            return new FixBuilder()
                    .noSafeFix(
                            "rename the key that is meant (ALTER TABLE ... RENAME CONSTRAINT), if no release that runs"
                                    + " names it otherwise, or name its columns in place of `" + other.name() + "`");
        }
        return drift instanceof ConstraintDrift.Missing missing
                ? keys.missing(missing)
                : rules.extra((ConstraintDrift.Extra) drift);
    }

    private FixBuilder table(TableDrift drift) {
        if (drift instanceof TableDrift.MissingTable missing) {
            return tables.missing(missing);
        }
        if (drift instanceof TableDrift.MissingPrivilege missing) {
            return tables.privilege(missing);
        }
        if (drift instanceof PartitionDrift partition) {
            return tables.partition(partition);
        }
        if (drift instanceof OutsideDrift.RowSecurity) {
            return new FixBuilder()
                    .noSafeFix("who may see which rows is for the table's owner to say, and switching row security off"
                            + " shows all of them to everybody");
        }
        if (drift instanceof OutsideDrift.Inbound) {
            return new FixBuilder()
                    .noSafeFix("the key is another program's, and without it that one's rows would refer to nothing");
        }
        return drift instanceof TableDrift.NotWritable ? notWritable() : unknown();
    }

    private static FixBuilder notWritable() {
        return new FixBuilder()
                .noSafeFix(
                        "a view or foreign table stands for the table, and what it takes follows from its definition");
    }

    private static FixBuilder unknown() {
        return new FixBuilder().noSafeFix("no statement is known that cures it; run the migration that brings it");
    }

    private FixBuilder column(ColumnDrift drift) {
        if (drift instanceof ColumnDrift.Missing missing) {
            return columns.missing(missing);
        }
        if (drift instanceof ColumnDrift.ExtraRequired extra) {
            return columns.extraRequired(extra);
        }
        if (drift instanceof ColumnFactDrift.TypeChanged changed) {
            return conversions.changed(changed);
        }
        if (drift instanceof ColumnFactDrift.OtherCollation other) {
            return conversions.collation(other);
        }
        if (drift instanceof ColumnFactDrift.NotNullAdded added) {
            return nulls.added(added);
        }
        if (drift instanceof ColumnFactDrift.NotNullMissing missing) {
            return nulls.missing(missing);
        }
        if (drift instanceof ColumnFactDrift.NotUpdatable) {
            return notWritable();
        }
        return drift instanceof ColumnValueDrift value ? value(value) : unknown();
    }

    private FixBuilder value(ColumnValueDrift drift) {
        if (drift instanceof ColumnValueDrift.DefaultMissing missing) {
            return values.defaultMissing(missing);
        }
        if (drift instanceof ColumnValueDrift.DefaultDifferent different) {
            return values.defaultDifferent(different);
        }
        if (drift instanceof ColumnValueDrift.IdentityMissing missing) {
            return values.identityMissing(missing);
        }
        return drift instanceof ColumnValueDrift.GeneratedAlways always ? values.generatedAlways(always) : unknown();
    }

    private FixBuilder object(ObjectDrift drift) {
        if (drift instanceof ObjectDrift.MissingSequence missing) {
            return objects.missingSequence(missing);
        }
        if (drift instanceof ObjectDrift.IncrementDifferent different) {
            return objects.increment(different);
        }
        if (drift instanceof ObjectDrift.MissingType missing) {
            return objects.missingType(missing);
        }
        if (drift instanceof ObjectDrift.MissingDomainCheck missing) {
            return rules.missingDomainCheck(missing);
        }
        return drift instanceof ObjectDrift.ExtraDomainCheck extra ? rules.extraDomainCheck(extra) : unknown();
    }
}
