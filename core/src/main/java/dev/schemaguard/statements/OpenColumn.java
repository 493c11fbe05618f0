package dev.schemaguard.statements;

import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.StatementKind;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A column that a statement names without its table, and of which the columns of its tables tell whose it is: that of the nearest query
 * that has it (SQL:2016, 6.6).
 *
 * @param name the column
 * @param role what is done with it
 * @param nearestFirst whose it may be: the tables of the query where it stands, then those of the queries around that one; empty
 *     where nobody is known
 */
public record OpenColumn(String name, Role role, List<Level> nearestFirst) {

    public OpenColumn {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(role, "role");
        nearestFirst = List.copyOf(nearestFirst);
        if (nearestFirst.isEmpty()) {
            // What is anybody's column is known by its name alone.
            role = Role.COMPARED;
        }
    }

    /** One of which nobody is known that has it. */
    public static OpenColumn ofNobody(String name) {
        return new OpenColumn(name, Role.COMPARED, List.of());
    }

    /** Whether it may be that of a table in such an access. */
    public boolean mayBeOf(ObjectName table, StatementKind kind) {
        return nearestFirst.isEmpty() || candidates().anyMatch(one -> one.equals(new Candidate(table, kind)));
    }

    /** All whose it may be. */
    public Stream<Candidate> candidates() {
        return nearestFirst.stream().flatMap(level -> level.candidates().stream());
    }

    /**
     * Whose it may be in one query.
     *
     * @param candidates the tables there
     * @param orElsewhere whether it may be that of something else, such as a function
     * @param orGiven whether the query itself gives a column of that name, which is meant where no table has one
     */
    public record Level(Set<Candidate> candidates, boolean orElsewhere, boolean orGiven) {

        public Level {
            candidates = Set.copyOf(candidates);
        }

        /** Whether it cannot be anybody's there. */
        public boolean isEmpty() {
            return candidates.isEmpty() && !orElsewhere && !orGiven;
        }
    }

    /**
     * A table whose column it may be.
     *
     * @param table the table
     * @param kind what is done to it
     */
    public record Candidate(ObjectName table, StatementKind kind) {

        public Candidate {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(kind, "kind");
        }
    }
}
