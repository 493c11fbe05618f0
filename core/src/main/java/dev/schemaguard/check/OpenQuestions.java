package dev.schemaguard.check;

import dev.schemaguard.database.Databases;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.inspect.ConnectionFailure;
import dev.schemaguard.inspect.InspectionException;
import dev.schemaguard.model.Gap;
import dev.schemaguard.policy.Unverified;
import dev.schemaguard.policy.Unverified.Code;
import dev.schemaguard.text.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What a check could not find out, and what first stood in its way. Used by one thread. */
final class OpenQuestions {

    private final List<Unverified> all = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private @Nullable Throwable firstFailure;

    List<Unverified> all() {
        return all;
    }

    /** What the sources hold that could not be read. */
    List<Gap> gaps() {
        return gaps;
    }

    Optional<Throwable> firstFailure() {
        return Optional.ofNullable(firstFailure);
    }

    void add(Unverified unknown) {
        add(unknown, null);
    }

    /** The same thing, of which each of many schemas would tell, is told once. */
    void addOnce(Unverified unknown) {
        if (!all.contains(unknown)) {
            add(unknown);
        }
    }

    /** There is no connection, or it was lost. */
    void unreachable(Exception failure) {
        InspectionException known = ConnectionFailure.translate(failure, Databases.failures());
        add(new Unverified(code(known.reason()), String.valueOf(known.getMessage())), failure);
    }

    /** The catalog could not be read. */
    void notInspected(InspectionException failure, Optional<String> group) {
        add(new Unverified(code(failure.reason()), String.valueOf(failure.getMessage())).of(group), failure);
    }

    /** An expectation could not be read. */
    void notReadable(SchemaSourceException failure, Optional<String> group) {
        Code code = failure.isTimeUp() ? Code.TIMED_OUT : Code.EXPECTATION_NOT_READABLE;
        add(new Unverified(code, String.valueOf(failure.getMessage())).of(group), failure);
    }

    /** It is our own fault. */
    void broken(RuntimeException failure) {
        add(
                new Unverified(
                        Code.INTERNAL_ERROR,
                        "the check itself broke (" + failure.getClass().getName() + ": " + Secrets.said(failure)
                                + "); please report it as a bug"),
                failure);
    }

    /** An expectation says nothing. */
    void empty(Expectation expectation) {
        add(new Unverified(
                        Code.EMPTY_EXPECTATION,
                        expectation.name() + " names no table, so nothing was checked; name the place"
                                + " that holds what the release expects")
                .of(expectation.group()));
    }

    /**
     * A source holds what it could not read.
     *
     * @param unread says what so many things are and what to do about them
     */
    void gaps(String source, IntFunction<String> unread, Optional<String> group, List<Gap> found) {
        if (!found.isEmpty()) {
            gaps.addAll(found);
            add(new Unverified(Code.STATICALLY_UNREADABLE, source + " holds " + unread.apply(found.size())).of(group));
        }
    }

    private void add(Unverified unknown, @Nullable Throwable failure) {
        all.add(unknown);
        if (firstFailure == null && unknown.group().isEmpty()) {
            firstFailure =
                    failure instanceof InspectionException && failure.getCause() != null ? failure.getCause() : failure;
        }
    }

    private static Code code(InspectionException.Reason reason) {
        return switch (reason) {
            case UNREACHABLE -> Code.UNREACHABLE;
            case NOT_PERMITTED -> Code.NOT_PERMITTED;
            case SCHEMA_NOT_FOUND -> Code.SCHEMA_NOT_FOUND;
            case TIMED_OUT -> Code.TIMED_OUT;
            case FAILED -> Code.INSPECTION_FAILED;
        };
    }
}
