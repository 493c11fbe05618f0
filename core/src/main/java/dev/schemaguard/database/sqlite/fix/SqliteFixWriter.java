package dev.schemaguard.database.sqlite.fix;

import dev.schemaguard.drift.AccessDrift;
import dev.schemaguard.drift.ColumnDrift;
import dev.schemaguard.drift.ConstraintDrift;
import dev.schemaguard.drift.Drift;
import dev.schemaguard.drift.ObjectDrift;
import dev.schemaguard.drift.SchemaDrift;
import dev.schemaguard.drift.TableDrift;
import dev.schemaguard.fix.FixBuilder;
import dev.schemaguard.fix.FixContext;
import dev.schemaguard.fix.FixWriter;
import dev.schemaguard.fix.Hazards;
import dev.schemaguard.fix.Phase;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Generation;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.TableKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Writes what would cure drift of SQLite: a table that is there gets columns and indexes, and of nothing else of it (manual, ALTER
 * TABLE, 2).
 */
final class SqliteFixWriter implements FixWriter {

    private static final String MADE_ANEW =
            "of a table that is there SQLite changes nothing else: it is made anew and its rows are copied (manual, ALTER"
                    + " TABLE, 7); run the migration that does that";

    /** What is one value for all rows; others ADD COLUMN refuses where there are rows (manual, ALTER TABLE, 4). */
    private static final Pattern VALUE = Pattern.compile(
            "[+-]?[0-9.]+(?:e[+-]?[0-9]+)?|x?'(?:[^']++|''){0,1000}'|true|false", Pattern.CASE_INSENSITIVE);

    private final FixContext context;
    private final TableText text;

    SqliteFixWriter(FixContext context) {
        this.context = context;
        this.text = new TableText(context);
    }

    @Override
    public FixBuilder of(Drift drift) {
        return cure(drift).notAdditive("a sync needs a database that locks by name, as PostgreSQL and MySQL do");
    }

    private FixBuilder cure(Drift drift) {
        if (drift instanceof SchemaDrift.EmptySchema empty) {
            return emptySchema(empty);
        }
        if (drift instanceof TableDrift.MissingTable missing) {
            return table(missing.table(), missing.where());
        }
        if (drift instanceof ColumnDrift.Missing missing) {
            return column(missing);
        }
        if (drift instanceof ConstraintDrift.Missing missing && missing.actual().isEmpty()) {
            return rule(missing);
        }
        boolean ofTable =
                !(drift instanceof SchemaDrift || drift instanceof ObjectDrift || drift instanceof AccessDrift);
        return new FixBuilder()
                .noSafeFix(ofTable ? MADE_ANEW : "no statement cures it; run the migration that brings it");
    }

    /** All that the release expects: the other findings are left out where a database is empty. */
    private FixBuilder emptySchema(SchemaDrift.EmptySchema drift) {
        FixBuilder recipe = new FixBuilder();
        for (Table table : context.expected().tables()) {
            ObjectName where = context.placed(table.name());
            if (where.schema().equals(drift.schema())
                    && context.liveTable(where).isEmpty()) {
                recipe.with(FixBuilder.made(context.sql(), () -> table(table, where)));
            }
        }
        return recipe;
    }

    /** All its rules at once, for none can be added later. */
    private FixBuilder table(Table table, ObjectName where) {
        Optional<String> gap = table.kind() == TableKind.TABLE
                ? table.columns().stream()
                        .map(text::gap)
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.of("an expectation does not hold the query of a view; run the migration that makes it");
        if (gap.isPresent()) {
            return new FixBuilder().noSafeFix(gap.get());
        }
        List<String> parts = new ArrayList<>();
        table.columns().forEach(column -> parts.add(text.column(column)));
        table.constraints().forEach(rule -> parts.add(text.rule(rule)));
        FixBuilder recipe = new FixBuilder()
                .step(
                        Phase.TABLE,
                        "CREATE TABLE " + context.sql().name(where) + " (\n    " + String.join(",\n    ", parts)
                                + "\n)",
                        "neither STRICT nor WITHOUT ROWID nor AUTOINCREMENT, of which an expectation says nothing");
        table.indexes().stream()
                .filter(index -> !index.name().isEmpty())
                .forEach(index -> recipe.step(Phase.INDEX, text.index(where, index)));
        return recipe;
    }

    private FixBuilder column(ColumnDrift.Missing drift) {
        Column column = drift.column();
        Optional<String> gap = text.gap(column).or(() -> cannotBeAdded(column));
        if (gap.isPresent()) {
            return new FixBuilder().noSafeFix(gap.get());
        }
        String reference = drift.table()
                .constraints(Constraint.ForeignKey.class)
                .filter(key -> key.columns().equals(List.of(column.name())) && !hasValue(column))
                .findFirst()
                .map(text::references)
                .orElse("");
        return new FixBuilder()
                .step(
                        Phase.COLUMN,
                        "ALTER TABLE " + context.sql().name(drift.where()) + " ADD COLUMN " + text.column(column)
                                + reference);
    }

    private static Optional<String> cannotBeAdded(Column column) {
        if (column.generation() instanceof Generation.Stored) {
            return Optional.of("a stored computed column cannot be added; " + MADE_ANEW);
        }
        boolean filledByRow = column.columnDefault() instanceof ColumnDefault.Expression filled
                && !isValue(filled)
                && !isNull(filled);
        if (filledByRow) {
            return Optional.of(
                    "a column whose default is no plain value cannot be added where there are rows; " + MADE_ANEW);
        }
        boolean empty = column.nullability() == Nullability.NOT_NULL
                && !column.generation().isComputed()
                && !hasValue(column);
        return empty
                ? Optional.of("a column that takes no null and has no default cannot be added; " + MADE_ANEW)
                : Optional.empty();
    }

    private static boolean hasValue(Column column) {
        return column.columnDefault() instanceof ColumnDefault.Expression filled && isValue(filled);
    }

    private static boolean isValue(ColumnDefault.Expression filled) {
        return VALUE.matcher(filled.written()).matches();
    }

    private static boolean isNull(ColumnDefault.Expression filled) {
        return filled.written().equalsIgnoreCase("null");
    }

    private FixBuilder rule(ConstraintDrift.Missing drift) {
        Optional<Constraint.UniqueKey> key = drift.table()
                .constraints(Constraint.UniqueKey.class)
                .filter(one -> ConstraintDrift.rule(one).equals(drift.rule()))
                .findFirst();
        if (key.isPresent()) {
            return new FixBuilder()
                    .step(Phase.KEY, text.unique(drift.where(), key.get().columns()), Hazards.FAILS_ON_DATA);
        }
        Optional<Index> index = drift.table().indexes().stream()
                .filter(one -> ConstraintDrift.rule(one).equals(drift.rule()))
                .filter(one -> !one.name().isEmpty() && one.included().isEmpty())
                .findFirst();
        return index.map(one -> new FixBuilder()
                        .step(
                                Phase.INDEX,
                                text.index(drift.where(), one),
                                one.unique() ? new String[] {Hazards.FAILS_ON_DATA} : new String[0]))
                .orElseGet(() -> new FixBuilder().noSafeFix(MADE_ANEW));
    }
}
