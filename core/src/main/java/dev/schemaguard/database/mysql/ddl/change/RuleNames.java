package dev.schemaguard.database.mysql.ddl.change;

import dev.schemaguard.ddl.draft.DraftTable;
import dev.schemaguard.model.Constraint;
import java.util.List;
import java.util.stream.Stream;

/**
 * The names that the server gives to rules which a script leaves without one (MySQL manual, 15.1.20.5 and 15.1.20.6): the table's, a
 * label, and numbers above those that the table had before the statement.
 */
final class RuleNames {

    private static final String FOREIGN_KEY = "_ibfk_";
    private static final String CHECK = "_chk_";

    /** What MariaDB calls a check. */
    private static final String FORKED_CHECK = "CONSTRAINT_";

    private final DraftTable table;
    private final boolean forked;
    private int foreignKeys;
    private int checks;

    /**
     * As they are given from now on.
     *
     * @param forked whether the server is a MariaDB
     */
    RuleNames(DraftTable table, boolean forked) {
        this.table = table;
        this.forked = forked;
        this.foreignKeys = highest(FOREIGN_KEY);
        this.checks = highest(CHECK);
    }

    /** That of the next foreign key. */
    String foreignKey() {
        return table.name().name() + FOREIGN_KEY + ++foreignKeys;
    }

    /** That of the next check; MariaDB takes the first number that is free. */
    String check() {
        if (!forked) {
            return table.name().name() + CHECK + ++checks;
        }
        List<Integer> taken = numbers(FORKED_CHECK).toList();
        int number = 1;
        while (taken.contains(number)) {
            number++;
        }
        return FORKED_CHECK + number;
    }

    private int highest(String label) {
        return numbers(table.name().name() + label).max(Integer::compare).orElse(0);
    }

    private Stream<Integer> numbers(String prefix) {
        return Stream.concat(table.constraints().stream().map(Constraint::name), Checks.forgotten(table))
                .filter(name -> name.regionMatches(true, 0, prefix, 0, prefix.length()))
                .map(name -> name.substring(prefix.length()))
                .filter(rest -> rest.matches("[0-9]{1,9}"))
                .map(Integer::valueOf);
    }
}
