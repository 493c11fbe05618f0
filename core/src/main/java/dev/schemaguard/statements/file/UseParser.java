package dev.schemaguard.statements.file;

import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.statements.ConflictTarget;
import dev.schemaguard.statements.OpenColumn;
import dev.schemaguard.statements.Role;
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
    private final Set<OpenColumn> open = new HashSet<>();

    StatementUse use() {
        return new StatementUse(accesses, sequences, types, open);
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
            case UseLines.UNRESOLVED -> open(words);
            default -> accesses.add(access(kind(kind), words));
        }
        words.end();
    }

    /** One column with whose it may be, or names of nobody's. */
    private void open(LineWords words) throws Misspelled {
        String first = words.name();
        if (!words.accept('(')) {
            open.add(OpenColumn.ofNobody(first));
            while (words.accept(',')) {
                open.add(OpenColumn.ofNobody(words.name()));
            }
            return;
        }
        Role role = role(words.word());
        List<OpenColumn.Level> levels = new ArrayList<>();
        while (words.accept(';')) {
            levels.add(level(words));
        }
        words.expect(')');
        open.add(new OpenColumn(first, role, levels));
    }

    private static OpenColumn.Level level(LineWords words) throws Misspelled {
        Set<OpenColumn.Candidate> candidates = new HashSet<>();
        boolean elsewhere = false;
        boolean given = false;
        do {
            String word = words.word();
            switch (word) {
                case UseLines.ELSEWHERE -> elsewhere = true;
                case UseLines.GIVEN -> given = true;
                default -> candidates.add(new OpenColumn.Candidate(objectName(words), kind(word)));
            }
        } while (words.accept(','));
        return new OpenColumn.Level(candidates, elsewhere, given);
    }

    private static Role role(String word) throws Misspelled {
        for (Role role : Role.values()) {
            if (UseLines.word(role).equals(word)) {
                return role;
            }
        }
        throw new Misspelled("'" + word + "' is nothing that is done with a column");
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
        Set<String> ordered = new HashSet<>();
        Set<String> written = new HashSet<>();
        Set<String> around = new HashSet<>();
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
                case UseLines.ORDERED -> ordered.addAll(names(words));
                case UseLines.WRITTEN -> written.addAll(names(words));
                case UseLines.AROUND -> around.addAll(names(words));
                default -> conflict = conflict(part, words);
            }
            more = words.accept(';');
            if (!more) {
                words.expect(')');
            }
        }
        return new TableAccess(table, kind, read, compared, written, all, conflict, ordered, around);
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
