package dev.schemaguard.statements;

import dev.schemaguard.drift.ColumnDrift;
import dev.schemaguard.drift.ColumnFactDrift;
import dev.schemaguard.drift.ColumnValueDrift;
import dev.schemaguard.drift.Effect;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.StatementKind;
import java.util.Set;

/** What the difference of a column does to one access to its table. */
final class ColumnEffects {

    private final TableAccess access;
    private final Set<String> unresolved;
    private final Schema expected;

    /**
     * The effects on an access.
     *
     * @param unresolved names in the statement of which it is not known whose columns they are
     * @param expected what is expected, with its types
     */
    ColumnEffects(TableAccess access, Set<String> unresolved, Schema expected) {
        this.access = access;
        this.unresolved = unresolved;
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
            return Effect.FAILS;
        }
        return access.everyColumn() || unresolved.contains(column) ? Effect.MAY_FAIL : Effect.WORKS;
    }

    private Effect fact(ColumnFactDrift drift) {
        String column = drift.name();
        boolean written = isWritten(column);
        boolean compared = access.compared().contains(column);
        boolean read = access.read().contains(column) || access.everyColumn() && !isInsert();
        if (drift instanceof ColumnFactDrift.TypeChanged changed) {
            Effect onWrite = written ? changed.impact().on(access.kind()) : Effect.WORKS;
            Effect onRead = read ? atMost(Effect.MAY_FAIL, changed.impact().on(StatementKind.SELECT)) : Effect.WORKS;
            return worst(onWrite, worst(compared ? onKey(changed) : Effect.WORKS, onRead));
        }
        if (drift instanceof ColumnFactDrift.OtherCollation collation) {
            Effect onWrite = written ? collation.impact().on(access.kind()) : Effect.WORKS;
            return worst(onWrite, compared ? Effect.DEGRADED : Effect.WORKS);
        }
        if (drift instanceof ColumnFactDrift.NotNullAdded added) {
            return nullRefused(added, written);
        }
        if (drift instanceof ColumnFactDrift.NotNullMissing) {
            return read || compared ? Effect.DEGRADED : Effect.WORKS;
        }
        return written ? drift.impact().on(access.kind()) : Effect.WORKS;
    }

    /** The key of an upsert compares what is written with what is there, so both are of the live type. */
    private Effect onKey(ColumnFactDrift.TypeChanged changed) {
        Effect onKey = changed.impact().on(StatementKind.SELECT);
        if (access.kind() == StatementKind.UPSERT) {
            return atMost(Effect.MAY_FAIL, onKey);
        }
        boolean own = changed.expectedColumn().type() instanceof ColumnType.Named named
                && expected.type(named.name()).isPresent();
        // A value of a type that somebody made is compared field by field, and is refused where a field is another.
        return own ? worst(onKey, changed.impact().insert()) : onKey;
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

    private static Effect atMost(Effect bound, Effect effect) {
        return effect.compareTo(bound) > 0 ? bound : effect;
    }

    private static Effect worst(Effect one, Effect other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
