package dev.schemaguard.database.h2.catalog;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Constraint.Enforcement;
import dev.schemaguard.model.Constraint.ReferentialAction;
import dev.schemaguard.model.InboundKey;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.SqlText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The keys and rules of tables, read whole: a foreign key refers to a key of any table. */
final class H2Constraints {

    private static final String CHECKS = """
            /* schema-guard: checks */
            select CONSTRAINT_SCHEMA, CONSTRAINT_NAME, CHECK_CLAUSE
            from INFORMATION_SCHEMA.CHECK_CONSTRAINTS""";

    private static final String KEY_COLUMNS = """
            /* schema-guard: columns of keys */
            select CONSTRAINT_SCHEMA, CONSTRAINT_NAME, TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, ORDINAL_POSITION,
              POSITION_IN_UNIQUE_CONSTRAINT
            from INFORMATION_SCHEMA.KEY_COLUMN_USAGE""";

    private static final String REFERENCES = """
            /* schema-guard: references */
            select CONSTRAINT_SCHEMA, CONSTRAINT_NAME, UNIQUE_CONSTRAINT_SCHEMA, UNIQUE_CONSTRAINT_NAME, UPDATE_RULE,
              DELETE_RULE
            from INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS""";

    /** Before 2.2 all nulls were distinct, and there was no such column. */
    private static final String CONSTRAINTS = """
            /* schema-guard: constraints */
            select TABLE_SCHEMA, TABLE_NAME, CONSTRAINT_SCHEMA, CONSTRAINT_NAME, CONSTRAINT_TYPE, ENFORCED,
              NULLS_DISTINCT
            from INFORMATION_SCHEMA.TABLE_CONSTRAINTS
            order by CONSTRAINT_NAME""";

    private final Map<ObjectName, Key> keys = new HashMap<>();
    private final Map<ObjectName, Reference> references = new HashMap<>();
    private final Map<ObjectName, List<Constraint>> byTable = new HashMap<>();
    private final Map<ObjectName, List<InboundKey>> inbound = new LinkedHashMap<>();

    private H2Constraints() {}

    /** The conditions of all checks by the stored name of the constraint, those of domains among them. */
    static Map<ObjectName, SqlText> checks(H2Question question, Dialect dialect) throws SQLException {
        Map<ObjectName, SqlText> checks = new HashMap<>();
        question.ask(
                CHECKS,
                row -> checks.put(
                        ObjectName.of(row.getString(1), row.getString(2)), dialect.expression(row.getString(3))));
        return checks;
    }

    static H2Constraints read(H2Question question, Map<ObjectName, SqlText> checks, boolean knowsDistinctNulls)
            throws SQLException {
        H2Constraints constraints = new H2Constraints();
        question.ask(KEY_COLUMNS, constraints::addColumn);
        question.ask(REFERENCES, constraints::addReference);
        question.ask(
                knowsDistinctNulls ? CONSTRAINTS : CONSTRAINTS.replace("NULLS_DISTINCT", "'YES'"),
                row -> constraints.add(row, checks));
        return constraints;
    }

    List<Constraint> of(H2Relation relation) {
        return byTable.getOrDefault(relation.stored(), List.of());
    }

    /** The foreign keys of other tables that refer to one. */
    List<InboundKey> inbound(H2Relation relation) {
        return inbound.getOrDefault(relation.stored(), List.of());
    }

    private void addColumn(ResultSet row) throws SQLException {
        ObjectName table = ObjectName.of(row.getString(3), row.getString(4));
        Key key = keys.computeIfAbsent(
                ObjectName.of(row.getString(1), row.getString(2)), name -> new Key(table, new TreeMap<>()));
        key.columns.put(row.getInt(6), new Part(row.getString(5), row.getInt(7)));
    }

    private void addReference(ResultSet row) throws SQLException {
        String schema = row.getString(3);
        references.put(
                ObjectName.of(row.getString(1), row.getString(2)),
                new Reference(
                        schema == null ? Optional.empty() : Optional.of(ObjectName.of(schema, row.getString(4))),
                        action(row.getString(5)),
                        action(row.getString(6))));
    }

    private static ReferentialAction action(String rule) {
        return switch (rule) {
            case "CASCADE" -> ReferentialAction.CASCADE;
            case "SET NULL" -> ReferentialAction.SET_NULL;
            case "SET DEFAULT" -> ReferentialAction.SET_DEFAULT;
            // H2 checks both at once (manual, Referential Action).
            default -> ReferentialAction.NO_ACTION;
        };
    }

    private void add(ResultSet row, Map<ObjectName, SqlText> checks) throws SQLException {
        ObjectName table = ObjectName.of(row.getString(1), row.getString(2));
        ObjectName stored = ObjectName.of(row.getString(3), row.getString(4));
        String name = stored.name();
        Enforcement enforcement = new Enforcement(false, true, H2Question.isYes(row, "ENFORCED"));
        List<String> columns = columns(stored);
        Optional<Constraint> constraint = switch (row.getString(5)) {
            case "PRIMARY KEY" -> Optional.of(new Constraint.PrimaryKey(name, columns, enforcement, Origin.NONE));
            case "UNIQUE" ->
                Optional.of(new Constraint.UniqueKey(
                        name, columns, "NO".equals(row.getString(7)), enforcement, Origin.NONE));
            case "FOREIGN KEY" -> foreignKey(table, stored, columns, enforcement);
            case "CHECK" ->
                Optional.ofNullable(checks.get(stored))
                        .map(check -> new Constraint.Check(name, check, enforcement, Origin.NONE));
            default -> Optional.empty();
        };
        constraint.ifPresent(
                one -> byTable.computeIfAbsent(table, key -> new ArrayList<>()).add(one));
    }

    private List<String> columns(ObjectName constraint) {
        Key key = keys.get(constraint);
        return key == null
                ? List.of()
                : key.columns.values().stream().map(Part::column).toList();
    }

    private Optional<Constraint> foreignKey(
            ObjectName table, ObjectName stored, List<String> columns, Enforcement enforcement) {
        Reference reference = references.get(stored);
        Key own = keys.get(stored);
        Key target = reference == null ? null : reference.key().map(keys::get).orElse(null);
        if (reference == null || own == null || target == null) {
            return Optional.empty();
        }
        ObjectName targetTable = target.table();
        List<String> targetColumns = own.columns.values().stream()
                .map(part -> target.columns.get(part.placeInTarget()))
                .map(Part::column)
                .toList();
        if (!targetTable.equals(table)) {
            inbound.computeIfAbsent(targetTable, key -> new ArrayList<>())
                    .add(new InboundKey(table, targetColumns, reference.onDelete(), reference.onUpdate()));
        }
        return Optional.of(new Constraint.ForeignKey(
                stored.name(),
                columns,
                targetTable,
                targetColumns,
                reference.onDelete(),
                reference.onUpdate(),
                enforcement,
                Origin.NONE));
    }

    private record Part(String column, int placeInTarget) {}

    private record Key(ObjectName table, Map<Integer, Part> columns) {}

    private record Reference(Optional<ObjectName> key, ReferentialAction onUpdate, ReferentialAction onDelete) {}
}
