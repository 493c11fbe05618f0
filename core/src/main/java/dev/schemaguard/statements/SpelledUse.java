package dev.schemaguard.statements;

import dev.schemaguard.model.Column;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Uses in the spelling that an expectation has for the same names: a statement may leave out the schema, or write in another case
 * what means the same in any.
 */
public final class SpelledUse {

    private final Schema expected;
    private final Map<String, Optional<Table>> byFoldedName = new HashMap<>();

    public SpelledUse(Schema expected) {
        this.expected = expected;
        expected.tables()
                .forEach(table -> byFoldedName.merge(
                        folded(table.name().name()), Optional.of(table), (one, other) -> Optional.empty()));
    }

    /** The use in the expectation's spelling; what the expectation does not name stays as it is. */
    public StatementUse of(StatementUse use) {
        List<TableAccess> accesses = new ArrayList<>();
        use.accesses().forEach(access -> accesses.add(of(access)));
        return new StatementUse(
                accesses,
                use.sequences(),
                use.types(),
                use.open().stream().map(this::of).collect(Collectors.toSet()));
    }

    private TableAccess of(TableAccess access) {
        return meant(access.table()).map(table -> in(table, access)).orElse(access);
    }

    private OpenColumn of(OpenColumn column) {
        if (column.nearestFirst().isEmpty()) {
            return column;
        }
        String name = column.candidates()
                .flatMap(candidate -> meant(candidate.table()).stream())
                .map(table -> spelled(column.name(), table))
                .filter(spelled -> !spelled.equals(column.name()))
                .findFirst()
                .orElse(column.name());
        return new OpenColumn(
                name,
                column.role(),
                column.nearestFirst().stream().map(this::of).toList());
    }

    private OpenColumn.Level of(OpenColumn.Level level) {
        return new OpenColumn.Level(
                level.candidates().stream()
                        .map(one -> new OpenColumn.Candidate(
                                meant(one.table()).map(Table::name).orElse(one.table()), one.kind()))
                        .collect(Collectors.toSet()),
                level.orElsewhere(),
                level.orGiven());
    }

    private Optional<Table> meant(ObjectName name) {
        Optional<Table> exact = expected.table(name).or(() -> expected.table(name.unqualified()));
        return exact.isPresent()
                ? exact
                : byFoldedName
                        .getOrDefault(folded(name.name()), Optional.empty())
                        .filter(table -> !name.isQualified()
                                || !table.name().isQualified()
                                || table.name().schema().equalsIgnoreCase(name.schema()));
    }

    private static TableAccess in(Table table, TableAccess access) {
        ConflictTarget conflict = access.conflict() instanceof ConflictTarget.Columns columns
                ? new ConflictTarget.Columns(spelled(columns.columns(), table), columns.partial())
                : access.conflict();
        return new TableAccess(
                table.name(),
                access.kind(),
                spelled(access.read(), table),
                spelled(access.compared(), table),
                spelled(access.written(), table),
                access.everyColumn(),
                conflict,
                spelled(access.ordered(), table),
                spelled(access.around(), table));
    }

    private static Set<String> spelled(Set<String> columns, Table table) {
        return columns.stream().map(name -> spelled(name, table)).collect(Collectors.toSet());
    }

    private static String spelled(String name, Table table) {
        if (table.column(name).isPresent()) {
            return name;
        }
        List<String> alike = table.columns().stream()
                .map(Column::name)
                .filter(name::equalsIgnoreCase)
                .toList();
        return alike.size() == 1 ? alike.get(0) : name;
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
