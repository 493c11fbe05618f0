package dev.schemaguard.statements.file;

import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.statements.ConflictTarget;
import dev.schemaguard.statements.StatementUse;
import dev.schemaguard.statements.TableAccess;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads what {@link UseLines} says, line by line. */
final class UseParser {

    private final List<TableAccess> accesses = new ArrayList<>();
    private final Set<ObjectName> sequences = new HashSet<>();
    private final Set<ObjectName> types = new HashSet<>();
    private final Set<String> unresolved = new HashSet<>();

    StatementUse use() {
        return new StatementUse(accesses, sequences, types, unresolved);
    }

    /**
     * Reads one line more.
     *
     * @throws Misspelled if it is none
     */
    void read(String line) throws Misspelled {
        LineWords words = new LineWords(line);
        String kind = words.word();
        switch (kind) {
            case UseLines.NOTHING -> {}
            case UseLines.SEQUENCE -> sequences.add(objectName(words));
            case UseLines.TYPE -> types.add(objectName(words));
            case UseLines.UNRESOLVED -> unresolved.addAll(names(words));
            default -> accesses.add(access(kind(kind), words));
        }
        words.end();
    }

    private static StatementKind kind(String word) throws Misspelled {
        for (StatementKind kind : StatementKind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(word)) {
                return kind;
            }
        }
        throw new Misspelled("'" + word + "' is no kind of statement");
    }

    private static TableAccess access(StatementKind kind, LineWords words) throws Misspelled {
        ObjectName table = objectName(words);
        Set<String> read = new HashSet<>();
        Set<String> compared = new HashSet<>();
        Set<String> written = new HashSet<>();
        boolean all = false;
        ConflictTarget conflict = new ConflictTarget.None();
        words.expect('(');
        boolean more = !words.accept(')');
        while (more) {
            String part = words.word();
            switch (part) {
                case UseLines.ALL -> all = true;
                case UseLines.READ -> read.addAll(names(words));
                case UseLines.COMPARED -> compared.addAll(names(words));
                case UseLines.WRITTEN -> written.addAll(names(words));
                default -> conflict = conflict(part, words);
            }
            more = words.accept(';');
            if (!more) {
                words.expect(')');
            }
        }
        return new TableAccess(table, kind, read, compared, written, all, conflict);
    }

    private static ConflictTarget conflict(String word, LineWords words) throws Misspelled {
        return switch (word) {
            case UseLines.ANY_KEY -> new ConflictTarget.AnyKey();
            case UseLines.KEY -> new ConflictTarget.Columns(Set.copyOf(names(words)), false);
            case UseLines.PARTIAL_KEY -> new ConflictTarget.Columns(Set.copyOf(names(words)), true);
            case UseLines.CONSTRAINT -> new ConflictTarget.Constraint(words.name());
            case UseLines.CONDITION -> new ConflictTarget.Condition();
            default -> throw new Misspelled("'" + word + "' says nothing of an access");
        };
    }

    private static Set<String> names(LineWords words) throws Misspelled {
        Set<String> names = new HashSet<>();
        do {
            names.add(words.name());
        } while (words.accept(','));
        return names;
    }

    private static ObjectName objectName(LineWords words) throws Misspelled {
        String first = words.name();
        return words.accept('.') ? ObjectName.of(first, words.name()) : ObjectName.of(first);
    }

    /** A line is not one of those that are written. */
    static final class Misspelled extends Exception {

        private static final long serialVersionUID = 1L;

        private final String reason;

        Misspelled(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }
}
