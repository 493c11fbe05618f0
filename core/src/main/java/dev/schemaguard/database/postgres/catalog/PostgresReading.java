package dev.schemaguard.database.postgres.catalog;

import dev.schemaguard.database.postgres.catalog.MissingTableDiagnosis.Explanation;
import dev.schemaguard.database.postgres.catalog.query.CatalogRelation;
import dev.schemaguard.database.postgres.catalog.query.CatalogType;
import dev.schemaguard.database.postgres.catalog.query.ColumnQueries;
import dev.schemaguard.database.postgres.catalog.query.PostgresAnswers;
import dev.schemaguard.database.postgres.catalog.query.PostgresPath;
import dev.schemaguard.database.postgres.catalog.query.PostgresQuery;
import dev.schemaguard.database.postgres.catalog.query.PostgresQuery.Parameter;
import dev.schemaguard.database.postgres.catalog.query.PostgresQuestion;
import dev.schemaguard.database.postgres.catalog.query.SchemaQueries;
import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.inspect.CatalogNeeds;
import dev.schemaguard.inspect.DatabaseInfo;
import dev.schemaguard.inspect.InspectionException;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.LiveSchema;
import dev.schemaguard.inspect.Timeouts;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Sequence;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.UserType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One look at one database: at the schemas of one search path together, or at each of many schemas by itself. */
final class PostgresReading {

    private final Connection connection;
    private final Dialect dialect;
    private final InspectionScope scope;
    private final CatalogNeeds needs;
    private final int version;
    private final int timeout;

    PostgresReading(Connection connection, Dialect dialect, InspectionScope scope) throws SQLException {
        this.connection = connection;
        this.dialect = dialect;
        this.scope = scope;
        this.needs =
                scope.expected().isPresent() ? CatalogNeeds.of(scope.expected().get()) : CatalogNeeds.EVERYTHING;
        this.version = connection.getMetaData().getDatabaseMajorVersion();
        this.timeout = Timeouts.seconds(scope.timeout());
    }

    LiveSchema read() throws InspectionException, SQLException {
        PostgresAnswers answers = ask(List.of());
        PostgresPath path = PostgresPath.read(answers, scope, 0);
        WantedRelations wanted = new WantedRelations(scope, path, answers);
        Explanation around = wanted.areAllThere(path)
                ? Explanation.NOT_NEEDED
                : surroundings().explain(path, wanted);
        if (!around.hidden().isEmpty()) {
            answers = ask(around.hidden());
            path = PostgresPath.read(answers, scope, around.hidden().size());
            wanted = new WantedRelations(scope, path, answers);
        }
        PostgresDraft draft = new PostgresDraft(dialect, scope, needs, answers, path, wanted);
        askMore(List.of(draft));
        return live(draft, around.empty());
    }

    /** What {@link #read} would tell of each schema of the scope alone, in as many queries as for one of them. */
    List<LiveSchema> readEach() throws InspectionException, SQLException {
        PostgresAnswers answers = ask(List.of());
        PostgresPath all = PostgresPath.read(answers, scope, 0);
        List<PostgresDraft> drafts = new ArrayList<>();
        new TenantAnswers(answers, all).split().forEach((schema, own) -> {
            PostgresPath path = all.narrowedTo(schema);
            drafts.add(new PostgresDraft(dialect, scope, needs, own, path, new WantedRelations(scope, path, own)));
        });
        Set<String> empty = surroundings()
                .empty(drafts.stream()
                        .filter(PostgresDraft::foundNothing)
                        .flatMap(draft -> draft.path().named().stream())
                        .toList());
        askMore(drafts);
        List<LiveSchema> each = new ArrayList<>();
        for (PostgresDraft draft : drafts) {
            each.add(live(
                    draft, draft.path().named().stream().filter(empty::contains).toList()));
        }
        return each;
    }

    private MissingTableDiagnosis surroundings() {
        return new MissingTableDiagnosis(connection, version, timeout, scope, dialect);
    }

