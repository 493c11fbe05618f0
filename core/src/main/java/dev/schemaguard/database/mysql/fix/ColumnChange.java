package dev.schemaguard.database.mysql.fix;

import dev.schemaguard.drift.ColumnFactDrift;
import dev.schemaguard.drift.ColumnValueDrift;
import dev.schemaguard.drift.Drift;
import dev.schemaguard.drift.LabelDrift;
import dev.schemaguard.drift.TypeFit;
import dev.schemaguard.fix.Hazards;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType.Labelled;
import dev.schemaguard.model.Nullability;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a live column has to become for one difference to be gone.
 *
 * @param expected the column that the release expects
 * @param kind which of its facts
 * @param unsafe why that may lose something; empty where it does not
 * @param hazards what it does to a running system
 */
record ColumnChange(Column expected, Kind kind, Optional<String> unsafe, List<String> hazards) {

    /** The facts that a change takes over from the expectation. */
    enum Kind {
        TYPE,
        LABELS,
        TEXTS,
        NULLABILITY,
        DEFAULT,
        ON_UPDATE,
        IDENTITY
    }

    /** The change that a difference asks for; none where no {@code MODIFY} brings it. */
    static Optional<ColumnChange> of(Drift drift) {
        if (drift instanceof ColumnFactDrift.TypeChanged changed) {
            Optional<String> unsafe = changed.fit() == TypeFit.NARROWER
                    ? Optional.empty()
                    : Optional.of("values that are there may not survive the conversion to "
                            + changed.expectedColumn().type() + ", which people have to decide about");
            return change(changed, Kind.TYPE, unsafe, ServerHazards.COPY, Hazards.FAILS_ON_CONVERSION);
        }
        if (drift instanceof ColumnFactDrift.OtherCollation || drift instanceof ColumnFactDrift.OtherCharset) {
            return change(
                    (ColumnFactDrift) drift,
                    Kind.TEXTS,
                    Optional.empty(),
                    ServerHazards.COPY,
                    Hazards.FAILS_ON_CONVERSION);
        }
        if (drift instanceof ColumnFactDrift.NotNullAdded added) {
            return change(
                    added, Kind.NULLABILITY, Optional.empty(), ServerHazards.COPY, "a null may be stored from then on");
        }
        if (drift instanceof ColumnFactDrift.NotNullMissing missing) {
            return change(missing, Kind.NULLABILITY, Optional.empty(), ServerHazards.COPY, Hazards.FAILS_ON_DATA);
        }
        return drift instanceof ColumnValueDrift value ? of(value) : Optional.empty();
    }

    private static Optional<ColumnChange> of(ColumnValueDrift drift) {
        boolean computed = drift.expectedColumn().generation().isComputed()
                || drift.actualColumn().generation().isComputed();
        if (computed) {
            return Optional.empty();
        }
        if (drift instanceof ColumnValueDrift.OnUpdateDifferent) {
            return change(drift, Kind.ON_UPDATE, Optional.empty(), ServerHazards.INSTANT);
        }
        if (drift instanceof ColumnValueDrift.IdentityMissing) {
            return change(
                    drift,
                    Kind.IDENTITY,
                    Optional.empty(),
                    ServerHazards.COPY,
                    "fails unless the column is the first of a key");
        }
        return drift.expectedColumn().columnDefault() instanceof ColumnDefault.Expression
                ? change(drift, Kind.DEFAULT, Optional.empty(), ServerHazards.INSTANT)
                : Optional.empty();
    }

    private static Optional<ColumnChange> change(
            ColumnFactDrift drift, Kind kind, Optional<String> unsafe, String... hazards) {
        return Optional.of(new ColumnChange(drift.expectedColumn(), kind, unsafe, List.of(hazards)));
    }

    /** The change that takes the labels that a release expects. */
    static ColumnChange labels(Column expected) {
        return new ColumnChange(
                expected,
                Kind.LABELS,
                Optional.empty(),
                List.of(ServerHazards.INSTANT, "the running release may read the new value"));
    }

    /** Whether a difference is about the labels of a column. */
    static boolean isLabel(Drift drift, String column) {
        return drift instanceof LabelDrift.LabelMissing missing
                && missing.listed().column().equals(Optional.of(column));
    }

    /** The column with the change. */
    Column applied(Column column) {
        return switch (kind) {
            case TYPE -> retyped(column);
            case LABELS -> labelled(column);
            case TEXTS -> texts(column);
            case NULLABILITY ->
                column.toBuilder().nullability(expected.nullability()).build();
            case DEFAULT ->
                column.toBuilder().columnDefault(expected.columnDefault()).build();
            case ON_UPDATE -> column.toBuilder().onUpdate(expected.onUpdate()).build();
            case IDENTITY ->
                column.toBuilder()
                        .identity(expected.identity())
                        .columnDefault(ColumnDefault.NONE)
                        .build();
        };
    }

    /** How texts are kept belongs to the type, and may not be another one's. */
    private Column retyped(Column column) {
        Column.Builder retyped = bare(column).type(expected.type());
        expected.charset().ifPresent(retyped::charset);
        expected.collation().ifPresent(retyped::collation);
        return retyped.build();
    }

    /** A collation belongs to its character set, and goes with it. */
    private Column texts(Column column) {
        Column.Builder texts = bare(column).type(column.type());
        boolean other = expected.charset().isPresent() && !expected.charset().equals(column.charset());
        expected.charset().or(column::charset).ifPresent(texts::charset);
        expected.collation()
                .or(() -> other ? Optional.empty() : column.collation())
                .ifPresent(texts::collation);
        return texts.build();
    }

    /** New labels come behind those that are there, which are kept as numbers (manual, 11.3.5). */
    private Column labelled(Column column) {
        if (!(column.type() instanceof Labelled found) || !(expected.type() instanceof Labelled wanted)) {
            return column;
        }
        Set<String> all = new LinkedHashSet<>(found.labels());
        all.addAll(wanted.labels());
        return column.toBuilder()
                .type(new Labelled(found.kind(), List.copyOf(all)))
                .build();
    }

    private static Column.Builder bare(Column column) {
        return Column.builder(column.name())
                .nullability(column.nullability())
                .columnDefault(column.columnDefault())
                .onUpdate(column.onUpdate())
                .identity(column.identity())
                .generation(column.generation());
    }

    /** The change by which a column takes nulls. */
    static ColumnChange allowNull(Column column) {
        return new ColumnChange(
                column.toBuilder().nullability(Nullability.NULLABLE).build(),
                Kind.NULLABILITY,
                Optional.empty(),
                List.of(ServerHazards.COPY));
    }
}
