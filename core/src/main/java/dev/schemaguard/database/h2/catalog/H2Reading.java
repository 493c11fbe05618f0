package dev.schemaguard.database.h2.catalog;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.inspect.CatalogNeeds;
import dev.schemaguard.inspect.DatabaseInfo;
import dev.schemaguard.inspect.InspectionException;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.LiveSchema;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.InboundKey;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Sequence;
import dev.schemaguard.model.SqlText;
import dev.schemaguard.model.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** One look at one database. */
final class H2Reading {

    /** Those behind columns are listed with the columns. */
    private static final String SEQUENCES = """
            /* schema-guard: sequences */
            select SEQUENCE_SCHEMA, SEQUENCE_NAME, INCREMENT
            from INFORMATION_SCHEMA.SEQUENCES
            where SEQUENCE_SCHEMA = any(?)
            order by SEQUENCE_SCHEMA, SEQUENCE_NAME""";

    private final Connection connection;
    private final Dialect dialect;
    private final InspectionScope scope;
    private final CatalogNeeds needs;
    private final UnaryOperator<String> sameName;
    private final H2Question question;
    private final boolean knowsDistinctNulls;

    H2Reading(Connection connection, Dialect dialect, InspectionScope scope, UnaryOperator<String> sameName)
            throws SQLException {
        this.connection = connection;
        this.dialect = dialect;
        this.scope = scope;
        this.needs = scope.expected().map(CatalogNeeds::of).orElse(CatalogNeeds.EVERYTHING);
        this.sameName = sameName;
        this.question = new H2Question(connection, scope.timeout());
        this.knowsDistinctNulls = connection.getMetaData().getDatabaseMajorVersion() > 2
                || connection.getMetaData().getDatabaseMinorVersion() > 1;
    }

    LiveSchema read() throws InspectionException, SQLException {
        H2Namespace namespace = H2Namespace.read(question, scope, sameName);
        H2Relations relations = H2Relations.read(question, namespace);
        List<H2Relation> wanted = relations.wanted(scope);
        Map<ObjectName, SqlText> checks = H2Constraints.checks(question, dialect);
        H2UserTypes types = H2UserTypes.read(question, dialect, checks);
        Schema schema = Schema.builder()
                .searchPath(namespace.path())
                .tables(tables(namespace, wanted, types, checks))
                .sequences(needs.reads(Family.SEQUENCES) ? sequences(namespace) : List.of())
                .types(types.all().stream()
                        .filter(type ->
                                namespace.lookedAt().contains(type.name().schema()))
                        .toList())
                .complete(needs.everything() ? EnumSet.allOf(Family.class) : Set.of())
                .build();
        return new LiveSchema(
                DatabaseInfo.of(connection.getMetaData(), namespace.user(), namespace.lookedAt()),
                schema,
                wanted.isEmpty() ? relations.empty() : List.of(),
                Set.of());
    }

    private Set<Family> complete() {
        Set<Family> complete = EnumSet.copyOf(needs.families());
        complete.removeAll(Set.of(Family.TABLES, Family.SEQUENCES, Family.TYPES));
        if (needs.keys()) {
            complete.addAll(Set.of(Family.PRIMARY_KEYS, Family.UNIQUE_KEYS));
        }
        return complete;
    }

    private List<Table> tables(
            H2Namespace namespace, List<H2Relation> wanted, H2UserTypes types, Map<ObjectName, SqlText> checks)
            throws SQLException {
        H2Writability writability = H2Writability.read(question, namespace);
        H2Columns columns = H2Columns.read(question, wanted, dialect, types, writability);
        Optional<H2Constraints> constraints =
                needs.inbound() || !needs.constraintKinds().isEmpty()
                        ? Optional.of(H2Constraints.read(question, checks, knowsDistinctNulls))
                        : Optional.empty();
        Optional<H2Indexes> indexes = needs.keys()
                ? Optional.of(H2Indexes.read(question, wanted, knowsDistinctNulls, !needs.everything()))
                : Optional.empty();
        Set<ObjectName> names = wanted.stream().map(H2Relation::name).collect(Collectors.toSet());
        Set<Family> complete = complete();
        List<Table> tables = new ArrayList<>();
        for (H2Relation relation : wanted) {
            tables.add(Table.builder(relation.name())
                    .kind(relation.kind())
                    .columns(columns.of(relation))
                    .constraints(constraints.stream()
                            .flatMap(all -> all.of(relation).stream())
                            .filter(this::isAsked)
                            .toList())
                    .indexes(indexes.map(all -> all.of(relation)).orElse(List.of()))
                    .complete(complete)
                    .capabilities(writability.of(relation, inbound(constraints, relation, names)))
                    .build());
        }
        return tables;
    }

    private List<InboundKey> inbound(Optional<H2Constraints> constraints, H2Relation relation, Set<ObjectName> wanted) {
        return needs.inbound()
                ? constraints.stream()
                        .flatMap(all -> all.inbound(relation).stream())
                        .filter(key -> !wanted.contains(key.from()))
                        .toList()
                : List.of();
    }

    private boolean isAsked(Constraint constraint) {
        if (constraint instanceof Constraint.Key) {
            return needs.keys();
        }
        return needs.reads(constraint instanceof Constraint.Check ? Family.CHECKS : Family.FOREIGN_KEYS);
    }

    private List<Sequence> sequences(H2Namespace namespace) throws SQLException {
        List<Sequence> sequences = new ArrayList<>();
        question.ask(
                SEQUENCES,
                row -> sequences.add(new Sequence(
                        ObjectName.of(row.getString(1), row.getString(2)),
                        Sequence.Role.UNSTATED,
                        OptionalLong.of(row.getLong(3)),
                        Origin.NONE)),
                namespace.lookedAt());
        return sequences;
    }
}
