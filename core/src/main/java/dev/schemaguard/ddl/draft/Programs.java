package dev.schemaguard.ddl.draft;

import dev.schemaguard.model.Gap;
import dev.schemaguard.model.ObjectName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The programs that a script has created so far, and those of them that wait for DDL. */
public final class Programs {

    private static final int DEEPEST = 30;

    /** How much programs may do in all, in characters: some 100,000 steps, or 32 MB of dynamic statements. */
    private static final long MOST = 32L << 20;

    private static final int STEP = 320;

    private final Map<String, Optional<Change>> routines = new HashMap<>();
    private final Map<String, Set<String>> heads = new HashMap<>();
    private final Map<String, Set<String>> calls = new HashMap<>();
    private final Map<String, Set<Gap>> kept = new LinkedHashMap<>();
    private final Set<String> changing = new HashSet<>();
    private final Map<String, Set<String>> bySchema = new HashMap<>();
    private final Map<String, Set<String>> bySignature = new HashMap<>();
    private boolean dependOnObjects;
    private final List<Change> listeners = new ArrayList<>();
    private Optional<DraftTable> subject = Optional.empty();
    private int depth;
    private long done;

    /**
     * Adds a function or procedure, in place of one of the same name.
     *
     * @param program what it does; nothing where that cannot be read
     */
    public void add(String name, Optional<Change> program) {
        routines.put(name, program);
    }

    /**
     * Notes what belongs to a function or procedure beside its program.
     *
     * @param name its full name
     * @param signature the names in its head, types among them
     * @param dependsOnObjects whether the server keeps what its body uses, and drops it with that
     */
    public void describe(ObjectName name, Set<String> signature, boolean dependsOnObjects) {
        bySchema.computeIfAbsent(name.schema(), key -> new LinkedHashSet<>()).add(name.name());
        signature.forEach(used ->
                bySignature.computeIfAbsent(used, key -> new LinkedHashSet<>()).add(name.name()));
        dependOnObjects |= dependsOnObjects;
    }

    /**
     * Notes what tells whether a call of a function or procedure may change the schema.
     *
     * @param name its name
     * @param head its arguments as they are written
     * @param called what it may call, itself included where it has that name
     * @param changes whether its own program may change the schema, or is not understood
     */
    public void declare(String name, String head, Set<String> called, boolean changes) {
        Set<String> known = heads.computeIfAbsent(name, key -> new LinkedHashSet<>());
        known.add(head);
        calls.computeIfAbsent(name, key -> new LinkedHashSet<>()).addAll(called);
        if (changes) {
            changing.add(name);
        }
        if (known.size() > 1 && changing.contains(name)) {
            // Which of several of one name is meant hangs on types that are not followed.
            routines.put(name, Optional.empty());
        }
    }

    /** Whether a function or procedure of the script may change the schema, by itself or by what it calls. */
    public boolean change(String name) {
        return changing.contains(name) || callOthersThatChange(name);
    }

    /** Whether what it calls may change the schema. */
    public boolean callOthersThatChange(String name) {
        if (changing.isEmpty()) {
            return false;
        }
        Set<String> reached = new LinkedHashSet<>();
        Deque<String> next = new ArrayDeque<>(List.of(name));
        while (!next.isEmpty()) {
            for (String called : calls.getOrDefault(next.remove(), Set.of())) {
                if (changing.contains(called)) {
                    return true;
                }
                if (reached.add(called)) {
                    next.add(called);
                }
            }
        }
        return false;
    }

    /** Notes that something is kept that calls a function, and what is to be said if that changes the schema. */
    void keepCall(String name, Gap gap) {
        kept.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(gap);
    }

    /** What is to be said of the calls that are kept, now that all functions are known. */
    List<Gap> keptCallsThatChange() {
        return kept.entrySet().stream()
                .filter(call -> change(call.getKey()))
                .flatMap(call -> call.getValue().stream())
                .toList();
    }

    /** The functions and procedures of a schema. */
    public Set<String> in(String schema) {
        return Set.copyOf(bySchema.getOrDefault(schema, Set.of()));
    }

    /** The functions and procedures that have a name in their heads, as of an argument's type. */
    public Set<String> withInSignature(String name) {
        return Set.copyOf(bySignature.getOrDefault(name, Set.of()));
    }

    /** Whether there may be a function that goes with what its body uses. */
    public boolean dependOnObjects() {
        return dependOnObjects;
    }

    /** Gives a function or procedure another name. */
    public void rename(String name, String to) {
        if (routines.containsKey(name)) {
            routines.put(to, routines.getOrDefault(name, Optional.empty()));
            kept.getOrDefault(name, Set.of()).forEach(gap -> keepCall(to, gap));
            declare(to, "", calls.getOrDefault(name, Set.of()), changing.contains(name));
        }
    }

    /** Whether the script has created a function or procedure of that name. */
    public boolean has(String name) {
        return routines.containsKey(name);
    }

    /** What the function or procedure of that name does; nothing where that is not known. */
    public Optional<Change> find(String name) {
        return routines.getOrDefault(name, Optional.empty());
    }

    /** Lets a program run behind the creation of tables from now on. */
    public void listen(Change program) {
        listeners.add(program);
    }

    /** Runs the programs that wait for the creation of a table; what they change is this table. */
    public void created(DraftTable table, Catalog catalog) {
        if (!listeners.isEmpty() && subject.isEmpty()) {
            subject = Optional.of(table);
            listeners.forEach(program -> program.doubt(catalog));
            subject = Optional.empty();
        }
    }

    /** The only table that is changed now, while a program runs behind its creation. */
    public Optional<DraftTable> subject() {
        return subject;
    }

    /** Begins a program, unless there are too many within each other. */
    public boolean enter() {
        depth++;
        return depth <= DEEPEST;
    }

    /**
     * Counts a step of a program, for a loop within loops goes on for ever.
     *
     * @param length the length of the statement that it put together, or 0
     * @return whether programs may go on
     */
    public boolean step(int length) {
        done = Math.min(done + STEP + length, MOST + 1);
        return done <= MOST;
    }

    /** Ends a program. */
    public void leave() {
        depth--;
    }
}
