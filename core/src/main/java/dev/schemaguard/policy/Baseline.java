package dev.schemaguard.policy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Findings that a team knows and accepts, so that only new ones count.
 *
 * @param accepted what is accepted, by the findings' identifiers, in their order
 */
public record Baseline(Map<String, Entry> accepted) {

    /** Nothing is accepted. */
    public static final Baseline NONE = new Baseline(Map.of());

    public Baseline {
        accepted = Collections.unmodifiableMap(new TreeMap<>(accepted));
    }

    /**
     * Reads a baseline that {@link #write} wrote, and perhaps somebody edited.
     *
     * @throws BaselineException if the file cannot be read or holds anything that is not understood
     */
    public static Baseline read(Path file) {
        return BaselineFile.read(file);
    }

    /**
     * Writes the baseline as JSON, made to be reviewed: sorted, one line for each finding. The file is replaced as a whole.
     *
     * @throws BaselineException if the file cannot be written
     */
    public void write(Path file) {
        BaselineFile.write(this, file);
    }

    /** The same, accepting one finding more, however grave, for good. */
    public Baseline accepting(String id, String reason) {
        return accepting(id, new Entry(Optional.empty(), reason, Optional.empty()));
    }

    /** The same, accepting one finding more. */
    public Baseline accepting(String id, Entry entry) {
        Map<String, Entry> more = new TreeMap<>(accepted);
        more.put(id, entry);
        return new Baseline(more);
    }

    /**
     * A baseline that accepts exactly these findings. What is accepted already keeps its reason and its last day; what a rule
     * of the policy accepts is left to the rule.
     *
     * @param findings the findings of a check under this baseline
     * @param reason why the new ones are accepted
     */
    public Baseline renewed(List<Finding> findings, String reason) {
        Map<String, Entry> renewed = new TreeMap<>();
        for (Finding finding : findings) {
            Optional<Entry> known = Optional.ofNullable(accepted.get(finding.id()));
            if (finding.accepted().isEmpty()) {
                Entry entry = new Entry(Optional.of(finding.severity()), reason, Optional.empty());
                renewed.merge(finding.id(), entry, Entry::graver);
            } else if (known.isPresent()) {
                renewed.putIfAbsent(finding.id(), known.get());
            }
        }
        return new Baseline(renewed);
    }

    /** The same, and what another one accepts besides. */
    public Baseline withMissing(Baseline other) {
        Map<String, Entry> more = new TreeMap<>(other.accepted);
        more.putAll(accepted);
        return new Baseline(more);
    }

    /** The identifiers of what is accepted although it is not among these findings, sorted. */
    public List<String> stale(List<Finding> findings) {
        if (accepted.isEmpty()) {
            return List.of();
        }
        Set<String> found = findings.stream().map(Finding::id).collect(Collectors.toSet());
        List<String> stale = new ArrayList<>(accepted.keySet());
        stale.removeAll(found);
        return List.copyOf(stale);
    }

    /** The finding, accepted if it is known and has not become graver, or with a hint why it counts again. */
    public Finding applyTo(Finding finding, LocalDate today) {
        Entry entry = accepted.get(finding.id());
        if (entry == null || finding.accepted().isPresent()) {
            return finding;
        }
        return entry.whyNot(finding.severity(), today)
                .map(finding::withHint)
                .orElseGet(() -> finding.withAccepted(entry.reason()));
    }

    /**
     * Why and how long one finding is accepted.
     *
     * @param severity how grave it may be at most; empty where that makes no difference
     * @param reason why, for those who come later
     * @param until the last day on which it is accepted; empty where it is for good
     */
    public record Entry(Optional<Severity> severity, String reason, Optional<LocalDate> until) {

        public Entry {
            Objects.requireNonNull(severity, "severity");
            if (reason.isBlank()) {
                throw new IllegalArgumentException("the entry gives no reason");
            }
            Objects.requireNonNull(until, "until");
        }

        /** Why a finding of that severity counts all the same, if it does. */
        private Optional<String> whyNot(Severity found, LocalDate today) {
            return until.filter(today::isAfter)
                    .map(last -> "the baseline accepted it up to " + last + " (" + reason + ")")
                    .or(() -> severity.filter(most -> !most.isAtLeast(found))
                            .map(most -> "the baseline accepted it while it was " + most.id() + " (" + reason + ")"));
        }

        /** One finding may be found by several expectations, and weigh more by one of them. */
        private static Entry graver(Entry one, Entry other) {
            return one.severity.orElse(Severity.BREAKING).isAtLeast(other.severity.orElse(Severity.BREAKING))
                    ? one
                    : other;
        }
    }
}
