package dev.schemaguard.statements;

import dev.schemaguard.drift.ColumnDrift;
import dev.schemaguard.drift.ColumnFactDrift;
import dev.schemaguard.drift.ColumnValueDrift;
import dev.schemaguard.drift.Effect;
import dev.schemaguard.drift.Kind;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.StatementKind;

/** What the difference of a column does to one access to its table. */
final class ColumnEffects {

    private final TableAccess access;
    private final Schema expected;

    /**
     * The effects on an access.
     *
     * @param expected what is expected, with its types
     */
    ColumnEffects(TableAccess access, Schema expected) {
        this.access = access;
        this.expected = expected;
    }

    /** What becomes of the access. */
    Effect of(ColumnDrift drift) {
        if (drift instanceof ColumnDrift.Missing missing) {
            return missing(missing.name());
        }
        if (drift instanceof ColumnDrift.ExtraRequired extra) {
            return isLeftOut(extra.name()) ? extra.impact().on(access.kind()) : Effect.WORKS;
        }
        if (drift instanceof ColumnValueDrift value) {
            return value(value);
        }
        return fact((ColumnFactDrift) drift);
    }

    /** Who reads all columns gets one less, which the program notices, if it does. */
    private Effect missing(String column) {
        if (access.names(column) || access.everyColumn() && isInsert()) {
            return access.around().contains(column) ? Effect.MAY_FAIL : Effect.FAILS;
        }
        return access.everyColumn() ? Effect.MAY_FAIL : Effect.WORKS;
    }

    private Effect fact(ColumnFactDrift drift) {
        String column = drift.name();
        boolean written = isWritten(column);
        boolean compared = access.compared().contains(column);
        boolean ordered = access.ordered().contains(column);
        boolean read = access.read().contains(column) || access.everyColumn() && !isInsert();
        if (drift instanceof ColumnFactDrift.TypeChanged changed) {
            Effect onWrite = written ? changed.impact().on(access.kind()) : Effect.WORKS;
            Effect onRead =
                    read || ordered ? atMost(Effect.MAY_FAIL, changed.impact().on(StatementKind.SELECT)) : Effect.WORKS;
            return worst(worst(onWrite, onNumber(changed)), worst(compared ? onKey(changed) : Effect.WORKS, onRead));
        }
        if (drift instanceof ColumnFactDrift.OtherCollation collation) {
            Effect onWrite = written ? collation.impact().on(access.kind()) : Effect.WORKS;
            return worst(onWrite, compared || ordered ? Effect.DEGRADED : Effect.WORKS);
        }
        if (drift instanceof ColumnFactDrift.NotNullAdded added) {
            return nullRefused(added, written);
        }
        if (drift instanceof ColumnFactDrift.NotNullMissing) {
            return read || compared || ordered ? Effect.DEGRADED : Effect.WORKS;
        }
        return written ? drift.impact().on(access.kind()) : Effect.WORKS;
    }

    /** What the database gives grows, whoever leaves it out: a number that no more fits is refused. */
    private Effect onNumber(ColumnFactDrift.TypeChanged changed) {
        boolean given = isLeftOut(changed.name()) && changed.actualColumn().isFilledByDatabase();
        return given && changed.kind() == Kind.TYPE_NARROWER ? Effect.MAY_FAIL : Effect.WORKS;
    }

    /** The key of an upsert compares what is written with what is there, so both are of the live type. */
    private Effect onKey(ColumnFactDrift.TypeChanged changed) {
        Effect onKey = changed.impact().on(StatementKind.SELECT);
        if (access.kind() == StatementKind.UPSERT) {
            return atMost(Effect.MAY_FAIL, onKey);
        }
        boolean own = changed.expectedColumn().type() instanceof ColumnType.Named named
                && expected.type(named.name()).isPresent();
        if (onKey != Effect.FAILS && isOfAnotherName(changed)) {
            // What can be stored in the other type need not be comparable with it: jsonb and text (PostgreSQL).
            return Effect.MAY_FAIL;
        }
        // A value of a type that somebody made is compared field by field, and is refused where a field is another.
        return own ? worst(onKey, changed.impact().insert()) : onKey;
    }

    private static boolean isOfAnotherName(ColumnFactDrift.TypeChanged changed) {
        boolean stored = changed.kind() == Kind.TYPE_LOSSY || changed.kind() == Kind.TYPE_NARROWER;
        return stored
                && changed.expectedColumn().type() instanceof ColumnType.Named expected
                && changed.actualColumn().type() instanceof ColumnType.Named actual
                && !expected.name().equals(actual.name());
    }

    /** Whoever leaves the column out of a row writes null to it, unless the database gives a value. */
    private Effect nullRefused(ColumnFactDrift.NotNullAdded drift, boolean written) {
        if (isLeftOut(drift.name())) {
            return drift.actualColumn().isFilledByDatabase() ? Effect.WORKS : Effect.FAILS;
        }
        return written ? Effect.MAY_FAIL : Effect.WORKS;
    }

    private Effect value(ColumnValueDrift drift) {
        if (drift instanceof ColumnValueDrift.GeneratedAlways computed) {
            Effect written = computed.refused() ? Effect.FAILS : Effect.DEGRADED;
            return isWritten(drift.name()) ? written : Effect.WORKS;
        }
        if (drift instanceof ColumnValueDrift.OnUpdateDifferent) {
            boolean updates = access.kind() == StatementKind.UPDATE || access.kind() == StatementKind.UPSERT;
            return updates && !access.written().contains(drift.name()) ? Effect.DEGRADED : Effect.WORKS;
        }
        if (!isLeftOut(drift.name())) {
            return Effect.WORKS;
        }
        boolean needed = needsValue(drift.actualColumn());
        if (drift instanceof ColumnValueDrift.IdentityMissing identity) {
            return identity.mayBeFilled() ? Effect.MAY_FAIL : needed ? Effect.FAILS : Effect.DEGRADED;
        }
        return drift instanceof ColumnValueDrift.DefaultMissing && needed ? Effect.FAILS : Effect.DEGRADED;
    }

    private static boolean needsValue(Column live) {
        return live.nullability() == Nullability.NOT_NULL && !live.isFilledByDatabase();
    }

    private boolean isLeftOut(String column) {
        return isInsert() && !access.everyColumn() && !access.written().contains(column);
    }

    private boolean isWritten(String column) {
        return access.written().contains(column) || access.everyColumn() && isInsert();
    }

    private boolean isInsert() {
        return access.kind() == StatementKind.INSERT || access.kind() == StatementKind.UPSERT;
    }

    static Effect atMost(Effect bound, Effect effect) {
        return effect.compareTo(bound) > 0 ? bound : effect;
    }

    static Effect worst(Effect one, Effect other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
