package dev.schemaguard.check;

import dev.schemaguard.diff.AllowedLabels;
import dev.schemaguard.drift.ColumnDrift;
import dev.schemaguard.drift.ConstraintDrift;
import dev.schemaguard.drift.Drift;
import dev.schemaguard.drift.Effect;
import dev.schemaguard.drift.Kind;
import dev.schemaguard.drift.LabelDrift;
import dev.schemaguard.drift.ObjectDrift;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.Use;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.report.DriftReport;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which drifts from migrations are worth telling beside a mapping: those that can make a statement of the application fail, of
 * columns that it maps, and that the check of the mapping has not told.
 *
 * @param mappings all that is mapped
 * @param mapping what the check of the mapping found
 */
record Telling(List<Schema> mappings, DriftReport mapping) {

    private static final Set<Kind> OF_TYPES = EnumSet.of(Kind.TYPE_DIFFERENT, Kind.TYPE_LOSSY, Kind.TYPE_NARROWER);

    private static final Pattern NAMES = Pattern.compile("[^\\p{L}\\p{N}_$]+");

    /** What is written where an enum is mapped by its number: {@code ((status >= 0) and (status <= 2))}. */
    private static final Pattern ORDINALS = Pattern.compile("\\(?\\((\\S+) >= 0\\) and \\(\\1 <= \\d+\\)\\)?");

    /**
     * Whether a drift is to be told.
     *
     * @param mapped the mapping beside which it was found
     */
    boolean isOpen(Drift drift, Schema mapped) {
        return isOfMappedColumns(drift, mapped) && mayFail(drift) && !isTold(drift);
    }

    /** The table whose facts are in question. */
    static Optional<Table> table(Drift drift) {
        if (drift instanceof ColumnDrift column) {
            return Optional.of(column.table());
        }
        return drift instanceof ConstraintDrift constraint ? Optional.of(constraint.table()) : Optional.empty();
    }

    private boolean isOfMappedColumns(Drift drift, Schema mapped) {
        if (drift instanceof ColumnDrift.ExtraRequired extra) {
            return mappings.stream()
                    .allMatch(schema -> columns(schema, extra.where()).noneMatch(extra.name()::equals));
        }
        if (drift instanceof ConstraintDrift constraint) {
            List<String> named = List.of(NAMES.split(constraint.rule().label(), -1));
            return columns(mapped, constraint.where()).anyMatch(named::contains) && !isOfEnum(constraint);
        }
        if (drift instanceof LabelDrift label && label.listed().column().isPresent()) {
            return columns(mapped, label.listed().where())
                    .anyMatch(label.listed().column().get()::equals);
        }
        return drift instanceof ColumnDrift && !(drift instanceof ColumnDrift.Missing)
                || drift instanceof LabelDrift
                || drift instanceof ObjectDrift.ExtraDomainCheck;
    }

    private static Stream<String> columns(Schema schema, ObjectName table) {
        return schema.table(table).or(() -> schema.table(table.unqualified())).stream()
                .flatMap(found -> found.columns().stream())
                .map(column -> column.name());
    }

    /** Hibernate writes such a check for an enum wherever it makes a table, and lets in whatever the enum has. */
    private static boolean isOfEnum(ConstraintDrift drift) {
        return drift.kind() == Kind.EXTRA_CHECK
                && (AllowedLabels.of(drift.rule().label()).isPresent()
                        || ORDINALS.matcher(drift.rule().label()).matches());
    }

    private static boolean mayFail(Drift drift) {
        return Arrays.stream(StatementKind.values())
                .anyMatch(kind ->
                        drift.use(kind) != Use.NEVER && drift.impact().on(kind).compareTo(Effect.MAY_FAIL) >= 0);
    }

    private boolean isTold(Drift drift) {
        return mapping.findings().stream()
                .map(Finding::drift)
                .anyMatch(told -> told.subject().equals(drift.subject())
                        && (told.kind() == drift.kind()
                                || OF_TYPES.contains(told.kind()) && OF_TYPES.contains(drift.kind())));
    }
}
