package dev.schemaguard.ddl.draft;

import dev.schemaguard.model.Constraint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The keys and rules of a table in the making, in the order of their creation and found by their names. */
public final class Rules implements Iterable<Constraint> {

    private final DraftTable table;
    private final List<Constraint> rules = new ArrayList<>();

    /** The first one of each name. */
    private final Map<String, Constraint> byName = new HashMap<>();

    Rules(DraftTable table) {
        this.table = table;
    }

    /** Adds one behind the others. */
    public void add(Constraint constraint) {
        rules.add(constraint);
        byName.putIfAbsent(constraint.name(), constraint);
        table.directory().ifPresent(directory -> directory.rule(table, constraint));
    }

    /** The first one of that name. */
    Optional<Constraint> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Removes those that are meant. */
    public void removeIf(Predicate<Constraint> meant) {
        if (rules.removeIf(meant)) {
            changed();
        }
    }

    /** Puts another one in the place of each. */
    public void replaceAll(UnaryOperator<Constraint> change) {
        rules.replaceAll(change);
        changed();
    }

    void clear() {
        removeIf(rule -> true);
    }

    private void changed() {
        byName.clear();
        rules.forEach(rule -> byName.putIfAbsent(rule.name(), rule));
        table.directory().ifPresent(directory -> {
            rules.forEach(rule -> directory.rule(table, rule));
            directory.freed();
        });
    }

    /** All of them; they cannot be changed by it. */
    List<Constraint> all() {
        return Collections.unmodifiableList(rules);
    }

    public Stream<Constraint> stream() {
        return rules.stream();
    }

    @Override
    public Iterator<Constraint> iterator() {
        return all().iterator();
    }
}
