package dev.schemaguard.statements;

import dev.schemaguard.drift.AccessDrift;
import dev.schemaguard.drift.ColumnDrift;
import dev.schemaguard.drift.ConstraintDrift;
import dev.schemaguard.drift.Drift;
import dev.schemaguard.drift.Effect;
import dev.schemaguard.drift.LabelDrift;
import dev.schemaguard.drift.ObjectDrift;
import dev.schemaguard.drift.PartitionDrift;
import dev.schemaguard.drift.SchemaDrift;
import dev.schemaguard.drift.TableDrift;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.StatementKind;
import java.util.Optional;

/**
 * What a drift does to one statement, for it is known which tables and columns that uses. The statement's names are those of the
 * expectation.
 */
public final class StatementEffects {

    private StatementEffects() {}

    /** The gravest effect on the statement, with the kind of access that meets it; empty where the drift is none of its business. */
    public static Optional<Met> of(Drift drift, StatementUse use) {
        Optional<Met> gravest = Optional.empty();
        for (TableAccess access : use.accesses()) {
            Effect effect = onAccess(drift, access, use);
            if (effect != Effect.WORKS
                    && gravest.filter(met -> met.effect().compareTo(effect) >= 0)
                            .isEmpty()) {
                gravest = Optional.of(new Met(access.kind(), effect));
            }
        }
        return gravest.or(() -> onObjects(drift, use));
    }

    private static Effect onAccess(Drift drift, TableAccess access, StatementUse use) {
        if (drift instanceof ColumnDrift column) {
            return isAbout(access, column.table().name())
                    ? ColumnEffects.of(column, access, use.unresolved())
                    : Effect.WORKS;
        }
        if (drift instanceof ConstraintDrift constraint) {
            return isAbout(access, constraint.table().name()) ? ConstraintEffects.of(constraint, access) : Effect.WORKS;
        }
        if (drift instanceof PartitionDrift part) {
            boolean meant = isAbout(access, part.table().name())
                    || isAbout(access, part.whole().name());
            return meant ? part.impact().on(access.kind()) : Effect.WORKS;
        }
        if (drift instanceof TableDrift table) {
            return isAbout(access, table.table().name()) ? TableEffects.of(table, access) : Effect.WORKS;
        }
        if (drift instanceof LabelDrift label) {
            return onLabel(label, access);
        }
        if (drift instanceof AccessDrift.UnusableSchema schema) {
            return schema.tables().stream().anyMatch(table -> isAbout(access, table.name()))
                    ? Effect.FAILS
                    : Effect.WORKS;
        }
        if (drift instanceof AccessDrift.LockedNumber number) {
            return isAbout(access, number.table().name()) && !access.written().contains(number.column())
                    ? number.impact().on(access.kind())
                    : Effect.WORKS;
        }
        return drift instanceof SchemaDrift.EmptySchema empty && isIn(access, empty.schema())
                ? Effect.FAILS
                : Effect.WORKS;
    }

    /** A label of an enum with a name of its own may be written to any column of it; which those are is not known here. */
    private static Effect onLabel(LabelDrift drift, TableAccess access) {
        Optional<String> column = drift.listed().column();
        if (column.isEmpty()
                || !access.table().name().equals(drift.listed().where().name())) {
            return Effect.WORKS;
        }
        boolean used = access.names(column.get()) || access.everyColumn();
        return used ? drift.impact().on(access.kind()) : Effect.WORKS;
    }

    /** Sequences and types are named by themselves, wherever they stand in the statement. */
    private static Optional<Met> onObjects(Drift drift, StatementUse use) {
        boolean named = drift instanceof ObjectDrift object && names(use, object.where())
                || drift instanceof AccessDrift.LockedSequence locked && names(use, locked.where());
        if (!named) {
            return Optional.empty();
        }
        StatementKind kind = use.accesses().isEmpty()
                ? StatementKind.SELECT
                : use.accesses().get(0).kind();
        Effect effect = drift instanceof ObjectDrift.IncrementDifferent ? Effect.MAY_FAIL : Effect.FAILS;
        return Optional.of(new Met(kind, effect));
    }

    private static boolean names(StatementUse use, ObjectName object) {
        return use.sequences().stream().anyMatch(name -> isSame(name, object))
                || use.types().stream().anyMatch(name -> isSame(name, object));
    }

    private static boolean isAbout(TableAccess access, ObjectName table) {
        return isSame(access.table(), table);
    }

    private static boolean isIn(TableAccess access, String schema) {
        return !access.table().isQualified() || access.table().schema().equals(schema);
    }

    /** A name without a schema is looked for along the search path, and there the other one is. */
    private static boolean isSame(ObjectName one, ObjectName other) {
        return one.name().equals(other.name())
                && (!one.isQualified() || !other.isQualified() || one.schema().equals(other.schema()));
    }

    /**
     * What a statement meets.
     *
     * @param kind what it does to the table in question
     * @param effect what becomes of it
     */
    public record Met(StatementKind kind, Effect effect) {}
}
