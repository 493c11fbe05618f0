package dev.schemaguard.policy;

import dev.schemaguard.model.MigrationHistory;
import dev.schemaguard.model.MigrationHistory.Entry;
import dev.schemaguard.model.MigrationHistory.State;
import dev.schemaguard.model.MigrationHistory.Tool;
import dev.schemaguard.model.Origin;
import java.util.List;
import java.util.Optional;

/**
 * What the histories of migration tools say about the migration that an expectation comes from.
 *
 * @param histories the histories that could be read
 */
record HistoryHints(List<MigrationHistory> histories) {

    private static final String RAN = " ran: somebody changed the schema since";

    HistoryHints {
        histories = List.copyOf(histories);
    }

    /** Whether the migration ran, and what that means; nothing where no history tells. */
    Optional<String> about(Origin origin) {
        return histories.stream()
                .flatMap(history -> about(history, origin).stream())
                .findFirst();
    }

    /** Whether a hint says that the migration ran, so that it is not pending. */
    static boolean saysThatItRan(String hint) {
        return hint.contains(RAN);
    }

    /** Whether a history says that the migration ran here to its end. */
    boolean ran(Origin origin) {
        return histories.stream()
                .anyMatch(history -> MigrationKey.of(history.tool(), origin.location())
                        .flatMap(key -> state(history, key))
                        .filter(State.APPLIED::equals)
                        .isPresent());
    }

    /** What is to be done before whatever is missing comes; nothing where the migration ran. */
    Optional<String> pending(Origin origin) {
        return histories.stream()
                .filter(history -> MigrationKey.of(history.tool(), origin.location())
                        .filter(key -> state(history, key)
                                .filter(State.APPLIED::equals)
                                .isEmpty())
                        .isPresent())
                .flatMap(history -> about(history, origin).stream())
                .findFirst();
    }

    private static Optional<String> about(MigrationHistory history, Origin origin) {
        Optional<MigrationKey> key = MigrationKey.of(history.tool(), origin.location());
        if (key.isEmpty()) {
            return Optional.empty();
        }
        Optional<State> state = state(history, key.get());
        if (state.isEmpty()) {
            return Optional.of(absent(history, key.get()));
        }
        String label = key.get().label();
        return switch (state.get()) {
            // A file of change sets, or a script that runs again and again, may have grown since.
            case APPLIED ->
                key.get().isRepeated()
                        ? Optional.empty()
                        : Optional.of("history says " + label + RAN + ", or it ran on another database or schema");
            case FAILED -> Optional.of("history says " + label + " failed: repair what it left and migrate again");
            case UNDONE -> Optional.of("history says " + label + " was undone");
            case BASELINE ->
                Optional.of("history begins with a baseline at or behind " + label + ", so it never ran here");
        };
    }

    private static String absent(MigrationHistory history, MigrationKey key) {
        List<Entry> entries = history.entries();
        if (entries.isEmpty()) {
            return "history is empty";
        }
        Entry last = entries.get(entries.size() - 1);
        String end = MigrationKey.label(history.tool(), last) + (last.state() == State.FAILED ? ", which failed" : "");
        boolean passed = entries.stream().anyMatch(entry -> key.isBefore(entry.version()));
        return passed ? "history ends at " + end + " and has no " + key.label() : "history ends at " + end;
    }

    private static Optional<State> state(MigrationHistory history, MigrationKey key) {
        Optional<State> state = Optional.empty();
        for (Entry entry : history.entries()) {
            boolean covered = entry.state() == State.BASELINE || history.tool() == Tool.GOLANG_MIGRATE;
            if (key.isOf(entry)) {
                state = Optional.of(entry.state());
            } else if (covered && key.isBefore(entry.version())) {
                state = Optional.of(history.tool() == Tool.GOLANG_MIGRATE ? State.APPLIED : State.BASELINE);
            }
        }
        return state;
    }
}
