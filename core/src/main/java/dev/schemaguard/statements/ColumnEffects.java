package dev.schemaguard.statements;

import dev.schemaguard.drift.ColumnDrift;
import dev.schemaguard.drift.ColumnFactDrift;
import dev.schemaguard.drift.ColumnValueDrift;
import dev.schemaguard.drift.Effect;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.StatementKind;
import java.util.Set;

/** What the difference of a column does to one access to its table. */
final class ColumnEffects {

    private ColumnEffects() {}

    /**
     * What becomes of the access.
     *
     * @param unresolved names in the statement of which it is not known whose columns they are
     */
    static Effect of(ColumnDrift drift, TableAccess access, Set<String> unresolved) {
        if (drift instanceof ColumnDrift.Missing missing) {
            return missing(missing.name(), access, unresolved);
        }
        if (drift instanceof ColumnDrift.ExtraRequired extra) {
            return isLeftOut(extra.name(), access) ? extra.impact().on(access.kind()) : Effect.WORKS;
        }
        if (drift instanceof ColumnValueDrift value) {
            return value(value, access);
        }
        return fact((ColumnFactDrift) drift, access);
    }

    /** Who reads all columns gets one less, which the program notices, if it does. */
    private static Effect missing(String column, TableAccess access, Set<String> unresolved) {
        if (access.names(column) || access.everyColumn() && isInsert(access)) {
            return Effect.FAILS;
        }
        return access.everyColumn() || unresolved.contains(column) ? Effect.MAY_FAIL : Effect.WORKS;
    }

    private static Effect fact(ColumnFactDrift drift, TableAccess access) {
        String column = drift.name();
        boolean written = isWritten(column, access);
        boolean compared = access.compared().contains(column);
        boolean read = access.read().contains(column) || access.everyColumn() && !isInsert(access);
        if (drift instanceof ColumnFactDrift.TypeChanged changed) {
            Effect onWrite = written ? changed.impact().on(access.kind()) : Effect.WORKS;
            Effect onKey = compared ? changed.impact().on(StatementKind.SELECT) : Effect.WORKS;
            Effect onRead = read ? atMost(Effect.MAY_FAIL, changed.impact().on(StatementKind.SELECT)) : Effect.WORKS;
            return worst(onWrite, worst(onKey, onRead));
        }
        if (drift instanceof ColumnFactDrift.OtherCollation collation) {
            Effect onWrite = written ? collation.impact().on(access.kind()) : Effect.WORKS;
            return worst(onWrite, compared ? Effect.DEGRADED : Effect.WORKS);
        }
        if (drift instanceof ColumnFactDrift.NotNullAdded added) {
            return nullRefused(added, access, written);
        }
        if (drift instanceof ColumnFactDrift.NotNullMissing) {
            return read || compared ? Effect.DEGRADED : Effect.WORKS;
        }
        return written ? drift.impact().on(access.kind()) : Effect.WORKS;
    }

    /** Whoever leaves the column out of a row writes null to it, unless the database gives a value. */
    private static Effect nullRefused(ColumnFactDrift.NotNullAdded drift, TableAccess access, boolean written) {
        if (isLeftOut(drift.name(), access)) {
            return drift.actualColumn().isFilledByDatabase() ? Effect.WORKS : Effect.FAILS;
        }
        return written ? Effect.MAY_FAIL : Effect.WORKS;
    }

    private static Effect value(ColumnValueDrift drift, TableAccess access) {
        if (drift instanceof ColumnValueDrift.GeneratedAlways) {
            return isWritten(drift.name(), access) ? Effect.FAILS : Effect.WORKS;
        }
        if (drift instanceof ColumnValueDrift.OnUpdateDifferent) {
            boolean updates = access.kind() == StatementKind.UPDATE || access.kind() == StatementKind.UPSERT;
            return updates && !access.written().contains(drift.name()) ? Effect.DEGRADED : Effect.WORKS;
        }
        if (!isLeftOut(drift.name(), access)) {
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

    private static boolean isLeftOut(String column, TableAccess access) {
        return isInsert(access) && !access.everyColumn() && !access.written().contains(column);
    }

    private static boolean isWritten(String column, TableAccess access) {
        return access.written().contains(column) || access.everyColumn() && isInsert(access);
    }

    private static boolean isInsert(TableAccess access) {
        return access.kind() == StatementKind.INSERT || access.kind() == StatementKind.UPSERT;
    }

    private static Effect atMost(Effect bound, Effect effect) {
        return effect.compareTo(bound) > 0 ? bound : effect;
    }

    private static Effect worst(Effect one, Effect other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
