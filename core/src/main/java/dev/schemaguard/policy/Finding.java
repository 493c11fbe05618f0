package dev.schemaguard.policy;

import dev.schemaguard.drift.Drift;
import dev.schemaguard.drift.Subject;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A drift and what it means for the release.
 *
 * @param drift what is different
 * @param severity how grave it is
 * @param expectation the name of the expectation that it was found by
 * @param group the optional group that the expectation belongs to, if any
 * @param hint what helps to understand or cure it, if anything is known
 * @param fixes statements that would cure it, in order
 * @param accepted why it does not count, if somebody accepted it
 * @param qualified whether its name carries the schema, for the expectation names several
 * @param breaks the known statements of the release that fail for it, and then those that may
 */
public record Finding(
        Drift drift,
        Severity severity,
        String expectation,
        Optional<String> group,
        Optional<String> hint,
        List<Fix> fixes,
        Optional<String> accepted,
        boolean qualified,
        List<Broken> breaks) {

    public Finding {
        Objects.requireNonNull(drift, "drift");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(expectation, "expectation");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(hint, "hint");
        fixes = List.copyOf(fixes);
        Objects.requireNonNull(accepted, "accepted");
        breaks = List.copyOf(breaks);
    }

    /** A drift about what goes by its name alone, of an expectation that names one schema at most. */
    public Finding(
            Drift drift,
            Severity severity,
            String expectation,
            Optional<String> group,
            Optional<String> hint,
            List<Fix> fixes,
            Optional<String> accepted) {
        this(drift, severity, expectation, group, hint, fixes, accepted, false, List.of());
    }

    /**
     * The identifier, the same for every tenant: {@code missing-column:posts.quality}. What is about a schema as a whole is
     * only called by its kind: {@code empty-schema}. Where the expectation names several schemas the identifier carries that
     * of what it names with one: {@code missing-column:catalog.products.price}, {@code empty-schema:catalog}.
     */
    public String id() {
        String kind = drift.kind().id();
        return drift.subject().isSchema() && !qualified ? kind : kind + ":" + subject();
    }

    /** What it is about, for people: {@code posts.quality}, or {@code catalog.products.price} where there are several schemas. */
    public String subject() {
        Subject subject = drift.subject();
        return qualified && !subject.isSchema() ? subject.schema() + "." + subject : subject.toString();
    }

    /** Whether the finding counts at that threshold. */
    public boolean counts(Severity threshold) {
        return accepted.isEmpty() && severity.isAtLeast(threshold);
    }

    /** Whether the migration that would have brought what is missing is known to have run here: to run it is no cure. */
    public boolean isSinceItsMigration() {
        return hint.filter(HistoryHints::saysThatItRan).isPresent();
    }

    /** The same finding, weighed otherwise. */
    public Finding withSeverity(Severity newSeverity) {
        return new Finding(drift, newSeverity, expectation, group, hint, fixes, accepted, qualified, breaks);
    }

    /** The same finding, weighed no graver than that. */
    public Finding atMost(Severity most) {
        return severity.isAtLeast(most) ? withSeverity(most) : this;
    }

    /** The same finding with more statements that it breaks. */
    public Finding breaking(List<Broken> more) {
        List<Broken> all = Stream.concat(breaks.stream(), more.stream())
                .distinct()
                .sorted(Comparator.comparing(Broken::effect).reversed())
                .toList();
        return new Finding(drift, severity, expectation, group, hint, fixes, accepted, qualified, all);
    }

    /** The same finding with another hint. */
    public Finding withHint(String newHint) {
        return new Finding(
                drift, severity, expectation, group, Optional.of(newHint), fixes, accepted, qualified, breaks);
    }

    /** The same finding with the statements that would cure it. */
    public Finding withFixes(List<Fix> newFixes) {
        return new Finding(drift, severity, expectation, group, hint, newFixes, accepted, qualified, breaks);
    }

    /** The same finding, accepted for the given reason. */
    public Finding withAccepted(String reason) {
        return new Finding(drift, severity, expectation, group, hint, fixes, Optional.of(reason), qualified, breaks);
    }
}
