package dev.schemaguard.diff;

import dev.schemaguard.drift.Drift;
import dev.schemaguard.drift.LabelDrift;
import dev.schemaguard.drift.ObjectDrift;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.SqlText;
import dev.schemaguard.model.UserType.DomainType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares the checks of two domains of one name, as {@link CheckDiff} compares those of tables. */
final class DomainDiff {

    private final Schema expectation;
    private final DomainType expected;
    private final DomainType live;
    private final LabelDrift.Listed listed;
    private final List<Drift> drifts;

    DomainDiff(Schema expectation, DomainType expected, DomainType live, LabelDrift.Listed listed, List<Drift> drifts) {
        this.expectation = expectation;
        this.expected = expected;
        this.live = live;
        this.listed = listed;
        this.drifts = drifts;
    }

    void compare() {
        List<String> wanted = texts(expected);
        List<String> found = texts(live);
        wanted.removeAll(texts(live));
        found.removeAll(texts(expected));
        labels(wanted, found);
        bounds(wanted, found);
        for (String check : wanted) {
            Optional<String> inItsPlace = found.isEmpty() ? Optional.empty() : Optional.of(found.remove(0));
            missing(check, inItsPlace);
        }
        found.forEach(this::extra);
    }

    private static List<String> texts(DomainType domain) {
        return new ArrayList<>(domain.checks().stream().map(SqlText::text).toList());
    }

    private void labels(List<String> wanted, List<String> found) {
        Optional<String> mine = listing(wanted);
        Optional<String> other = listing(found);
        if (mine.isPresent() && other.isPresent()) {
            wanted.remove(mine.get());
            found.remove(other.get());
            LabelDiff.compare(
                    listed,
                    AllowedLabels.of(mine.get()).orElseThrow().labels(),
                    AllowedLabels.of(other.get()).orElseThrow().labels(),
                    drifts);
        }
    }

    private static Optional<String> listing(List<String> checks) {
        return checks.stream()
                .filter(check -> AllowedLabels.of(check).isPresent())
                .findFirst();
    }

    private void bounds(List<String> wanted, List<String> found) {
        for (String check : List.copyOf(wanted)) {
            Optional<CheckBound> bound = CheckBound.of(check);
            for (String other : List.copyOf(found)) {
                Optional<CheckBound> otherBound = CheckBound.of(other);
                if (bound.isPresent()
                        && otherBound.filter(bound.get()::comparesWith).isPresent()
                        && wanted.remove(check)) {
                    found.remove(other);
                    if (otherBound.orElseThrow().isTighterThan(bound.orElseThrow())) {
                        extra(other);
                    } else {
                        missing(check, Optional.empty());
                    }
                }
            }
        }
    }

    private void missing(String check, Optional<String> inItsPlace) {
        SqlText rule = expected.checks().stream()
                .filter(one -> one.text().equals(check))
                .findFirst()
                .orElseGet(() -> SqlText.of(check));
        drifts.add(new ObjectDrift.MissingDomainCheck(expected, live.name(), rule, inItsPlace));
    }

    private void extra(String check) {
        if (expectation.complete().contains(Family.TYPES)) {
            drifts.add(new ObjectDrift.ExtraDomainCheck(expected, live.name(), check));
        }
    }
}
