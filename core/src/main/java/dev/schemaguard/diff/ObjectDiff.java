package dev.schemaguard.diff;

import dev.schemaguard.drift.Drift;
import dev.schemaguard.drift.LabelDrift;
import dev.schemaguard.drift.ObjectDrift;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Sequence;
import dev.schemaguard.model.TableUse;
import dev.schemaguard.model.UserType;
import dev.schemaguard.model.UserType.DomainType;
import dev.schemaguard.model.UserType.EnumType;
import java.util.List;
import java.util.Optional;

/** Compares sequences and the types that are not built in. */
final class ObjectDiff {

    private final Schema expected;
    private final Schema live;
    private final List<Drift> drifts;

    ObjectDiff(Schema expected, Schema live, List<Drift> drifts) {
        this.expected = expected;
        this.live = live;
        this.drifts = drifts;
    }

    void compare() {
        for (Sequence sequence : expected.sequences()) {
            if (sequence.role() != Sequence.Role.OWNED) {
                sequence(sequence);
            }
        }
        for (UserType type : expected.types()) {
            type(type);
        }
    }

    private void sequence(Sequence sequence) {
        Optional<Sequence> found = live.sequence(sequence.name());
        if (found.isEmpty()) {
            drifts.add(new ObjectDrift.MissingSequence(sequence, lookedFor(sequence.name())));
        } else if (sequence.role() == Sequence.Role.GENERATOR
                && sequence.increment().isPresent()
                && found.get().increment().isPresent()
                && !sequence.increment().equals(found.get().increment())) {
            drifts.add(new ObjectDrift.IncrementDifferent(sequence, found.get()));
        }
    }

    private void type(UserType type) {
        Optional<UserType> found = live.type(type.name());
        if (found.isEmpty()) {
            drifts.add(new ObjectDrift.MissingType(type, lookedFor(type.name())));
            return;
        }
        List<String> wantedLabels = labels(type);
        List<String> actualLabels = labels(found.get());
        if (!wantedLabels.isEmpty() && !actualLabels.isEmpty()) {
            LabelDiff.compare(listed(type, found.get()), wantedLabels, actualLabels, drifts);
        }
        if (type instanceof DomainType wanted && found.get() instanceof DomainType actual) {
            new DomainDiff(expected, wanted, actual, listed(wanted, actual), drifts).compare();
        }
    }

    /** The values that a type lists; empty where it lists none. */
    private static List<String> labels(UserType type) {
        if (type instanceof EnumType listed) {
            return listed.labels();
        }
        return type instanceof DomainType domain && domain.base() instanceof ColumnType.Labelled listed
                ? listed.labels()
                : List.of();
    }

    private static LabelDrift.Listed listed(UserType wanted, UserType actual) {
        return new LabelDrift.Listed(actual.name(), Optional.empty(), TableUse.UNSTATED, wanted.origin());
    }

    private ObjectName lookedFor(ObjectName name) {
        return live.searchPath().isEmpty() ? name : name.in(live.searchPath().get(0));
    }
}
