package dev.schemaguard.database.mysql.ddl.change;

import dev.schemaguard.ddl.draft.DraftTable;
import dev.schemaguard.model.Constraint;
import java.util.List;
import java.util.stream.Stream;

/**
 * The names that the server gives to rules which a script leaves without one (MySQL manual, 15.1.20.5 and 15.1.20.6).
 *
 * @param table the table
 * @param forked whether the server is a MariaDB
 */
record RuleNames(DraftTable table, boolean forked) {

    /** That of the next foreign key. */
    String foreignKey() {
        return numbered("_ibfk_");
    }

    /** That of the next check: MySQL names it after its table, MariaDB by the first number that is free. */
    String check() {
        if (!forked) {
            return numbered("_chk_");
        }
        List<Integer> taken = numbers("CONSTRAINT_").toList();
        int number = 1;
        while (taken.contains(number)) {
            number++;
        }
        return "CONSTRAINT_" + number;
    }

    private String numbered(String label) {
        String prefix = table.name().name() + label;
        int highest = numbers(prefix).max(Integer::compare).orElse(0);
        return prefix + (highest + 1);
    }

    private Stream<Integer> numbers(String prefix) {
        return table.constraints().stream()
                .map(Constraint::name)
                .filter(name -> name.regionMatches(true, 0, prefix, 0, prefix.length()))
                .map(name -> name.substring(prefix.length()))
                .filter(rest -> rest.matches("[0-9]{1,9}"))
                .map(Integer::valueOf);
    }
}
