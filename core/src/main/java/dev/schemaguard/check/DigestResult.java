package dev.schemaguard.check;

import dev.schemaguard.report.DigestCoverage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the digests of all expectations told.
 *
 * @param looks for each expectation with digests what these told of each place
 * @param whyNot why they do not tell all; empty where they do, and where there was no database to ask
 * @param reading how long it took to read the digests
 * @param inspecting how long it took to have them compared
 */
record DigestResult(
        Map<Expectation, List<DigestLook>> looks,
        Optional<DigestCoverage.Reason> whyNot,
        Duration reading,
        Duration inspecting) {

    /** Nobody was asked. */
    static final DigestResult NONE = new DigestResult(Map.of(), Optional.empty(), Duration.ZERO, Duration.ZERO);

    /** Digests told nothing. */
    static DigestResult not(DigestCoverage.Reason why) {
        return new DigestResult(Map.of(), Optional.of(why), Duration.ZERO, Duration.ZERO);
    }

    /** What was told of one expectation; empty where nothing was. */
    List<DigestLook> of(Expectation expectation) {
        return looks.getOrDefault(expectation, List.of());
    }

    /** The places in which one expectation or another has nothing left to be read. */
    List<DigestLook> same() {
        List<DigestLook> same = new ArrayList<>();
        for (List<DigestLook> told : looks.values()) {
            for (DigestLook look : told) {
                if (look.isSame()) {
                    same.add(look);
                }
            }
        }
        return same;
    }

    /** Whether nothing of an expectation is left to be read. */
    boolean isSame(Expectation expectation) {
        List<DigestLook> told = of(expectation);
        for (DigestLook look : told) {
            if (!look.isSame()) {
                return false;
            }
        }
        return !told.isEmpty();
    }

    /** The schemas of which more has to be known than digests told. */
    List<String> rest(Expectation expectation) {
        return of(expectation).stream()
                .filter(look -> !look.isSame())
                .map(DigestLook::schema)
                .toList();
    }
}
