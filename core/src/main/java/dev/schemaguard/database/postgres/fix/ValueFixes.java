package dev.schemaguard.database.postgres.fix;

import dev.schemaguard.drift.ColumnFactDrift;
import dev.schemaguard.drift.ColumnValueDrift;
import dev.schemaguard.fix.ColumnSql;
import dev.schemaguard.fix.FixBuilder;
import dev.schemaguard.fix.FixContext;
import dev.schemaguard.fix.Hazards;
import dev.schemaguard.fix.Phase;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.Generation;
import dev.schemaguard.model.Identity;
import dev.schemaguard.model.ObjectName;
import java.util.Optional;

/** Gives columns the default, the number or the computation that the release relies on. */
final class ValueFixes {

    private static final String NOT_ADDITIVE =
            "another default would be stored by the running release too, and a sync only adds";

    private static final String OTHER_TYPE =
            "the column has another type, which people have to decide about first; the default comes after that";

    private final FixContext context;
    private final ObjectFixes objects;
    private final NullFixes nulls;
    private final ConversionFixes conversions;

    ValueFixes(FixContext context, ObjectFixes objects, NullFixes nulls, ConversionFixes conversions) {
        this.context = context;
        this.objects = objects;
        this.nulls = nulls;
        this.conversions = conversions;
    }

    FixBuilder defaultMissing(ColumnValueDrift.DefaultMissing drift) {
        FixBuilder recipe = new FixBuilder();
        if (drift.expectedColumn().generation().isComputed()) {
            return computeAnew(recipe, drift);
        }
        if (!conversions.isSafe(drift)) {
            return recipe.noSafeFix(OTHER_TYPE);
        }
        objects.sequenceBehind(recipe, drift.expectedColumn(), drift.where());
        return recipe.add(Phase.VALUE, setDefault(drift), Hazards.BRIEF_LOCK);
    }

    FixBuilder defaultDifferent(ColumnValueDrift.DefaultDifferent drift) {
        FixBuilder recipe = new FixBuilder();
        if (drift.expectedColumn().generation().isComputed()) {
            return computeAnew(recipe, drift);
        }
        if (!conversions.isSafe(drift)) {
            return recipe.noSafeFix(OTHER_TYPE);
        }
        objects.sequenceBehind(recipe, drift.expectedColumn(), drift.where());
        return recipe.step(Phase.VALUE, setDefault(drift), Hazards.BRIEF_LOCK).notAdditive(NOT_ADDITIVE);
    }

    private String setDefault(ColumnFactDrift drift) {
        return alterColumn(drift) + " SET DEFAULT "
                + context.sql()
                        .columnDefault(drift.expectedColumn().columnDefault().toString());
    }

    /** No statement before PostgreSQL 17 makes an ordinary column a computed one, or gives it another expression. */
    private FixBuilder computeAnew(FixBuilder recipe, ColumnFactDrift drift) {
        ColumnSql column = new ColumnSql(drift.expectedColumn(), context.sql());
        if (column.gap().isPresent()) {
            return recipe.noSafeFix(column.gap().get());
        }
        String table = "ALTER TABLE " + context.sql().name(drift.where());
        return recipe.noSafeFix(
                        "a computation can only be had with the column anew, which drops it with its values, indexes"
                                + " and privileges")
                .destructive(
                        Phase.VALUE,
                        table + " DROP COLUMN " + context.sql().name(drift.name()),
                        Hazards.DATA_LOSS,
                        "fails where a view or another object needs the column")
                .destructive(Phase.VALUE, table + " ADD COLUMN " + column.definition(), Hazards.REWRITE);
    }

    FixBuilder identityMissing(ColumnValueDrift.IdentityMissing drift) {
        Column expected = drift.expectedColumn();
        FixBuilder recipe =
                new FixBuilder().notAdditive("it must begin past the highest number, and a sync reads no rows");
        String table = context.sql().name(drift.where());
        String name = context.sql().name(drift.name());
        if (drift.actualColumn().columnDefault() instanceof ColumnDefault.Expression) {
            recipe.step(Phase.VALUE, alterColumn(drift) + " DROP DEFAULT", Hazards.BRIEF_LOCK);
        }
        Optional<ObjectName> sequence = context.sequenceOf(expected.columnDefault());
        if (sequence.isPresent()) {
            return fromSequence(recipe, drift, sequence.get());
        }
        nulls.requireForIdentity(recipe, drift.where(), drift.actualColumn());
        String kind = expected.identity() == Identity.ALWAYS ? "ALWAYS" : "BY DEFAULT";
        String behind = "pg_get_serial_sequence(" + context.sql().literal(table) + ", "
                + context.sql().literal(drift.name()) + ")";
        return recipe.step(
                        Phase.VALUE, alterColumn(drift) + " ADD GENERATED " + kind + " AS IDENTITY", Hazards.BRIEF_LOCK)
                .step(
                        Phase.VALUE,
                        advance(behind, name, table),
                        "inserts before it meet numbers that are taken: run it in one transaction with the statement"
                                + " before");
    }

    private FixBuilder fromSequence(FixBuilder recipe, ColumnValueDrift.IdentityMissing drift, ObjectName sequence) {
        objects.sequenceBehind(recipe, drift.expectedColumn(), drift.where());
        recipe.step(Phase.VALUE, setDefault(drift), Hazards.BRIEF_LOCK);
        objects.ownSequence(recipe, drift.expectedColumn(), drift.where());
        ObjectName placed = context.live()
                .sequence(sequence)
                .map(found -> found.name())
                .orElse(sequence.in(drift.where().schema()));
        return recipe.step(
                Phase.VALUE,
                advance(
                        context.sql().literal(context.sql().name(placed)),
                        context.sql().name(drift.name()),
                        context.sql().name(drift.where())),
                "rows that are written meanwhile may take the same numbers: stop writes, or run it again");
    }

    private static String advance(String sequence, String column, String table) {
        return "SELECT setval(" + sequence + ", coalesce(max(" + column + "), 0)::bigint + 1, false) FROM " + table;
    }

    FixBuilder generatedAlways(ColumnValueDrift.GeneratedAlways drift) {
        if (drift.actualColumn().identity() == Identity.ALWAYS) {
            return new FixBuilder()
                    .step(Phase.VALUE, alterColumn(drift) + " SET GENERATED BY DEFAULT", Hazards.BRIEF_LOCK);
        }
        if (!(drift.actualColumn().generation() instanceof Generation.Stored)) {
            return new FixBuilder().noSafeFix("a column that is computed when it is read holds no values to keep");
        }
        FixBuilder recipe = new FixBuilder()
                .step(
                        Phase.VALUE,
                        alterColumn(drift) + " DROP EXPRESSION",
                        Hazards.BRIEF_LOCK,
                        "the values stay, and no new row is computed: a release that leaves the column out stores null");
        return drift.expectedColumn().columnDefault() instanceof ColumnDefault.Expression
                ? recipe.step(Phase.VALUE, setDefault(drift), Hazards.BRIEF_LOCK)
                : recipe;
    }

    private String alterColumn(ColumnFactDrift drift) {
        return "ALTER TABLE " + context.sql().name(drift.where()) + " ALTER COLUMN "
                + context.sql().name(drift.name());
    }
}
