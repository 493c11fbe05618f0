package dev.schemaguard.database.mysql.ddl.change;

import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.draft.DraftTable;
import dev.schemaguard.ddl.script.SqlExpression;
import dev.schemaguard.ddl.script.Token;
import dev.schemaguard.ddl.script.Token.Kind;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Constraint;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The checks that the server writes in another way than the script: MySQL where a table is made anew, MariaDB at once (tried on
 * 11.4.5): it turns constants into values of the type that a column has which they are compared with.
 */
final class RewrittenChecks {

    private static final Set<String> TIMES = Set.of("date", "time", "datetime", "timestamp", "year");

    /** Those of which MariaDB turns any constant. */
    private static final Set<String> TURNED = Set.of("timestamp", "year");

    private static final Set<String> LONG = Set.of("bigint");

    private RewrittenChecks() {}

    static Stream<Constraint> of(Catalog catalog, DraftTable table, boolean forked) {
        List<Constraint> checks = table.constraints().stream()
                .filter(rule -> rule instanceof Constraint.Check check
                        && (forked ? isTurned(catalog, table, check) : isOfTime(catalog, table, check)))
                .toList();
        return checks.stream();
    }

    /** Whether it names a time, and a number. */
    private static boolean isOfTime(Catalog catalog, DraftTable table, Constraint.Check check) {
        return tokens(catalog, check).anyMatch(token -> token.kind() == Kind.NUMBER)
                && namesOne(catalog, table, check, TIMES);
    }

    private static boolean isTurned(Catalog catalog, DraftTable table, Constraint.Check check) {
        boolean constant =
                tokens(catalog, check).anyMatch(token -> token.kind() == Kind.NUMBER || token.kind() == Kind.STRING);
        boolean noPlainNumber = tokens(catalog, check)
                .anyMatch(token -> token.kind() == Kind.STRING
                        || token.kind() == Kind.NUMBER && !token.text().matches("[0-9]+"));
        return constant && namesOne(catalog, table, check, TURNED)
                || noPlainNumber && namesOne(catalog, table, check, LONG);
    }

    private static Stream<Token> tokens(Catalog catalog, Constraint.Check check) {
        return SqlExpression.tokens(
                check.condition().written(), catalog.habits().lexicalRules())
                .stream();
    }

    private static boolean namesOne(Catalog catalog, DraftTable table, Constraint.Check check, Set<String> types) {
        List<String> columns = table.columns().stream()
                .filter(column -> column.type() instanceof ColumnType.Named named
                        && types.contains(named.name().name()))
                .map(Column::name)
                .toList();
        return catalog.expressions().names(check.condition().written()).stream()
                .anyMatch(name -> columns.stream().anyMatch(name::equalsIgnoreCase));
    }
}
