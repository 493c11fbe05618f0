package dev.schemaguard.policy;

import dev.schemaguard.drift.Kind;
import dev.schemaguard.drift.Subject;
import dev.schemaguard.model.Glob;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What a team decided about one kind of drift in some places: it does not count.
 *
 * @param kind the kind of drift
 * @param where the tables ({@code legacy_*}) or columns ({@code posts.old_*}) that it is about
 * @param reason why, for those who come later
 * @param until the last day on which the rule holds; empty where it holds for good
 */
public record PolicyRule(Kind kind, Glob where, String reason, Optional<LocalDate> until) {

    public PolicyRule {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(where, "where");
        if (reason.isBlank()) {
            throw new IllegalArgumentException(
                    "the rule for " + kind.id() + " on '" + where.text() + "' gives no reason");
        }
        Objects.requireNonNull(until, "until");
    }

    /** Whether the rule is about this drift, expired or not. */
    boolean isAbout(Kind driftKind, Subject subject) {
        if (kind != driftKind) {
            return false;
        }
        String table = subject.table().orElseGet(() -> subject.object().orElse(subject.schema()));
        return where.matches(table)
                || subject.column()
                        .filter(column -> where.matches(table + "." + column))
                        .isPresent();
    }

    /** Whether the rule's last day is over. */
    boolean isExpired(LocalDate today) {
        return until.filter(today::isAfter).isPresent();
    }
}
