package dev.schemaguard.database.postgres.catalog;

import dev.schemaguard.database.postgres.catalog.query.CatalogConstraints;
import dev.schemaguard.database.postgres.catalog.query.CatalogIndex;
import dev.schemaguard.database.postgres.catalog.query.CatalogRelation;
import dev.schemaguard.database.postgres.catalog.query.CatalogText;
import dev.schemaguard.database.postgres.catalog.query.ColumnNames;
import dev.schemaguard.database.postgres.catalog.query.PostgresAnswers;
import dev.schemaguard.database.postgres.catalog.query.PostgresExpressions;
import dev.schemaguard.database.postgres.catalog.query.PostgresQuestion;
import dev.schemaguard.database.postgres.catalog.query.PrivilegeQueries;
import dev.schemaguard.database.postgres.catalog.query.RelationNames;
import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.inspect.CatalogNeeds;
import dev.schemaguard.inspect.TextPool;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Table;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Puts the catalog's facts about tables and views together. */
final class TableAssembly {

    private final PostgresAnswers answers;
    private final CatalogNeeds needs;
    private final ColumnAssembly columns;
    private final PostgresExpressions spelling;
    private final RelationNames names = new RelationNames();
    private final TextPool pool = new TextPool();
    private final Set<Family> complete;

    TableAssembly(Dialect dialect, PostgresTypeNames types, PostgresAnswers answers, CatalogNeeds needs) {
        this.answers = answers;
        this.needs = needs;
        this.spelling = new PostgresExpressions(dialect);
        this.columns = new ColumnAssembly(
                dialect,
                types,
                answers,
                spelling,
                pool,
                // A comparison must know that a collation was asked for and is not there; a capture states only what is
                // not
                // the type's own.
                needs.collations() && !needs.everything() ? Optional.of("default") : Optional.empty());
        this.complete = EnumSet.copyOf(needs.families());
        complete.removeAll(Set.of(Family.TABLES, Family.SEQUENCES, Family.TYPES));
        if (needs.keys()) {
            complete.addAll(Set.of(Family.PRIMARY_KEYS, Family.UNIQUE_KEYS));
        }
    }

    /** The tables and views in the given order. */
    List<Table> tables(List<CatalogRelation> relations) {
        // Names first, for a foreign key may refer to a table further down.
        List<Draft> drafts = relations.stream().map(this::draft).toList();
        names.addNeighbours(answers.all(PostgresQuestion.NEIGHBOURS));
        return drafts.stream().map(this::finish).toList();
    }

    private Draft draft(CatalogRelation relation) {
        ColumnNames columnNames = names.add(relation);
        Set<String> looseColumns = new HashSet<>();
        List<Column> ofTable = columns.read(relation, columnNames, looseColumns);
        Table.Builder table = Table.builder(relation.name())
                .kind(relation.kind())
                .columns(ofTable)
                .complete(complete)
                .rowSecurity(relation.hasRowSecurity())
                .capabilities(PrivilegeQueries.of(relation, answers, columnNames, looseColumns));
        return new Draft(relation, table, columnNames);
    }

    private Table finish(Draft draft) {
        long oid = draft.relation.oid();
        CatalogConstraints constraints = new CatalogConstraints(names, spelling, pool);
        answers.text(PostgresQuestion.CONSTRAINTS, oid).ifPresent(row -> constraints.read(row, draft.columnNames));
        PostgresQuestion question =
                needs.reads(Family.INDEXES) ? PostgresQuestion.INDEXES : PostgresQuestion.UNIQUE_INDEXES;
        answers.text(question, oid).stream()
                .flatMap(row -> CatalogIndex.read(row, pool).stream())
                .sorted(Comparator.comparing(CatalogIndex::name))
                .forEach(index -> addIndex(draft, index, constraints));
        return draft.table
                .constraints(constraints.constraints())
                .parents(parents(draft.relation))
                .build();
    }

    private void addIndex(Draft draft, CatalogIndex index, CatalogConstraints constraints) {
        if (constraints.ownsAsExclusion(index.oid())) {
            return;
        }
        if (index.isPrimary()) {
            draft.table.constraint(index.primaryKey(draft.columnNames));
        } else if (constraints.ownsAsUniqueKey(index.oid())) {
            draft.table.constraint(index.uniqueKey(draft.columnNames));
        } else {
            draft.table.index(index.index(draft.columnNames, answers, spelling));
        }
    }

    private List<ObjectName> parents(CatalogRelation relation) {
        Map<Integer, ObjectName> parents = new TreeMap<>();
        answers.text(PostgresQuestion.PARENTS, relation.oid()).ifPresent(row -> {
            CatalogText text = new CatalogText(row);
            while (text.hasNext()) {
                parents.put(text.integer(), names.name(text.number()));
            }
        });
        return List.copyOf(parents.values());
    }

    /** A table of which the names are known and the rest is still to come. */
    private record Draft(CatalogRelation relation, Table.Builder table, ColumnNames columnNames) {}
}
