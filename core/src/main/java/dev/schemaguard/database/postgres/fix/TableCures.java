package dev.schemaguard.database.postgres.fix;

import dev.schemaguard.drift.AccessDrift;
import dev.schemaguard.drift.PartitionDrift;
import dev.schemaguard.drift.SchemaDrift;
import dev.schemaguard.drift.TableDrift;
import dev.schemaguard.fix.Ground;
import dev.schemaguard.fix.Hazards;
import dev.schemaguard.fix.Phase;
import dev.schemaguard.fix.Recipe;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Privilege;
import dev.schemaguard.model.Sequence;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.TableKind;
import dev.schemaguard.model.Use;
import dev.schemaguard.model.UserType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes tables, and says which ones cannot be made from what an expectation holds. */
final class TableCures {

    private static final Set<String> DOCUMENTS = Set.of("jsonb", "tsvector");

    private static final String NAME = "fails if the index is there, as where the table was only renamed";

    private static final String BY_OWNER = "to be run by the owner";
    private static final String BY_PEOPLE = "what a role may do is decided by people, so a sync grants nothing";

    private final Ground ground;
    private final ObjectCures objects;

    TableCures(Ground ground, ObjectCures objects) {
        this.ground = ground;
        this.objects = objects;
    }

    Recipe missing(TableDrift.MissingTable drift) {
        return create(drift.table(), drift.where());
    }

    /** All that the release expects and that is not there: the other findings are left out where a schema is empty. */
    Recipe emptySchema(SchemaDrift.EmptySchema drift) {
        Recipe recipe = new Recipe();
        for (UserType type : ground.expected().types()) {
            if (ground.live().type(type.name()).isEmpty()) {
                recipe.with(Recipe.made(ground.sql(), () -> objects.create(type, ground.placed(type.name()))));
            }
        }
        for (Sequence sequence : ground.expected().sequences()) {
            if (sequence.role() != Sequence.Role.OWNED
                    && ground.live().sequence(sequence.name()).isEmpty()) {
                recipe.with(Recipe.made(ground.sql(), () -> objects.create(sequence, ground.placed(sequence.name()))));
            }
        }
        for (Table table : ground.expected().tables()) {
            ObjectName where = ground.placed(table.name());
            if (where.schema().equals(drift.schema()) && ground.liveTable(where).isEmpty()) {
                recipe.with(Recipe.made(ground.sql(), () -> create(table, where)));
            }
        }
        return recipe;
    }

    private Recipe create(Table table, ObjectName where) {
        Optional<String> gap = gap(table);
        if (gap.isPresent()) {
            return new Recipe().noSafeFix("`" + where.name() + "`: " + gap.get());
        }
        Recipe recipe = new Recipe();
        objects.schema(recipe, where.schema());
        ConstraintSql rules = new ConstraintSql(ground, where);
        List<String> parts = new ArrayList<>();
        for (Column column : table.columns()) {
            objects.typeOf(recipe, column);
            objects.sequenceBehind(recipe, column, where);
            parts.add(new ColumnSql(column, ground.sql()).definition());
        }
        table.constraints().stream()
                .filter(rule -> !(rule instanceof Constraint.ForeignKey))
                .map(rules::definition)
                .forEach(parts::add);
        recipe.add(
                Phase.TABLE,
                "CREATE TABLE " + ground.sql().name(where) + " (\n    " + String.join(",\n    ", parts) + "\n)");
        objects.ownSequences(recipe, table, where);
        ground.grant(recipe, privileges(table), "TABLE " + ground.sql().name(where));
        table.indexes().forEach(index -> index(recipe, table, index, rules));
        table.constraints(Constraint.ForeignKey.class)
                .forEach(key -> recipe.add(
                        Phase.REFERENCE,
                        "ALTER TABLE " + ground.sql().name(where) + " ADD " + rules.definition(key),
                        Hazards.BOTH_TABLES));
        return recipe;
    }

    private Optional<String> gap(Table table) {
        if (table.kind() == TableKind.VIEW || table.kind() == TableKind.MATERIALIZED_VIEW) {
            return Optional.of("an expectation does not hold the query of a view; run the migration that makes it");
        }
        if (table.kind() != TableKind.TABLE || !table.parents().isEmpty()) {
            return Optional.of(
                    "an expectation does not hold how a table is partitioned, inherits, or which server it is"
                            + " on; run the migration that makes it");
        }
        return table.columns().stream()
                .map(column -> new ColumnSql(column, ground.sql()).gap())
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static void index(Recipe recipe, Table table, Index index, ConstraintSql rules) {
        String sql = rules.index(index, false);
        if (hasKnownOperators(table, index)) {
            recipe.add(Phase.INDEX, sql, NAME);
        } else {
            recipe.step(Phase.INDEX, sql, KeyCures.OPERATORS);
        }
    }

    /** Whether the server finds operators by itself, which an expectation does not hold. */
    private static boolean hasKnownOperators(Table table, Index index) {
        return index.method().equals("btree")
                || index.method().equals("hash")
                || index.method().equals("gin")
                        && index.parts().stream()
                                .allMatch(part -> part instanceof Index.ColumnPart column
                                        && table.column(column.name())
                                                .map(Column::type)
                                                .filter(TableCures::isIndexedByGin)
                                                .isPresent());
    }

    private static boolean isIndexedByGin(ColumnType type) {
        return type instanceof ColumnType.Named named
                && (named.array() || DOCUMENTS.contains(named.name().name()));
    }

    /** What the release may do with the table, but for what it is known never to do. */
    private static String privileges(Table table) {
        return Stream.of(StatementKind.SELECT, StatementKind.INSERT, StatementKind.UPDATE, StatementKind.DELETE)
                .filter(statement -> table.use().of(statement) != Use.NEVER)
                .map(StatementKind::name)
                .collect(Collectors.joining(", "));
    }

    Recipe access(AccessDrift drift) {
        if (drift instanceof AccessDrift.UnusableSchema schema) {
            return usage("SCHEMA " + ground.sql().name(schema.schema()), drift.role());
        }
        ObjectName sequence = drift instanceof AccessDrift.LockedSequence locked
                ? locked.where()
                : ((AccessDrift.LockedNumber) drift).sequence();
        return usage("SEQUENCE " + ground.sql().name(sequence), drift.role());
    }

    private Recipe usage(String object, String role) {
        return new Recipe()
                .step(
                        Phase.PRIVILEGE,
                        "GRANT USAGE ON " + object + " TO " + ground.sql().name(role),
                        BY_OWNER)
                .notAdditive(BY_PEOPLE);
    }

    Recipe partition(PartitionDrift drift) {
        return new Recipe()
                .noSafeFix("an expectation does not hold which rows of `"
                        + drift.whole().name().name() + "` belong to `"
                        + drift.where().name()
                        + "`; run the migration that makes it a part");
    }

    Recipe privilege(TableDrift.MissingPrivilege drift) {
        String object = drift.privilege() == Privilege.USAGE
                ? "SCHEMA " + ground.sql().name(drift.where().schema())
                : "TABLE " + ground.sql().name(drift.where());
        return new Recipe()
                .step(
                        Phase.PRIVILEGE,
                        "GRANT " + drift.privilege() + " ON " + object + " TO "
                                + ground.sql().name(drift.role()),
                        BY_OWNER)
                .notAdditive(BY_PEOPLE);
    }
}
