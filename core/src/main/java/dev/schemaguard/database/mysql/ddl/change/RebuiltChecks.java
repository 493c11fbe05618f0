package dev.schemaguard.database.mysql.ddl.change;

import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.draft.DraftTable;
import dev.schemaguard.ddl.script.SqlExpression;
import dev.schemaguard.ddl.script.Token.Kind;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Constraint;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The checks of which MySQL prints another text when a table is made anew. */
final class RebuiltChecks {

    private static final Set<String> TIMES = Set.of("date", "time", "datetime", "timestamp", "year");

    private RebuiltChecks() {}

    static Stream<Constraint> of(Catalog catalog, DraftTable table) {
        List<String> times = table.columns().stream()
                .filter(RebuiltChecks::isTime)
                .map(Column::name)
                .toList();
        List<Constraint> checks = table.constraints().stream()
                .filter(rule -> rule instanceof Constraint.Check check && isOf(catalog, check, times))
                .toList();
        return checks.stream();
    }

    private static boolean isTime(Column column) {
        return column.type() instanceof ColumnType.Named named
                && TIMES.contains(named.name().name());
    }

    /** Whether it names a time, and a number. */
    private static boolean isOf(Catalog catalog, Constraint.Check check, List<String> times) {
        boolean number = SqlExpression.tokens(
                        check.condition().written(), catalog.habits().lexicalRules())
                .stream()
                .anyMatch(token -> token.kind() == Kind.NUMBER);
        return number
                && catalog.expressions().names(check.condition().written()).stream()
                        .anyMatch(name -> times.stream().anyMatch(name::equalsIgnoreCase));
    }
}
