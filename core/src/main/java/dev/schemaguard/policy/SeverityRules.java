package dev.schemaguard.policy;

import dev.schemaguard.drift.ColumnValueDrift;
import dev.schemaguard.drift.ConstraintDrift;
import dev.schemaguard.drift.Drift;
import dev.schemaguard.drift.Effect;
import dev.schemaguard.drift.Kind;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.model.Use;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The law of severity: what a drift does to each kind of statement, weighed by what the release is known to do. */
final class SeverityRules {

    /** Kinds whose failing statement a release sends only if it says so. */
    private static final Map<Kind, Severity> WHERE_ASSUMED =
            new EnumMap<>(Map.of(Kind.GENERATED_ALWAYS, Severity.ADVISORY));

    /** Kinds that are graver than a degraded statement, for they spoil or hide data in silence. */
    private static final Map<Kind, Severity> AT_LEAST =
            new EnumMap<>(Map.of(Kind.TYPE_LOSSY, Severity.RISKY, Kind.ROW_SECURITY, Severity.RISKY));

    private SeverityRules() {}

    /** How grave the drift is; nothing where it touches no statement that the release sends. */
    static Optional<Severity> severity(Drift drift) {
        Optional<Severity> gravest = Optional.empty();
        for (StatementKind statement : StatementKind.values()) {
            Optional<Severity> one = severity(drift, statement);
            if (one.isPresent() && (gravest.isEmpty() || one.get().isAtLeast(gravest.get()))) {
                gravest = one;
            }
        }
        Severity floor = AT_LEAST.getOrDefault(drift.kind(), Severity.ADVISORY);
        return gravest.map(severity -> severity.isAtLeast(floor) ? severity : floor);
    }

    /**
     * How grave the drift is to a release of which statements are known: what is said to fail is breaking, and where it is certain
     * that no other statement meets the drift, it is no graver than it is to those that do.
     */
    static Optional<Severity> severity(Drift drift, Evidence.Statements known) {
        Optional<Severity> byLaw = severity(drift);
        Optional<Effect> worst = known.met().stream().map(Broken::effect).max(Comparator.naturalOrder());
        Optional<Severity> met = worst.map(effect -> stated(drift, effect));
        if (known.certain()) {
            return met.or(() -> byLaw.map(severity -> Severity.ADVISORY));
        }
        return met.filter(stated -> byLaw.filter(law -> law.isAtLeast(stated)).isEmpty())
                .or(() -> byLaw);
    }

    private static Severity stated(Drift drift, Effect effect) {
        return switch (effect) {
            case FAILS -> Severity.BREAKING;
            case MAY_FAIL -> Severity.RISKY;
            case DEGRADED, WORKS ->
                spoils(drift, StatementKind.UPSERT)
                        ? Severity.RISKY
                        : AT_LEAST.getOrDefault(drift.kind(), Severity.ADVISORY);
        };
    }

    /** An upsert that finds no key and adds a second row spoils data in silence, and so does who ignores a value. */
    private static boolean spoils(Drift drift, StatementKind statement) {
        boolean ignores = drift instanceof ColumnValueDrift.GeneratedAlways computed
                && !computed.refused()
                && drift.isSent(statement);
        return ignores
                || statement == StatementKind.UPSERT
                        && drift instanceof ConstraintDrift.Missing missing
                        && missing.lettingUpsertsAddRows();
    }

    private static Optional<Severity> severity(Drift drift, StatementKind statement) {
        if (drift.use(statement) == Use.NEVER) {
            return Optional.empty();
        }
        Effect effect = drift.impact().on(statement);
        return switch (effect) {
            case WORKS -> Optional.empty();
            case DEGRADED -> Optional.of(spoils(drift, statement) ? Severity.RISKY : Severity.ADVISORY);
            case MAY_FAIL -> Optional.of(Severity.RISKY);
            case FAILS ->
                Optional.of(
                        drift.isSent(statement)
                                ? Severity.BREAKING
                                : WHERE_ASSUMED.getOrDefault(drift.kind(), Severity.RISKY));
        };
    }
}
