package dev.schemaguard.database.postgres.fix;

import dev.schemaguard.database.postgres.type.PostgresTypeRules;
import dev.schemaguard.diff.TypeRules;
import dev.schemaguard.drift.ColumnFactDrift;
import dev.schemaguard.drift.TypeFit;
import dev.schemaguard.fix.FixBuilder;
import dev.schemaguard.fix.FixContext;
import dev.schemaguard.fix.Hazards;
import dev.schemaguard.fix.Phase;
import dev.schemaguard.fix.SqlWriter;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Identity;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Table;
import java.util.Optional;

/** Gives a column the expected type, if no value is lost by it. */
final class ConversionFixes {

    private static final TypeRules TYPES = new PostgresTypeRules();

    private static final String NOT_ADDITIVE = "another type for a column that is there is no addition";

    /** How PostgreSQL names the collation that a type has by itself. */
    private static final String TYPE_S_OWN = "default";

    private static final String SWAP =
            "on a large table rather add a column of the new type, fill it in batches and swap" + " the names";

    private static final String INDEXES = "rebuilds every index of the column under an ACCESS EXCLUSIVE lock";

    private final FixContext context;

    ConversionFixes(FixContext context) {
        this.context = context;
    }

    FixBuilder changed(ColumnFactDrift.TypeChanged drift) {
        if (!(drift.expectedColumn().type() instanceof ColumnType.Named wanted)
                || !(drift.actualColumn().type() instanceof ColumnType.Named found)) {
            return new FixBuilder().noSafeFix("one of the types is not known");
        }
        if (isRedefined(wanted, found)) {
            return new FixBuilder()
                    .noSafeFix("the type `" + wanted + "` itself is another; alter it where it is defined");
        }
        Optional<InheritedColumn> inherited = inheritedFrom(drift);
        if (inherited.isPresent()) {
            InheritedColumn own = inherited.get();
            return changed(
                    new ColumnFactDrift.TypeChanged(own.table(), own.where(), own.expected(), own.live(), drift.fit()));
        }
        boolean view = context.liveTable(drift.where())
                .filter(table -> !table.kind().holdsRows())
                .isPresent();
        if (view) {
            return new FixBuilder().noSafeFix("a view or foreign table stands for the table; change its definition");
        }
        Conversion conversion = new Conversion(found, wanted, context.sql());
        if (!conversion.isKnown()) {
            return new FixBuilder()
                    .noSafeFix("no conversion of " + found + " into " + wanted + " is known; ALTER COLUMN ... TYPE ..."
                            + " USING needs the one that these values have");
        }
        FixBuilder recipe = new FixBuilder().notAdditive(NOT_ADDITIVE);
        String sql = alter(drift, wanted, found);
        TypeFit back = survival(found, wanted);
        if (!survives(back)) {
            return recipe.noSafeFix("values that " + found + " holds may not survive as " + wanted)
                    .destructive(
                            Phase.CONVERSION,
                            sql,
                            back == TypeFit.LOSSY ? Hazards.DATA_LOSS : Hazards.FAILS_ON_CONVERSION,
                            Hazards.REWRITE,
                            SWAP);
        }
        if (conversion.isCatalogOnly()) {
            boolean sorted = drift.expectedColumn().collation().isPresent()
                    && !drift.expectedColumn()
                            .collation()
                            .equals(drift.actualColumn().collation());
            return recipe.step(Phase.CONVERSION, sql, sorted ? INDEXES : Hazards.BRIEF_LOCK, "no rewrite");
        }
        return back.compareTo(TypeFit.LOSSY) < 0
                ? recipe.step(Phase.CONVERSION, sql, Hazards.REWRITE, SWAP)
                : recipe.step(Phase.CONVERSION, sql, Hazards.REWRITE, Hazards.FAILS_ON_CONVERSION, SWAP);
    }

    /** One name on both sides that stands for two types. */
    private static boolean isRedefined(ColumnType.Named wanted, ColumnType.Named found) {
        return wanted.name().name().equals(found.name().name())
                && wanted.array() == found.array()
                && wanted.modifier().equals(found.modifier());
    }

    /**
     * A column where it is inherited from.
     *
     * @param table the table of the expectation
     * @param where the table of the database
     * @param expected the column as it is expected there
     * @param live the column as it is there
     */
    private record InheritedColumn(Table table, ObjectName where, Column expected, Column live) {}

