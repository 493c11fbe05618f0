package dev.schemaguard.source.ddl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The programs that a script has created so far, and those of them that wait for DDL. */
final class Programs {

    private static final int DEEPEST = 30;

    private final Map<String, RoutineChange.Create> routines = new HashMap<>();
    private final List<Program> listeners = new ArrayList<>();
    private Optional<DraftTable> subject = Optional.empty();
    private int depth;

    /** Adds a function or procedure, in place of one of the same name. */
    void add(RoutineChange.Create routine) {
        routines.put(routine.name().name(), routine);
    }

    /** The function or procedure of that name. */
    Optional<RoutineChange.Create> find(String name) {
        return Optional.ofNullable(routines.get(name));
    }

    /** Lets a program run behind the creation of tables from now on. */
    void listen(Program program) {
        listeners.add(program);
    }

    /** Runs the programs that wait for the creation of a table; what they change is this table. */
    void created(DraftTable table, Catalog catalog) {
        if (!listeners.isEmpty() && subject.isEmpty()) {
            subject = Optional.of(table);
            listeners.forEach(program -> program.doubt(catalog));
            subject = Optional.empty();
        }
    }

    /** The only table that is changed now, while a program runs behind its creation. */
    Optional<DraftTable> subject() {
        return subject;
    }

    /** Begins a program, unless there are too many within each other. */
    boolean enter() {
        depth++;
        return depth <= DEEPEST;
    }

    /** Ends a program. */
    void leave() {
        depth--;
    }
}
