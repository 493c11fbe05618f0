package dev.schemaguard.database.mysql.fix;

import dev.schemaguard.drift.SchemaDrift;
import dev.schemaguard.drift.TableDrift;
import dev.schemaguard.fix.FixBuilder;
import dev.schemaguard.fix.FixContext;
import dev.schemaguard.fix.Phase;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Sequence;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.TableKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes tables, and lets a role in to them. */
final class TableFixes {

    private final FixContext context;
    private final RuleDefinition rules;
    private final SequenceFixes sequences;

    TableFixes(FixContext context, SequenceFixes sequences) {
        this.context = context;
        this.sequences = sequences;
        this.rules = new RuleDefinition(context);
    }

    FixBuilder missing(TableDrift.MissingTable drift) {
        return create(drift.table(), drift.where());
    }

    /** All that the release expects and that is not there: the other findings are left out where a database is empty. */
    FixBuilder emptySchema(SchemaDrift.EmptySchema drift) {
        FixBuilder recipe = new FixBuilder();
        for (Table table : context.expected().tables()) {
            ObjectName where = context.placed(table.name());
            if (where.schema().equals(drift.schema())
                    && context.liveTable(where).isEmpty()) {
                recipe.with(FixBuilder.made(context.sql(), () -> create(table, where)));
            }
        }
        for (Sequence sequence : context.expected().sequences()) {
            if (sequence.role() != Sequence.Role.OWNED
                    && context.live().sequence(sequence.name()).isEmpty()) {
                recipe.with(sequences.create(sequence, context.placed(sequence.name())));
            }
        }
        return recipe;
    }

    /** With all its keys and indexes at once: a number that counts by itself needs one (manual, CREATE TABLE). */
    private FixBuilder create(Table table, ObjectName where) {
        Optional<String> gap = gap(table);
        if (gap.isPresent()) {
            return new FixBuilder().noSafeFix("`" + where.name() + "`: " + gap.get());
        }
        List<String> parts = new ArrayList<>();
        table.columns().forEach(column -> parts.add(new ColumnDefinition(column, context.sql()).text()));
        table.constraints().stream()
                .filter(rule -> !(rule instanceof Constraint.ForeignKey))
                .map(rules::of)
                .forEach(parts::add);
        table.indexes().stream().map(rules::of).forEach(parts::add);
        FixBuilder recipe = new FixBuilder();
        recipe.add(
                Phase.TABLE,
                "CREATE TABLE " + context.sql().name(where) + " (\n    " + String.join(",\n    ", parts) + "\n)",
                "made with the engine, character set and collation that the database has by default, where the"
                        + " expectation names no other");
        table.constraints(Constraint.ForeignKey.class)
                .forEach(key -> recipe.add(
                        Phase.REFERENCE, rules.alter(where) + " ADD " + rules.of(key), ServerHazards.INSTANT));
        return recipe;
    }

    private Optional<String> gap(Table table) {
        if (table.kind() == TableKind.VIEW) {
            return Optional.of("an expectation does not hold the query of a view; run the migration that makes it");
        }
        if (table.kind() != TableKind.TABLE) {
            return Optional.of(
                    "an expectation does not hold how a table is partitioned; run the migration that makes it");
        }
        return table.columns().stream()
                .map(column -> new ColumnDefinition(column, context.sql()).gap())
                .flatMap(Optional::stream)
                .findFirst();
    }

    FixBuilder privilege(TableDrift.MissingPrivilege drift) {
        return new FixBuilder()
                .step(
                        Phase.PRIVILEGE,
                        "GRANT " + drift.privilege() + " ON " + context.sql().name(drift.where()) + " TO "
                                + Names.account(drift.role(), context.sql()),
                        "to be run by somebody who may grant it")
                .notAdditive("what a role may do is decided by people, so a sync grants nothing");
    }
}
