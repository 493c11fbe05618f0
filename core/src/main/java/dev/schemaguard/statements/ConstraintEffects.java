package dev.schemaguard.statements;

import dev.schemaguard.drift.ConstraintDrift;
import dev.schemaguard.drift.ConstraintDrift.Held;
import dev.schemaguard.drift.Effect;
import dev.schemaguard.drift.Kind;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.StatementKind;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a key or rule that is missing, or that nobody knew of, does to one access to its table. */
final class ConstraintEffects {

    private ConstraintEffects() {}

    static Effect of(ConstraintDrift drift, TableAccess access) {
        if (drift instanceof ConstraintDrift.OtherName key) {
            boolean named = access.conflict() instanceof ConflictTarget.Constraint constraint
                    && constraint.name().equals(key.name());
            return named ? Effect.FAILS : Effect.WORKS;
        }
        return drift instanceof ConstraintDrift.Missing missing
                ? missing(missing, access)
                : extra((ConstraintDrift.Extra) drift, access);
    }

    private static Effect missing(ConstraintDrift.Missing drift, TableAccess access) {
        boolean key = drift.kind() == Kind.MISSING_PRIMARY_KEY || drift.kind() == Kind.MISSING_UNIQUE;
        if (key && access.kind() == StatementKind.UPSERT) {
            return upsert(drift, access);
        }
        if (drift.kind() == Kind.MISSING_INDEX) {
            return Stream.concat(access.compared().stream(), access.ordered().stream())
                            .anyMatch(column -> mentions(drift, column))
                    ? Effect.DEGRADED
                    : Effect.WORKS;
        }
        return drift.impact().on(access.kind());
    }

    private static Effect upsert(ConstraintDrift.Missing drift, TableAccess access) {
        Effect meant = drift.onUpsert();
        Effect other = drift.held() == Held.LATE ? Effect.WORKS : Effect.DEGRADED;
        ConflictTarget target = access.conflict();
        if (target instanceof ConflictTarget.Columns columns) {
            return columns.columns().equals(Set.copyOf(columns(drift))) ? meant : other;
        }
        if (target instanceof ConflictTarget.Constraint constraint) {
            return keys(drift).anyMatch(key -> key.name().equals(constraint.name())) ? meant : other;
        }
        if (target instanceof ConflictTarget.AnyKey && drift.held() == Held.LATE) {
            // It means this key, too.
            return meant;
        }
        boolean overExpression = drift.rule().label().contains("(");
        if (target instanceof ConflictTarget.Condition && overExpression && drift.upsertFails()) {
            return Effect.MAY_FAIL;
        }
        return other;
    }

    /** The expected keys over the columns in question. */
    private static Stream<Constraint.Key> keys(ConstraintDrift.Missing drift) {
        return drift.table()
                .constraints(Constraint.Key.class)
                .filter(key -> Set.copyOf(key.columns()).equals(Set.copyOf(columns(drift))));
    }

    private static List<String> columns(ConstraintDrift drift) {
        return List.of(drift.rule().label().split(", "));
    }

    /** An update meets a rule only by the columns that it changes. */
    private static Effect extra(ConstraintDrift.Extra drift, TableAccess access) {
        boolean met = access.kind() != StatementKind.UPDATE
                || access.written().stream().anyMatch(column -> mentions(drift, column));
        return met ? drift.impact().on(access.kind()) : Effect.WORKS;
    }

    private static boolean mentions(ConstraintDrift drift, String column) {
        return Pattern.compile("(?<![\\w$])" + Pattern.quote(column) + "(?![\\w$])")
                .matcher(drift.rule().label())
                .find();
    }
}
