package dev.schemaguard.check;

import dev.schemaguard.drift.Subject;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.text.Printable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a check found. What several expectations have found is one finding, as grave as the gravest of them, and its hint names
 * the others: nobody is to read of one missing column twice.
 */
final class Findings {

    private final Map<String, Finding> byThing = new LinkedHashMap<>();

    void addAll(Collection<Finding> found) {
        found.forEach(finding -> byThing.merge(thing(finding), finding, Findings::one));
    }

    List<Finding> all() {
        return List.copyOf(byThing.values());
    }

    /** A part of the release that may be missing is a matter of its own. */
    private static String thing(Finding finding) {
        Subject subject = finding.drift().subject();
        return finding.group().orElse("") + "|" + finding.drift().kind() + "|" + subject.schema() + "|" + subject;
    }

    private static Finding one(Finding first, Finding second) {
        boolean graver = !first.severity().isAtLeast(second.severity());
        Finding kept = graver ? second : first;
        Finding other = graver ? first : second;
        Finding both = other.breaks().isEmpty() ? kept : kept.breaking(other.breaks());
        boolean said = both.breaks().stream()
                .anyMatch(statement -> statement.origin().equals(other.drift().origin()));
        if (said || other.expectation().equals(kept.expectation())) {
            return both;
        }
        String also = "also expected by " + other.expectation()
                + (other.drift().origin().isKnown() ? " (" + other.drift().origin() + ")" : "");
        return both.withHint(Printable.line(kept.hint().map(hint -> hint + "; ").orElse("") + also));
    }
}
