package dev.schemaguard.diff;

import dev.schemaguard.drift.Drift;
import dev.schemaguard.drift.LabelDrift;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compares the labels that an enum, or a check in its place, allows. */
final class LabelDiff {

    private LabelDiff() {}

    static void compare(
            LabelDrift.Listed listed, Collection<String> expected, Collection<String> live, List<Drift> drifts) {
        Set<String> known = new HashSet<>(live);
        for (String label : expected) {
            if (!known.remove(label)) {
                drifts.add(new LabelDrift.LabelMissing(listed, label));
            }
        }
        live.stream().filter(known::contains).forEach(label -> drifts.add(new LabelDrift.LabelExtra(listed, label)));
    }
}
