package dev.schemaguard.inspect;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.inspect.PostgresQuery.Parameter;
import dev.schemaguard.inspect.PostgresSurroundings.Explanation;
import dev.schemaguard.inspect.PostgresTypeNames.Numbered;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Restrictions;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Sequence;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.UserType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads {@code pg_catalog} of PostgreSQL 14 to 18. One query answers for all tables; a second one only where types are made
 * of types that the first could not foresee, and one or two more only to say why something was not found.
 */
final class PostgresCatalog implements CatalogReader {

    @Override
    public LiveSchema read(Connection connection, Dialect dialect, InspectionScope scope)
            throws InspectionException, SQLException {
        NetworkDeadline deadline = NetworkDeadline.set(connection, scope.timeout());
        try {
            return new Reading(connection, dialect, scope).read();
        } finally {
            deadline.restore();
        }
    }

    /** One look at one database. */
    private static final class Reading {

        private final Connection connection;
        private final Dialect dialect;
        private final InspectionScope scope;
        private final CatalogNeeds needs;
        private final int version;
        private final int timeout;

        Reading(Connection connection, Dialect dialect, InspectionScope scope) throws SQLException {
            this.connection = connection;
            this.dialect = dialect;
            this.scope = scope;
            this.needs = scope.expected().map(CatalogNeeds::of).orElse(CatalogNeeds.EVERYTHING);
            this.version = connection.getMetaData().getDatabaseMajorVersion();
            this.timeout = Timeouts.seconds(scope.timeout());
        }

        LiveSchema read() throws InspectionException, SQLException {
            PostgresAnswers answers = query(List.of()).run(connection, timeout);
            PostgresPath path = PostgresPath.read(answers, scope, 0);
            WantedRelations wanted = new WantedRelations(scope, path, answers);
            Explanation around =
                    new PostgresSurroundings(connection, version, timeout, scope, dialect).explain(path, wanted);
            if (!around.hidden().isEmpty()) {
                answers = query(around.hidden()).run(connection, timeout);
                path = PostgresPath.read(answers, scope, around.hidden().size());
                wanted = new WantedRelations(scope, path, answers);
            }
            PostgresTypeNames types = new PostgresTypeNames(dialect, path.typePath());
            types.add(answers);
            Schema schema = assemble(types, answers, path, wanted);
            if (readMore(types, answers, wanted, schema)) {
                schema = assemble(types, answers, path, wanted);
                if (!types.takeUnknown().isEmpty()) {
                    throw new CatalogMovedException("a type");
                }
            }
            DatabaseInfo database = DatabaseInfo.of(connection.getMetaData(), path.role(), lookedAt(path, schema));
            return new LiveSchema(database, schema, around.empty());
        }

        private List<String> lookedAt(PostgresPath path, Schema schema) {
            List<String> schemas = new ArrayList<>(schema.searchPath());
            path.beside().forEach(entry -> schemas.add(entry.name()));
            return schemas;
        }

        private Schema assemble(
                PostgresTypeNames types, PostgresAnswers answers, PostgresPath path, WantedRelations wanted) {
            List<Table> tables = new TableAssembly(dialect, types, answers, needs).tables(wanted.found());
            TypeAssembly typeAssembly = new TypeAssembly(dialect, types, answers);
            List<UserType> userTypes = types.userTypes().values().stream()
                    .sorted(Comparator.comparing(TypeFacts::name))
                    .flatMap(facts -> typeAssembly.type(facts).stream())
                    .toList();
            Set<String> used =
                    tables.stream().map(table -> table.name().schema()).collect(Collectors.toSet());
            return Schema.builder()
                    .searchPath(path.searchPath(used))
                    .tables(tables)
                    .sequences(SequenceFacts.wanted(answers, scope, path))
                    .types(userTypes)
                    .complete(needs.everything() ? EnumSet.allOf(Family.class) : Set.of())
                    .restrictions(
                            needs.everything()
                                    ? Restrictions.NONE
                                    : new Restrictions(path.unusable(), SequenceFacts.locked(answers, path)))
                    .build();
        }

