package dev.schemaguard.inspect;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A failure and what caused it: pools and frameworks wrap what a database said in failures of their own. */
public final class Causes {

    private Causes() {}

    /** The failure and its causes, outermost first; a circle of causes ends where it closes. */
    public static List<Throwable> of(Throwable failure) {
        List<Throwable> links = new ArrayList<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable link = failure; link != null && seen.add(link); link = link.getCause()) {
            links.add(link);
        }
        return links;
    }

    /** The innermost failure of the database within a failure, if there is one. */
    public static Optional<SQLException> ofDatabase(Throwable failure) {
        Optional<SQLException> found = Optional.empty();
        for (Throwable link : of(failure)) {
            if (link instanceof SQLException exception) {
                found = Optional.of(exception);
            }
        }
        return found;
    }

    /**
     * Whether the server refused or is not there: the innermost failure that is of such a kind knows best, for a pool's time-out
     * often hides a refused password. {@link FailureKind#OTHER} where none is.
     */
    public static FailureKind kind(Throwable failure, Failures failures) {
        FailureKind known = FailureKind.OTHER;
        for (Throwable link : of(failure)) {
            FailureKind kind = link instanceof SQLException exception ? failures.of(exception) : FailureKind.OTHER;
            known = kind.isRefusal() || kind.isAbsence() ? kind : known;
        }
        return known;
    }
}
