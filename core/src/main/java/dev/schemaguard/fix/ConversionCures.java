package dev.schemaguard.fix;

import dev.schemaguard.diff.ColumnFactDrift;
import dev.schemaguard.diff.TypeFit;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Identity;
import dev.schemaguard.model.ObjectName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gives a column the expected type, if no value is lost by it. */
final class ConversionCures {

    private static final String NOT_ADDITIVE = "another type for a column that is there is no addition";
    private static final String SWAP =
            "on a large table rather add a column of the new type, fill it in batches and swap" + " the names";

    private static final List<Set<String>> FAMILIES = List.of(
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision"),
            Set.of("text", "varchar", "char", "bpchar", "citext", "name"),
            Set.of("timestamp", "timestamptz", "date"),
            Set.of("json", "jsonb"),
            Set.of("bit", "varbit"),
            Set.of("inet", "cidr"));

    private final Ground ground;

    ConversionCures(Ground ground) {
        this.ground = ground;
    }

    Recipe changed(ColumnFactDrift.TypeChanged drift) {
        if (!(drift.expectedColumn().type() instanceof ColumnType.Named wanted)
                || !(drift.actualColumn().type() instanceof ColumnType.Named found)) {
            return new Recipe().noSafeFix("one of the types is not known");
        }
        if (isRedefined(wanted, found)) {
            return new Recipe().noSafeFix("the type `" + wanted + "` itself is another; alter it where it is defined");
        }
        Optional<ColumnFactDrift.TypeChanged> inherited = inherited(drift);
        if (inherited.isPresent()) {
            return changed(inherited.get());
        }
        boolean view = ground.liveTable(drift.where())
                .filter(table -> !table.kind().holdsRows())
                .isPresent();
        if (view) {
            return new Recipe().noSafeFix("a view or foreign table stands for the table; change its definition");
        }
        Recipe recipe = new Recipe().notAdditive(NOT_ADDITIVE);
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
        if (isCatalogOnly(found, wanted)) {
            return recipe.step(Phase.CONVERSION, sql, Hazards.BRIEF_LOCK, "no rewrite");
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

    private Optional<ColumnFactDrift.TypeChanged> inherited(ColumnFactDrift.TypeChanged drift) {
        return ground.heirloom(drift.where(), drift.name()).flatMap(parent -> {
            ObjectName where = ground.placed(parent.name());
            return ground.liveTable(where)
                    .flatMap(live -> live.column(drift.name()))
                    .map(live -> new ColumnFactDrift.TypeChanged(
                            parent, where, parent.column(drift.name()).orElseThrow(), live, drift.fit()));
        });
    }

    /** Other rules of comparing need every index of the column anew. */
    Recipe collation(ColumnFactDrift.OtherCollation drift) {
        if (!(drift.actualColumn().type() instanceof ColumnType.Named found)) {
            return new Recipe().noSafeFix("the type of the column is not known");
        }
        String collation = drift.expectedColumn().collation().orElse("default");
        return new Recipe()
                .notAdditive(NOT_ADDITIVE)
                .step(
                        Phase.CONVERSION,
                        table(drift) + "ALTER COLUMN " + ground.sql().name(drift.name()) + " TYPE "
                                + ground.sql().type(found) + " COLLATE "
                                + ground.sql().name(collation),
                        "rebuilds every index of the column under an ACCESS EXCLUSIVE lock",
                        "rows are sorted in another order from then on, for the running release too");
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
        return text || document ? TypeFit.WIDER : TypeFit.between(found, ground.live(), wanted, ground.expected());
    }

    private String alter(ColumnFactDrift drift, ColumnType.Named wanted, ColumnType.Named found) {
        Spelling sql = ground.sql();
        String column = "ALTER COLUMN " + sql.name(drift.name()) + " ";
        Column live = drift.actualColumn();
        String type = column + "TYPE " + sql.type(wanted);
        if (live.generation().isComputed()) {
            return table(drift) + type;
        }
        String using = " USING " + using(sql.name(drift.name()), wanted, found);
        boolean defaulted =
                live.columnDefault() instanceof ColumnDefault.Expression && live.identity() != Identity.SERIAL;
        if (!defaulted) {
            return table(drift) + type + using;
        }
        ColumnDefault kept = drift.expectedColumn().columnDefault() instanceof ColumnDefault.Expression expected
                ? expected
                : live.columnDefault();
        return table(drift) + column + "DROP DEFAULT, " + type + using + ", " + column + "SET DEFAULT " + kept;
    }

    private String table(ColumnFactDrift drift) {
        return "ALTER TABLE " + ground.sql().name(drift.where()) + " ";
    }

    private String using(String column, ColumnType.Named wanted, ColumnType.Named found) {
        String type = ground.sql().type(wanted);
        if (wanted.array() && !found.array()) {
            return "ARRAY[" + using(column, wanted.element(), found) + "]::" + type;
        }
        if (isOneFamily(wanted, found)) {
            // The cast of an assignment refuses what is too long, an explicit one would cut it (manual, 8.3).
            return column;
        }
        boolean truth = found.equals(ColumnType.of("boolean"))
                && FAMILIES.get(0).contains(wanted.name().name());
        return truth ? column + "::integer::" + type : column + "::text::" + type;
    }

    private static boolean isOneFamily(ColumnType.Named wanted, ColumnType.Named found) {
        return wanted.array() == found.array()
                && (wanted.name().equals(found.name())
                        || FAMILIES.stream()
                                .anyMatch(
                                        family -> family.contains(wanted.name().name())
                                                && family.contains(found.name().name())));
    }

    /** What the server does without a look at the rows: longer varchar, text, more digits before the point (manual, ALTER TABLE). */
    private static boolean isCatalogOnly(ColumnType.Named found, ColumnType.Named wanted) {
        String from = found.name().name();
        String to = wanted.name().name();
        if (found.array() || wanted.array()) {
            return false;
        }
        boolean longer = wanted.modifier() instanceof ColumnType.Modifier.None
                || number(wanted, 0) >= number(found, 0) && number(wanted, 1) == number(found, 1);
        return switch (from) {
            case "varchar" -> to.equals("text") || to.equals("varchar") && longer;
            case "text" -> to.equals("varchar") && wanted.modifier() instanceof ColumnType.Modifier.None;
            case "numeric", "varbit", "time", "timestamp", "timestamptz", "timetz" -> to.equals(from) && longer;
            case "cidr" -> to.equals("inet");
            default -> false;
        };
    }

    private static int number(ColumnType.Named type, int index) {
        if (type.modifier() instanceof ColumnType.Modifier.Of of
                && of.arguments().size() > index
                && of.arguments().get(index).matches("[0-9]{1,9}")) {
            return Integer.parseInt(of.arguments().get(index));
        }
        return 0;
    }
}