        /**
         * What the first query could not foresee: types made of types, modifiers that only their extension can print, and
         * triggers where a column needs filling.
         */
        private boolean readMore(
                PostgresTypeNames types, PostgresAnswers answers, WantedRelations wanted, Schema schema)
                throws SQLException {
            Set<Long> unknown = types.takeUnknown();
            List<Numbered> unformatted = List.copyOf(types.takeUnformatted());
            boolean triggers = scope.expected().isPresent()
                    && TriggerNeed.exists(scope.expected().get(), schema);
            PostgresQuery query = new PostgresQuery(version);
            if (!unknown.isEmpty()) {
                query.with(TypeFacts.NUMBERED, Parameter.numbers("oid", unknown))
                        .askTypes(needs);
            }
            if (triggers) {
                List<Long> relations =
                        wanted.found().stream().map(RelationFacts::oid).toList();
                query.with(RelationFacts.NUMBERED, Parameter.numbers("oid", relations))
                        .ask(PostgresQuestion.TRIGGERS);
            }
            query.askIf(
                    !unformatted.isEmpty(),
                    PostgresQuestion.FORMATTED_TYPES,
                    Parameter.numbers(
                            "oid", unformatted.stream().map(Numbered::oid).toList()),
                    Parameter.numbers(
                            "int4", unformatted.stream().map(Numbered::modifier).toList()));
            if (query.isEmpty()) {
                return false;
            }
            answers.addAll(query.run(connection, timeout));
            answers.all(PostgresQuestion.FORMATTED_TYPES)
                    .forEach((position, text) -> types.addFormatted(unformatted.get(position.intValue() - 1), text));
            types.add(answers);
            return true;
        }

        private PostgresQuery query(List<String> hidden) {
            boolean onSearchPath = scope.schemas().isEmpty();
            PostgresQuery query = new PostgresQuery(version)
                    .with(
                            SchemaFacts.LOOKED_AT,
                            Parameter.of(onSearchPath),
                            Parameter.of(!needs.everything()),
                            Parameter.names(hidden),
                            Parameter.names(scope.schemas()),
                            Parameter.names(qualifyingSchemas()));
            if (needs.everything()) {
                query.with(RelationFacts.ALL)
                        .with(ColumnFacts.COLUMNS_OF_RELATION)
                        .with(TypeFacts.USED_AND_ALL);
                query.ask(PostgresQuestion.ALL_SEQUENCES);
            } else {
                Schema expected = scope.expected().orElseThrow();
                query.with(RelationFacts.NAMED, names(expected.tables(), Table::name))
                        .with(ColumnFacts.COLUMNS_OF_RELATION);
                if (expected.types().isEmpty()) {
                    query.with(TypeFacts.USED);
                } else {
                    query.with(TypeFacts.USED_AND_NAMED, names(expected.types(), UserType::name));
                }
                query.askIf(
                        needs.reads(Family.SEQUENCES),
                        PostgresQuestion.SEQUENCES,
                        names(expected.sequences(), Sequence::name));
            }
            return query.ask(PostgresQuestion.SESSION)
                    .ask(PostgresQuestion.SCHEMAS)
                    .askFacts(needs);
        }

        /** The schemas that the expectation's qualified names speak of. */
        private Set<String> qualifyingSchemas() {
            Set<String> schemas = new LinkedHashSet<>();
            scope.expected()
                    .ifPresent(expected -> Stream.of(
                                    expected.tables().stream().map(Table::name),
                                    expected.sequences().stream().map(Sequence::name),
                                    expected.types().stream().map(UserType::name))
                            .flatMap(names -> names)
                            .filter(name ->
                                    name.isQualified() && !scope.schemas().contains(name.schema()))
                            .forEach(name -> schemas.add(name.schema())));
            return schemas;
        }

        private static <T> Parameter names(Collection<T> objects, Function<T, ObjectName> name) {
            Set<String> names = new LinkedHashSet<>();
            objects.forEach(object -> names.add(name.apply(object).name()));
            return Parameter.names(names);
        }
    }
}
