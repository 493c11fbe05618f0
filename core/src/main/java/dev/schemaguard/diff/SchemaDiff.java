package dev.schemaguard.diff;

import dev.schemaguard.model.Column;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Privilege;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.Use;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Pairs the tables of an expected and a live schema and names every difference. */
public final class SchemaDiff {

    private final Schema expected;
    private final Schema live;
    private final Set<String> emptySchemas;
    private final String role;
    private final List<Drift> drifts = new ArrayList<>();

    private SchemaDiff(Schema expected, Schema live, Set<String> emptySchemas, String role) {
        this.expected = expected;
        this.live = live;
        this.emptySchemas = emptySchemas;
        this.role = role;
    }

    /**
     * Every difference between what is expected and what is there. Facts that either side leaves unstated are not compared.
     *
     * @param expected what the release expects
     * @param live what the database has
     * @param emptySchemas those of the live schemas that hold nothing at all
     * @param role the connected role, for messages about privileges
     */
    public static List<Drift> between(Schema expected, Schema live, Set<String> emptySchemas, String role) {
        SchemaDiff diff = new SchemaDiff(expected, live, Set.copyOf(emptySchemas), role);
        diff.compare();
        return List.copyOf(diff.drifts);
    }

    private void compare() {
        TypeComparison types = new TypeComparison(expected, live);
        Map<String, Integer> expectedInEmpty = new LinkedHashMap<>();
        for (Table table : expected.tables()) {
            Optional<Table> found = live.table(table.name());
            if (found.isPresent()) {
                new TableDiff(table, found.get(), types, drifts).compare();
                privileges(table, found.get());
            } else {
                ObjectName where = table.name().in(firstSchema());
                if (emptySchemas.contains(where.schema())) {
                    expectedInEmpty.merge(where.schema(), 1, Integer::sum);
                } else {
                    drifts.add(new TableDrift.MissingTable(table, where));
                }
            }
        }
        if (expectedInEmpty.isEmpty()) {
            new ObjectDiff(expected, live, drifts).compare();
        }
        expectedInEmpty.forEach((schema, tables) -> drifts.add(0, new SchemaDrift.EmptySchema(schema, tables)));
    }

    private String firstSchema() {
        return live.searchPath().isEmpty() ? "" : live.searchPath().get(0);
    }

    private void privileges(Table table, Table found) {
        if (!found.capabilities().privilegesStated()) {
            return;
        }
        privilege(table, found, Privilege.SELECT, StatementKind.SELECT);
        if (found.kind().holdsRows()) {
            privilege(table, found, Privilege.INSERT, StatementKind.INSERT);
            privilege(table, found, Privilege.UPDATE, StatementKind.UPDATE);
            privilege(table, found, Privilege.DELETE, StatementKind.DELETE);
        }
    }

    private void privilege(Table table, Table found, Privilege privilege, StatementKind statement) {
        boolean onTable = found.capabilities().privileges().contains(privilege);
        List<Column> named = table.columns().stream()
                .filter(column -> privilege == Privilege.SELECT || writes(table, column, statement))
                .toList();
        boolean onEveryColumn = !named.isEmpty()
                && named.stream()
                        .allMatch(column -> found.capabilities()
                                .columnPrivileges()
                                .getOrDefault(column.name(), Set.of())
                                .contains(privilege));
        if (!onTable && !onEveryColumn && table.use().of(statement) != Use.NEVER) {
            drifts.add(new TableDrift.MissingPrivilege(table, found.name(), privilege, role));
        }
    }

    /** No statement changes the key that it finds the row by. */
    private static boolean writes(Table table, Column column, StatementKind statement) {
        boolean inKey = table.primaryKey()
                .filter(key -> key.columns().contains(column.name()))
                .isPresent();
        return column.written() != Use.NEVER && !(statement == StatementKind.UPDATE && inKey);
    }
}
