package dev.schemaguard.database.standard;

import dev.schemaguard.drift.ColumnDrift;
import dev.schemaguard.drift.ColumnValueDrift;
import dev.schemaguard.drift.ConstraintDrift;
import dev.schemaguard.drift.Drift;
import dev.schemaguard.drift.TableDrift;
import dev.schemaguard.fix.ColumnSql;
import dev.schemaguard.fix.ConstraintSql;
import dev.schemaguard.fix.FixBuilder;
import dev.schemaguard.fix.FixContext;
import dev.schemaguard.fix.FixWriter;
import dev.schemaguard.fix.Hazards;
import dev.schemaguard.fix.Phase;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Identity;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.TableKind;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The cures that the SQL standard spells alike for H2, MySQL and the others; of all else it says that it does not know. */
public final class StandardFixWriter implements FixWriter {

    private static final String UNKNOWN =
            "how this kind of database spells the cure is not known for certain; run the" + " migration that makes it";
    private static final String LOCKS = "may lock or rewrite the table; see the database's manual";

    private final FixContext context;

    public StandardFixWriter(FixContext context) {
        this.context = context;
    }

    @Override
    public FixBuilder of(Drift drift) {
        FixBuilder recipe = cure(drift);
        return recipe.notAdditive("a sync needs a database whose DDL takes part in transactions, as PostgreSQL's does");
    }

    private FixBuilder cure(Drift drift) {
        if (drift instanceof TableDrift.MissingTable missing) {
            return table(missing);
        }
        if (drift instanceof TableDrift.MissingPrivilege missing) {
            return new FixBuilder()
                    .step(
                            Phase.PRIVILEGE,
                            "GRANT " + missing.privilege() + " ON "
                                    + context.sql().name(missing.where()) + " TO "
                                    + context.sql().name(missing.role()),
                            "to be run by the owner");
        }
        if (drift instanceof ColumnDrift.Missing missing) {
            return column(missing);
        }
        if (drift instanceof ColumnValueDrift.DefaultMissing missing
                && missing.expectedColumn().columnDefault() instanceof ColumnDefault.Expression expression) {
            return setDefault(missing, expression);
        }
        if (drift instanceof ColumnValueDrift.DefaultDifferent different
                && different.expectedColumn().columnDefault() instanceof ColumnDefault.Expression expression) {
            return setDefault(different, expression);
        }
        return drift instanceof ConstraintDrift.Missing missing ? rule(missing) : unknown();
    }

    private static FixBuilder unknown() {
        return new FixBuilder().noSafeFix(UNKNOWN);
    }

    private FixBuilder table(TableDrift.MissingTable drift) {
        boolean plain = drift.table().kind() == TableKind.TABLE
                && drift.table().columns().stream().allMatch(this::isPlain);
        if (!plain) {
            return unknown();
        }
        ConstraintSql rules = new ConstraintSql(context, drift.where());
        Stream<String> columns =
                drift.table().columns().stream().map(column -> new ColumnSql(column, context.sql()).definition());
        Stream<String> keys = drift.table()
                .constraints(Constraint.Key.class)
                .filter(StandardFixWriter::isPlain)
                .map(rules::definition);
        return new FixBuilder()
                .step(
                        Phase.TABLE,
                        "CREATE TABLE " + context.sql().name(drift.where()) + " (\n    "
                                + Stream.concat(columns, keys).collect(Collectors.joining(",\n    ")) + "\n)",
                        "foreign keys and checks are not part of it");
    }

    private FixBuilder column(ColumnDrift.Missing drift) {
        ColumnSql column = new ColumnSql(drift.column(), context.sql());
        boolean needsValues = column.isRequired() && !column.hasConstantDefault();
        return isPlain(drift.column()) && !needsValues
                ? new FixBuilder()
                        .step(Phase.COLUMN, alter(drift.where()) + " ADD COLUMN " + column.definition(), LOCKS)
                : unknown();
    }

    private boolean isPlain(Column column) {
        boolean numbered = column.identity().generates() && column.identity() != Identity.BY_DEFAULT;
        return new ColumnSql(column, context.sql()).gap().isEmpty()
                && !numbered
                && !column.generation().isComputed();
    }

    private static boolean isPlain(Constraint.Key key) {
        return !key.enforcement().deferrable()
                && !(key instanceof Constraint.UniqueKey unique && unique.nullsNotDistinct());
    }

    private FixBuilder setDefault(ColumnValueDrift drift, ColumnDefault.Expression expression) {
        return new FixBuilder()
                .step(
                        Phase.VALUE,
                        alter(drift.where()) + " ALTER COLUMN " + context.sql().name(drift.name()) + " SET DEFAULT "
                                + context.sql().columnDefault(expression.written()));
    }

    private FixBuilder rule(ConstraintDrift.Missing drift) {
        ConstraintSql text = new ConstraintSql(context, drift.where());
        Optional<Constraint> rule = drift.table().constraints().stream()
                .filter(one -> ConstraintDrift.rule(one).equals(drift.rule()))
                .filter(one ->
                        one instanceof Constraint.ForeignKey || one instanceof Constraint.Key key && isPlain(key))
                .findFirst();
        if (rule.isPresent() && drift.actual().isEmpty()) {
            Phase phase = rule.get() instanceof Constraint.ForeignKey ? Phase.REFERENCE : Phase.KEY;
            return new FixBuilder()
                    .step(
                            phase,
                            alter(drift.where()) + " ADD " + text.definition(rule.get()),
                            LOCKS,
                            Hazards.FAILS_ON_DATA);
        }
        Optional<Index> index = drift.table().indexes().stream()
                .filter(one -> ConstraintDrift.rule(one).equals(drift.rule()))
                .filter(one -> !one.name().isEmpty() && isPlain(one))
                .findFirst();
        return index.map(one -> new FixBuilder().step(Phase.INDEX, text.index(one, false), LOCKS))
                .orElseGet(StandardFixWriter::unknown);
    }

    private static boolean isPlain(Index index) {
        return index.predicate().isEmpty()
                && index.included().isEmpty()
                && !index.nullsNotDistinct()
                && index.parts().stream()
                        .allMatch(part ->
                                part instanceof Index.ColumnPart column && column.nullsFirst() == column.descending());
    }

    private String alter(ObjectName where) {
        return "ALTER TABLE " + context.sql().name(where);
    }
}