    private Optional<InheritedColumn> inheritedFrom(ColumnFactDrift drift) {
        return context.inheritedFrom(drift.where(), drift.name()).flatMap(parent -> {
            ObjectName where = context.placed(parent.name());
            return context.liveTable(where)
                    .flatMap(live -> live.column(drift.name()))
                    .map(live -> new InheritedColumn(
                            parent, where, parent.column(drift.name()).orElseThrow(), live));
        });
    }

    /** Other rules of comparing need every index of the column anew. */
    FixBuilder collation(ColumnFactDrift.OtherCollation drift) {
        if (!(drift.actualColumn().type() instanceof ColumnType.Named found)) {
            return new FixBuilder().noSafeFix("the type of the column is not known");
        }
        Optional<InheritedColumn> inherited = inheritedFrom(drift);
        if (inherited.isPresent()) {
            InheritedColumn own = inherited.get();
            return collation(new ColumnFactDrift.OtherCollation(
                    own.table(), own.where(), own.expected(), own.live(), drift.loose()));
        }
        TypeFit fit = TYPES.fit(
                drift.expectedColumn().type(),
                context.expected(),
                drift.actualColumn().type(),
                context.live());
        if (isCaseless(found) || fit.compareTo(TypeFit.WIDER) > 0) {
            // The expected type brings its collation with it; one after the other they would undo each other.
            return changed(new ColumnFactDrift.TypeChanged(
                    drift.table(), drift.where(), drift.expectedColumn(), drift.actualColumn(), fit));
        }
        String collation = drift.expectedColumn().collation().orElse(TYPE_S_OWN);
        return new FixBuilder()
                .notAdditive(NOT_ADDITIVE)
                .step(
                        Phase.CONVERSION,
                        table(drift) + "ALTER COLUMN " + context.sql().name(drift.name()) + " TYPE "
                                + context.sql().type(found) + collate(collation),
                        INDEXES,
                        "rows are sorted in another order from then on, for the running release too");
    }

    private String collate(String collation) {
        return " COLLATE " + context.sql().name(collation);
    }

    /** The rules of citext are in the type, whatever the collation (manual, F.9). */
    private static boolean isCaseless(ColumnType.Named type) {
        return type.name().name().equals("citext");
    }

    /** Whether the column can get the expected type and every value that it may hold stays what it is. */
    boolean isSafe(ColumnFactDrift drift) {
        return !(drift.expectedColumn().type() instanceof ColumnType.Named wanted)
                || !(drift.actualColumn().type() instanceof ColumnType.Named found)
                || survives(survival(found, wanted));
    }

    private static boolean survives(TypeFit back) {
        return back != TypeFit.LOSSY && back != TypeFit.NARROWER;
    }

    /** How the expected type would serve those who wrote the values that are there. Text says all that a value says. */
    private TypeFit survival(ColumnType.Named found, ColumnType.Named wanted) {
        boolean text = wanted.equals(ColumnType.of("text")) || wanted.equals(ColumnType.of("varchar"));
        boolean document = found.equals(ColumnType.of("jsonb")) && wanted.equals(ColumnType.of("json"));
        return text || document ? TypeFit.WIDER : TYPES.fit(found, context.live(), wanted, context.expected());
    }

    private String alter(ColumnFactDrift drift, ColumnType.Named wanted, ColumnType.Named found) {
        SqlWriter sql = context.sql();
        String column = "ALTER COLUMN " + sql.name(drift.name()) + " ";
        Column live = drift.actualColumn();
        String collation = drift.expectedColumn()
                .collation()
                .filter(name -> !name.equals(TYPE_S_OWN))
                .map(this::collate)
                .orElse("");
        String type = column + "TYPE " + sql.type(wanted) + collation;
        if (live.generation().isComputed()) {
            return table(drift) + type;
        }
        String using = " USING " + new Conversion(found, wanted, sql).of(sql.name(drift.name()));
        boolean defaulted =
                live.columnDefault() instanceof ColumnDefault.Expression && live.identity() != Identity.SERIAL;
        if (!defaulted) {
            return table(drift) + type + using;
        }
        ColumnDefault kept = drift.expectedColumn().columnDefault() instanceof ColumnDefault.Expression expected
                ? expected
                : live.columnDefault();
        return table(drift) + column + "DROP DEFAULT, " + type + using + ", " + column + "SET DEFAULT "
                + sql.columnDefault(kept.toString());
    }

    private String table(ColumnFactDrift drift) {
        return "ALTER TABLE " + context.sql().name(drift.where()) + " ";
    }
}
