package dev.schemaguard.database.postgres.fix;

import dev.schemaguard.drift.AccessDrift;
import dev.schemaguard.drift.PartitionDrift;
import dev.schemaguard.drift.SchemaDrift;
import dev.schemaguard.drift.TableDrift;
import dev.schemaguard.fix.ColumnSql;
import dev.schemaguard.fix.ConstraintSql;
import dev.schemaguard.fix.FixBuilder;
import dev.schemaguard.fix.FixContext;
import dev.schemaguard.fix.Hazards;
import dev.schemaguard.fix.Phase;
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
final class TableFixes {

    private static final Set<String> DOCUMENTS = Set.of("jsonb", "tsvector");

    private static final String NAME = "fails if the index is there, as where the table was only renamed";

    private static final String BY_OWNER = "to be run by the owner";
    private static final String BY_PEOPLE = "what a role may do is decided by people, so a sync grants nothing";

    private final FixContext context;
    private final ObjectFixes objects;

    TableFixes(FixContext context, ObjectFixes objects) {
        this.context = context;
        this.objects = objects;
    }

    FixBuilder missing(TableDrift.MissingTable drift) {
        return create(drift.table(), drift.where());
    }

    /** All that the release expects and that is not there: the other findings are left out where a schema is empty. */
    FixBuilder emptySchema(SchemaDrift.EmptySchema drift) {
        FixBuilder recipe = new FixBuilder();
        for (UserType type : context.expected().types()) {
            if (context.live().type(type.name()).isEmpty()) {
                recipe.with(FixBuilder.made(context.sql(), () -> objects.create(type, context.placed(type.name()))));
            }
        }
        for (Sequence sequence : context.expected().sequences()) {
            if (sequence.role() != Sequence.Role.OWNED
                    && context.live().sequence(sequence.name()).isEmpty()) {
                recipe.with(FixBuilder.made(
                        context.sql(), () -> objects.create(sequence, context.placed(sequence.name()))));
            }
        }
        for (Table table : context.expected().tables()) {
            ObjectName where = context.placed(table.name());
            if (where.schema().equals(drift.schema())
                    && context.liveTable(where).isEmpty()) {
                recipe.with(FixBuilder.made(context.sql(), () -> create(table, where)));
            }
        }
        return recipe;
    }

    private FixBuilder create(Table table, ObjectName where) {
        Optional<String> gap = gap(table);
        if (gap.isPresent()) {
            return new FixBuilder().noSafeFix("`" + where.name() + "`: " + gap.get());
        }
        FixBuilder recipe = new FixBuilder();
        objects.schema(recipe, where.schema());
        ConstraintSql rules = new ConstraintSql(context, where);
        List<String> parts = new ArrayList<>();
        for (Column column : table.columns()) {
            objects.typeOf(recipe, column);
            objects.sequenceBehind(recipe, column, where);
            parts.add(new ColumnSql(column, context.sql()).definition());
        }
        table.constraints().stream()
                .filter(rule -> !(rule instanceof Constraint.ForeignKey))
                .map(rules::definition)
                .forEach(parts::add);
        recipe.add(
                Phase.TABLE,
                "CREATE TABLE " + context.sql().name(where) + " (\n    " + String.join(",\n    ", parts) + "\n)");
        objects.ownSequences(recipe, table, where);
        context.grant(recipe, privileges(table), "TABLE " + context.sql().name(where));
        table.indexes().forEach(index -> index(recipe, table, index, rules));
        table.constraints(Constraint.ForeignKey.class)
                .forEach(key -> recipe.add(
                        Phase.REFERENCE,
                        "ALTER TABLE " + context.sql().name(where) + " ADD " + rules.definition(key),
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
                .map(column -> new ColumnSql(column, context.sql()).gap())
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static void index(FixBuilder recipe, Table table, Index index, ConstraintSql rules) {
        String sql = rules.index(index, false);
        if (hasKnownOperators(table, index)) {
            recipe.add(Phase.INDEX, sql, NAME);
        } else {
            recipe.step(Phase.INDEX, sql, KeyFixes.OPERATORS);
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
                                                .filter(TableFixes::isIndexedByGin)
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

    FixBuilder access(AccessDrift drift) {
        if (drift instanceof AccessDrift.UnusableSchema schema) {
            return usage("SCHEMA " + context.sql().name(schema.schema()), drift.role());
        }
        ObjectName sequence = drift instanceof AccessDrift.LockedSequence locked
                ? locked.where()
                : ((AccessDrift.LockedNumber) drift).sequence();
        return usage("SEQUENCE " + context.sql().name(sequence), drift.role());
    }

    private FixBuilder usage(String object, String role) {
        return new FixBuilder()
                .step(
                        Phase.PRIVILEGE,
                        "GRANT USAGE ON " + object + " TO " + context.sql().name(role),
                        BY_OWNER)
                .notAdditive(BY_PEOPLE);
    }

    FixBuilder partition(PartitionDrift drift) {
        return new FixBuilder()
                .noSafeFix("an expectation does not hold which rows of `"
                        + drift.whole().name().name() + "` belong to `"
                        + drift.where().name()
                        + "`; run the migration that makes it a part");
    }

    FixBuilder privilege(TableDrift.MissingPrivilege drift) {
        String object = drift.privilege() == Privilege.USAGE
                ? "SCHEMA " + context.sql().name(drift.where().schema())
                : "TABLE " + context.sql().name(drift.where());
        return new FixBuilder()
                .step(
                        Phase.PRIVILEGE,
                        "GRANT " + drift.privilege() + " ON " + object + " TO "
                                + context.sql().name(drift.role()),
                        BY_OWNER)
                .notAdditive(BY_PEOPLE);
    }
}
