package dev.schemaguard.statements;

import dev.schemaguard.drift.AccessDrift;
import dev.schemaguard.drift.ColumnDrift;
import dev.schemaguard.drift.ConstraintDrift;
import dev.schemaguard.drift.DoubtfulGrants;
import dev.schemaguard.drift.Drift;
import dev.schemaguard.drift.Effect;
import dev.schemaguard.drift.LabelDrift;
import dev.schemaguard.drift.ObjectDrift;
import dev.schemaguard.drift.PartitionDrift;
import dev.schemaguard.drift.SchemaDrift;
import dev.schemaguard.drift.TableDrift;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.StatementKind;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a drift does to one statement, for it is known which tables and columns that uses. The statement's names are those of the
 * expectation.
 */
public final class StatementEffects {

    private final Drift drift;
    private final StatementUse use;
    private final Schema expected;

    private StatementEffects(Drift drift, StatementUse use, Schema expected) {
        this.drift = drift;
        this.use = use;
        this.expected = expected;
    }

    /**
     * The gravest effect on the statement, with the kind of access that meets it; empty where the drift is none of its business.
     *
     * @param expected what the drift differs from
     */
    public static Optional<Met> of(Drift drift, StatementUse use, Schema expected) {
        return new StatementEffects(drift, use, expected).met();
    }

    private Optional<Met> met() {
        Optional<Met> gravest = Optional.empty();
        for (TableAccess access : use.accesses()) {
            Effect effect = on(access);
            if (effect != Effect.WORKS
                    && gravest.filter(met -> met.effect().compareTo(effect) >= 0)
                            .isEmpty()) {
                gravest = Optional.of(new Met(access.kind(), effect));
            }
        }
        return gravest.or(this::onObjects);
    }

    private Effect on(TableAccess access) {
        if (drift instanceof ColumnDrift column) {
            return isAbout(access, column.table().name()) ? onColumn(access, column) : Effect.WORKS;
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
        return drift instanceof AccessDrift denied ? onDenied(denied, access) : onSchema(access);
    }

    /** A column that is perhaps another table's may be met. */
    private Effect onColumn(TableAccess access, ColumnDrift drift) {
        Effect certain = new ColumnEffects(access, expected).of(drift);
        TableAccess possible = use.possible(access);
        return possible.equals(access)
                ? certain
                : ColumnEffects.worst(
                        certain,
                        ColumnEffects.atMost(Effect.MAY_FAIL, new ColumnEffects(possible, expected).of(drift)));
    }

    private static Effect onDenied(AccessDrift drift, TableAccess access) {
        if (drift instanceof AccessDrift.UnusableSchema schema) {
            return schema.tables().stream().anyMatch(table -> isAbout(access, table.name()))
                    ? Effect.FAILS
                    : Effect.WORKS;
        }
        if (drift instanceof DoubtfulGrants grants) {
            return grants.tables().stream().anyMatch(table -> isAbout(access, table.name()))
                    ? grants.impact().on(access.kind())
                    : Effect.WORKS;
        }
        return drift instanceof AccessDrift.LockedNumber number
                        && isAbout(access, number.table().name())
                        && !access.written().contains(number.column())
                ? number.impact().on(access.kind())
                : Effect.WORKS;
    }

    private Effect onSchema(TableAccess access) {
        return drift instanceof SchemaDrift.EmptySchema empty && isIn(access, empty.schema())
                ? Effect.FAILS
                : Effect.WORKS;
    }

    /**
     * A checked text is checked in whatever row is written, also in one whose text comes from a default or was there before; a
     * label of a type is met where a column of that type is.
     */
    private Effect onLabel(LabelDrift label, TableAccess access) {
        LabelDrift.Listed listed = label.listed();
        if (listed.column().isPresent()) {
            boolean writes = access.kind() != StatementKind.SELECT && access.kind() != StatementKind.DELETE;
            return access.table().name().equals(listed.where().name())
                            && (writes || access.uses(listed.column().get()))
                    ? label.impact().on(access.kind())
                    : Effect.WORKS;
        }
        return columnsOf(access.table(), listed.where()).anyMatch(access::uses)
                ? label.impact().on(access.kind())
                : Effect.WORKS;
    }

    private Stream<String> columnsOf(ObjectName table, ObjectName type) {
        return expected.table(table).stream()
                .flatMap(found -> found.columns().stream())
                .filter(column -> column.type() instanceof ColumnType.Named named && isSame(named.name(), type))
                .map(Column::name);
    }

    /** Sequences and types are named by themselves, wherever they stand in the statement. */
    private Optional<Met> onObjects() {
        boolean named = drift instanceof ObjectDrift object && names(use, object.where())
                || drift instanceof AccessDrift.LockedSequence locked && names(use, locked.where())
                || drift instanceof AccessDrift.UnusableSchema schema
                        && schema.sequences() > 0
                        && !use.sequences().isEmpty();
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
