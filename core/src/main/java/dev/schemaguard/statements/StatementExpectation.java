package dev.schemaguard.statements;

import dev.schemaguard.model.Column;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Sequence;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.TableUse;
import dev.schemaguard.model.Use;
import dev.schemaguard.model.UserType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What statements by themselves expect of a database: the tables and columns that they name, the keys that their upserts mean, the
 * sequences and types. Types, nullability and defaults stay unstated, for no statement says them.
 */
public final class StatementExpectation {

    private final Map<ObjectName, Named> tables = new LinkedHashMap<>();
    private final Map<ObjectName, Origin> sequences = new LinkedHashMap<>();
    private final Map<ObjectName, Origin> types = new LinkedHashMap<>();

    private StatementExpectation() {}

    /** The expectation. Each fact comes from the first statement that says it. */
    public static Schema of(List<ReleaseStatement> statements) {
        StatementExpectation expectation = new StatementExpectation();
        statements.forEach(expectation::add);
        return expectation.schema();
    }

    private void add(ReleaseStatement statement) {
        Origin origin = statement.origin();
        StatementUse use = statement.use();
        use.accesses()
                .forEach(access -> tables.computeIfAbsent(access.table(), name -> new Named(name, origin))
                        .add(access, origin));
        use.sequences().forEach(name -> sequences.putIfAbsent(name, origin));
        use.types().forEach(name -> types.putIfAbsent(name, origin));
    }

    private Schema schema() {
        Schema.Builder schema = Schema.builder();
        tables.values().forEach(named -> schema.table(named.table()));
        if (tables.values().stream().anyMatch(Named::meetsConstraint)) {
            schema.complete(Set.of(Family.UNIQUE_KEYS));
        }
        sequences.forEach((name, origin) ->
                schema.sequence(new Sequence(name, Sequence.Role.GENERATOR, OptionalLong.empty(), origin)));
        types.forEach((name, origin) -> schema.type(new UserType.OpaqueType(name, origin)));
        return schema.build();
    }

    /** A table in the making. */
    private static final class Named {

        private final ObjectName name;
        private final Origin origin;
        private final Map<String, Origin> columns = new LinkedHashMap<>();
        private final Set<String> updated = new HashSet<>();
        private final List<TableAccess> inserts = new ArrayList<>();
        private final Map<Set<String>, Origin> keys = new LinkedHashMap<>();
        private final Set<StatementKind> kinds = EnumSet.noneOf(StatementKind.class);

        Named(ObjectName name, Origin origin) {
            this.name = name;
            this.origin = origin;
        }

        void add(TableAccess access, Origin from) {
            kinds.add(access.kind());
            Stream.of(access.read(), access.compared(), access.ordered(), access.written())
                    .flatMap(Set::stream)
                    .sorted()
                    .forEach(column -> columns.putIfAbsent(column, from));
            if (access.kind() == StatementKind.INSERT || access.kind() == StatementKind.UPSERT) {
                inserts.add(access);
            } else {
                updated.addAll(access.written());
            }
            if (access.conflict() instanceof ConflictTarget.Columns key && !key.partial()) {
                keys.putIfAbsent(key.columns(), from);
            }
        }

        /** A name of a key says not which columns it is over, so that all names are to be looked at. */
        boolean meetsConstraint() {
            return inserts.stream().anyMatch(access -> access.conflict() instanceof ConflictTarget.Constraint);
        }

        /** Who adds rows names all the columns that a row needs, so a column that is not named is not filled. */
        Table table() {
            Table.Builder table = Table.builder(name)
                    .origin(origin)
                    .use(use())
                    .columns(columns())
                    .constraints(keys());
            return !inserts.isEmpty() ? table.complete(Set.of(Family.COLUMNS)).build() : table.build();
        }

        private TableUse use() {
            TableUse use = TableUse.UNSTATED;
            for (StatementKind kind : kinds) {
                use = use.with(kind, Use.ALWAYS);
            }
            return use;
        }

        private List<Column> columns() {
            List<Column> all = new ArrayList<>();
            columns.forEach((column, from) -> all.add(Column.builder(column)
                    .written(isWritten(column) ? Use.ALWAYS : Use.UNSTATED)
                    .origin(from)
                    .build()));
            return all;
        }

        /** Whether each new row gets a value, or, where none is added, some update gives one. */
        private boolean isWritten(String column) {
            return inserts.isEmpty()
                    ? updated.contains(column)
                    : inserts.stream()
                            .allMatch(insert ->
                                    insert.everyColumn() || insert.written().contains(column));
        }

        private List<Constraint> keys() {
            List<Constraint> all = new ArrayList<>();
            keys.forEach((key, from) -> all.add(new Constraint.UniqueKey(
                    "", key.stream().sorted().toList(), false, Constraint.Enforcement.ORDINARY, from)));
            return all;
        }
    }
}