    private LiveSchema live(PostgresDraft draft, List<String> empty) throws SQLException {
        Set<String> used = PostgresDraft.schemasOf(draft.schema().tables());
        return new LiveSchema(
                DatabaseInfo.of(
                        connection.getMetaData(),
                        draft.path().role(),
                        draft.path().lookedAt(used)),
                draft.schema(),
                empty,
                Set.of());
    }

    /** Asks at once for what the first query could not foresee of any of the drafts. */
    private void askMore(List<PostgresDraft> drafts) throws SQLException {
        Map<PostgresDraft, OpenQuestions> open = new LinkedHashMap<>();
        for (PostgresDraft draft : drafts) {
            OpenQuestions ofDraft = draft.open();
            if (!ofDraft.isEmpty()) {
                open.put(draft, ofDraft);
            }
        }
        if (!open.isEmpty()) {
            OpenQuestions all = OpenQuestions.all(open.values());
            PostgresAnswers more = all.query(version, needs).run(connection, timeout);
            open.keySet().forEach(draft -> draft.take(more, all));
        }
    }

    private PostgresAnswers ask(List<String> hidden) throws SQLException {
        return query(hidden).run(connection, timeout);
    }

    private PostgresQuery query(List<String> hidden) {
        boolean onSearchPath = scope.schemas().isEmpty();
        PostgresQuery query = new PostgresQuery(version)
                .with(
                        SchemaQueries.LOOKED_AT,
                        Parameter.of(onSearchPath),
                        Parameter.of(!needs.everything()),
                        Parameter.names(hidden),
                        Parameter.names(scope.schemas()),
                        Parameter.names(qualifyingSchemas()));
        if (needs.everything()) {
            query.with(CatalogRelation.ALL)
                    .with(ColumnQueries.COLUMNS_OF_RELATION)
                    .with(CatalogType.USED_AND_ALL);
            query.ask(PostgresQuestion.ALL_SEQUENCES);
        } else {
            Schema expected = scope.expected().orElseThrow();
            query.with(CatalogRelation.NAMED, names(tables(expected))).with(ColumnQueries.COLUMNS_OF_RELATION);
            if (expected.types().isEmpty()) {
                query.with(CatalogType.USED);
            } else {
                query.with(CatalogType.USED_AND_NAMED, names(types(expected)));
            }
            query.askIf(needs.reads(Family.SEQUENCES), PostgresQuestion.SEQUENCES, names(sequences(expected)));
        }
        return query.ask(PostgresQuestion.SESSION).ask(PostgresQuestion.SCHEMAS).askFacts(needs);
    }

    /** The schemas that the expectation's qualified names speak of. */
    private Set<String> qualifyingSchemas() {
        Set<String> schemas = new LinkedHashSet<>();
        if (scope.expected().isPresent()) {
            List<ObjectName> names = new ArrayList<>(tables(scope.expected().get()));
            names.addAll(sequences(scope.expected().get()));
            names.addAll(types(scope.expected().get()));
            for (ObjectName name : names) {
                if (name.isQualified() && !scope.schemas().contains(name.schema())) {
                    schemas.add(name.schema());
                }
            }
        }
        return schemas;
    }

    private static List<ObjectName> tables(Schema expected) {
        List<ObjectName> names = new ArrayList<>();
        for (Table table : expected.tables()) {
            names.add(table.name());
        }
        return names;
    }

    private static List<ObjectName> sequences(Schema expected) {
        List<ObjectName> names = new ArrayList<>();
        for (Sequence sequence : expected.sequences()) {
            names.add(sequence.name());
        }
        return names;
    }

    private static List<ObjectName> types(Schema expected) {
        List<ObjectName> names = new ArrayList<>();
        for (UserType type : expected.types()) {
            names.add(type.name());
        }
        return names;
    }

    private static Parameter names(List<ObjectName> objects) {
        Set<String> names = new LinkedHashSet<>();
        for (ObjectName name : objects) {
            names.add(name.name());
        }
        return Parameter.names(names);
    }
}
