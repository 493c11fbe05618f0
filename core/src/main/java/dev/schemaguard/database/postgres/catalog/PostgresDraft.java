package dev.schemaguard.database.postgres.catalog;

import dev.schemaguard.database.postgres.catalog.query.CatalogRelation;
import dev.schemaguard.database.postgres.catalog.query.CatalogSequence;
import dev.schemaguard.database.postgres.catalog.query.PostgresAnswers;
import dev.schemaguard.database.postgres.catalog.query.PostgresPath;
import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.inspect.CatalogMovedException;
import dev.schemaguard.inspect.CatalogNeeds;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Restrictions;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.UserType;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The schemas of one search path put together from the catalog's answers, and what these left open. */
final class PostgresDraft {

    private final Dialect dialect;
    private final InspectionScope scope;
    private final CatalogNeeds needs;
    private final PostgresAnswers answers;
    private final PostgresPath path;
    private final WantedRelations wanted;
    private final PostgresTypeNames types;
    private Schema schema;

    PostgresDraft(
            Dialect dialect,
            InspectionScope scope,
            CatalogNeeds needs,
            PostgresAnswers answers,
            PostgresPath path,
            WantedRelations wanted) {
        this.dialect = dialect;
        this.scope = scope;
        this.needs = needs;
        this.answers = answers;
        this.path = path;
        this.wanted = wanted;
        this.types = new PostgresTypeNames(dialect, path.typePath());
        types.add(answers);
        this.schema = assemble();
    }

    PostgresPath path() {
        return path;
    }

    Schema schema() {
        return schema;
    }

    /** Whether none of the tables and views that are meant exists. */
    boolean foundNothing() {
        return wanted.found().isEmpty();
    }

    /**
     * What the first query could not foresee: types made of types, modifiers that only their extension can print, and
     * triggers where a column needs filling.
     */
    OpenQuestions open() {
        boolean triggers = scope.expected().isPresent()
                && TriggerNeed.exists(scope.expected().get(), schema);
        return new OpenQuestions(
                types.takeUnknown(),
                List.copyOf(types.takeUnformatted()),
                triggers ? wanted.found().stream().map(CatalogRelation::oid).toList() : List.of());
    }

    /**
     * Takes in the answers to open questions, its own or not.
     *
     * @throws CatalogMovedException if they leave something open still
     */
    void take(PostgresAnswers more, OpenQuestions asked) {
        answers.addAll(more);
        asked.formatted(more).forEach(types::addFormatted);
        types.add(more);
        schema = assemble();
        if (!types.takeUnknown().isEmpty()) {
            throw new CatalogMovedException("a type");
        }
    }

    /** Without streams where nothing is to be said as a rule: each lambda is one more class to make at boot. */
    private Schema assemble() {
        List<Table> tables = new TableAssembly(dialect, types, answers, needs).tables(wanted.found());
        List<UserType> userTypes =
                types.userTypes().isEmpty() ? List.of() : new TypeAssembly(dialect, types, answers).all();
        return Schema.builder()
                .searchPath(path.searchPath(schemasOf(tables)))
                .tables(tables)
                .sequences(CatalogSequence.wanted(answers, scope, path))
                .types(userTypes)
                .complete(needs.everything() ? EnumSet.allOf(Family.class) : Set.of())
                .restrictions(
                        needs.everything()
                                ? Restrictions.NONE
                                : new Restrictions(path.unusable(), CatalogSequence.locked(answers, path)))
                .build();
    }

    /** The schemas in which the tables were found. */
    static Set<String> schemasOf(Collection<Table> tables) {
        Set<String> schemas = new HashSet<>();
        for (Table table : tables) {
            schemas.add(table.name().schema());
        }
        return schemas;
    }
}
