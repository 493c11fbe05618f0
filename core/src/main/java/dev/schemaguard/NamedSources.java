package dev.schemaguard;

import dev.schemaguard.check.Exclusion;
import dev.schemaguard.check.Expectation;
import dev.schemaguard.check.LibraryExpectation;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.source.library.LibraryContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What somebody named to be expected, while a guard is made. */
final class NamedSources {

    private final List<Named> all = new ArrayList<>();

    void addAll(List<SchemaSource> sources) {
        for (SchemaSource source : sources) {
            add(source, Optional.empty());
        }
    }

    void add(SchemaSource source, Optional<String> group) {
        for (SchemaSource part : source.parts()) {
            all.add(new Named(part, group));
        }
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    List<Expectation> expectations(InspectionScope scope) {
        List<Expectation> expectations = new ArrayList<>(all.size());
        for (Named one : all) {
            expectations.add(new Expectation(Exclusion.of(one.source(), scope.exclude()), one.group()));
        }
        return expectations;
    }

    /** What is expected of the libraries that nobody named; whoever names one expects it as he expects all else. */
    List<LibraryExpectation> others(List<LibraryContract> libraries, InspectionScope scope) {
        if (libraries.isEmpty()) {
            // Most have none, and need no class of theirs for it.
            return List.of();
        }
        return libraries.stream()
                .filter(library -> all.stream()
                        .noneMatch(one -> one.source() instanceof LibraryContract other
                                && other.id().equals(library.id())))
                .map(library -> new LibraryExpectation(library, scope.exclude()))
                .toList();
    }

    /** A source and the optional group that it belongs to, if any. */
    private record Named(SchemaSource source, Optional<String> group) {}
}
