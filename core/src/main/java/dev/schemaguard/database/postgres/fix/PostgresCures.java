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
import dev.schemaguard.fix.Cures;
import dev.schemaguard.fix.Ground;
import dev.schemaguard.fix.Recipe;

/** The cures of PostgreSQL, each in the form that its manual says locks least. */
public final class PostgresCures implements Cures {

    private final TableCures tables;
    private final ColumnCures columns;
    private final NullCures nulls;
    private final ValueCures values;
    private final ConversionCures conversions;
    private final KeyCures keys;
    private final RuleCures rules;
    private final ObjectCures objects;

    public PostgresCures(Ground ground) {
        this.objects = new ObjectCures(ground);
        this.nulls = new NullCures(ground);
        this.keys = new KeyCures(ground, nulls);
        this.tables = new TableCures(ground, objects);
        this.columns = new ColumnCures(ground, objects, keys, nulls);
        this.conversions = new ConversionCures(ground);
        this.values = new ValueCures(ground, objects, nulls, conversions);
        this.rules = new RuleCures(ground);
    }

    @Override
    public Recipe of(Drift drift) {
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
            return rule instanceof ConstraintDrift.Missing missing
                    ? keys.missing(missing)
                    : rules.extra((ConstraintDrift.Extra) rule);
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

    private Recipe table(TableDrift drift) {
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
            return new Recipe()
                    .noSafeFix("who may see which rows is for the table's owner to say, and switching row security off"
                            + " shows all of them to everybody");
        }
        if (drift instanceof OutsideDrift.Inbound) {
            return new Recipe()
                    .noSafeFix("the key is another program's, and without it that one's rows would refer to nothing");
        }
        return drift instanceof TableDrift.NotWritable ? notWritable() : unknown();
    }

    private static Recipe notWritable() {
        return new Recipe()
                .noSafeFix(
                        "a view or foreign table stands for the table, and what it takes follows from its definition");
    }

    private static Recipe unknown() {
        return new Recipe().noSafeFix("no statement is known that cures it; run the migration that brings it");
    }

    private Recipe column(ColumnDrift drift) {
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

    private Recipe value(ColumnValueDrift drift) {
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

    private Recipe object(ObjectDrift drift) {
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
