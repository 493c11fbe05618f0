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
import dev.schemaguard.model.Capabilities;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.TableUse;
import java.util.ArrayList;
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
        Set<Family> all = EnumSet.copyOf(needs.families());
        all.removeAll(Set.of(Family.TABLES, Family.SEQUENCES, Family.TYPES));
        if (needs.keys()) {
            all.addAll(Set.of(Family.PRIMARY_KEYS, Family.UNIQUE_KEYS));
        }
        // Tables share it as it is.
        this.complete = Set.copyOf(all);
    }

    /** The tables and views in the given order. */
    List<Table> tables(List<CatalogRelation> relations) {
        // Names first, for a foreign key may refer to a table further down.
        List<Draft> drafts = new ArrayList<>(relations.size());
        for (CatalogRelation relation : relations) {
            drafts.add(draft(relation));
        }
        names.addNeighbours(answers.all(PostgresQuestion.NEIGHBOURS));
        List<Table> tables = new ArrayList<>(relations.size());
        for (Draft draft : drafts) {
            tables.add(finish(draft));
        }
        return tables;
    }

    private Draft draft(CatalogRelation relation) {
        ColumnNames columnNames = names.add(relation);
        Set<String> looseColumns = new HashSet<>();
        List<Column> ofTable = columns.read(relation, columnNames, looseColumns);
        return new Draft(
                relation, ofTable, columnNames, PrivilegeQueries.of(relation, answers, columnNames, looseColumns));
    }

    private Table finish(Draft draft) {
        long oid = draft.relation.oid();
        CatalogConstraints read = new CatalogConstraints(names, spelling, pool);
        Optional<String> rules = answers.text(PostgresQuestion.CONSTRAINTS, oid);
        if (rules.isPresent()) {
            read.read(rules.get(), draft.columnNames);
        }
        List<Constraint> constraints = read.constraints();
        List<Index> indexes = new ArrayList<>();
        for (CatalogIndex index : indexes(oid)) {
            if (read.ownsAsExclusion(index.oid())) {
                continue;
            }
            if (index.isPrimary()) {
                constraints.add(index.primaryKey(draft.columnNames));
            } else if (read.ownsAsUniqueKey(index.oid())) {
                constraints.add(index.uniqueKey(draft.columnNames));
            } else {
                indexes.add(index.index(draft.columnNames, answers, spelling));
            }
        }
        return new Table(
                draft.relation.name(),
                draft.relation.kind(),
                draft.columns,
                constraints,
                indexes,
                parents(draft.relation),
                TableUse.UNSTATED,
                complete,
                Set.of(),
                draft.relation.hasRowSecurity(),
                draft.capabilities,
                Origin.NONE);
    }

    /** By name, as nothing in the catalog puts them in order. */
    private List<CatalogIndex> indexes(long oid) {
        PostgresQuestion question =
                needs.reads(Family.INDEXES) ? PostgresQuestion.INDEXES : PostgresQuestion.UNIQUE_INDEXES;
        Optional<String> row = answers.text(question, oid);
        if (row.isEmpty()) {
            return List.of();
        }
        List<CatalogIndex> indexes = CatalogIndex.read(row.get(), pool);
        indexes.sort(Comparator.comparing(CatalogIndex::name));
        return indexes;
    }

    private List<ObjectName> parents(CatalogRelation relation) {
        Optional<String> row = answers.text(PostgresQuestion.PARENTS, relation.oid());
        if (row.isEmpty()) {
            return List.of();
        }
        Map<Integer, ObjectName> parents = new TreeMap<>();
        CatalogText text = new CatalogText(row.get());
        while (text.hasNext()) {
            parents.put(text.integer(), names.name(text.number()));
        }
        return List.copyOf(parents.values());
    }

    /** A table of which the names are known and the rest is still to come. */
    private record Draft(
            CatalogRelation relation, List<Column> columns, ColumnNames columnNames, Capabilities capabilities) {}
}
