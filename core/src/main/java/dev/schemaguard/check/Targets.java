package dev.schemaguard.check;

import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.policy.Unverified;
import dev.schemaguard.report.SchemaResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What each of many schemas came to, by its name. */
final class Targets {

    private final Map<String, List<Finding>> findings = new TreeMap<>();

    /** Notes what one expectation found in a schema, which is nothing where all is as it was captured. */
    void add(String schema, List<Finding> found) {
        findings.computeIfAbsent(schema, key -> new ArrayList<>()).addAll(found);
    }

    List<SchemaResult> results(Policy policy, List<Unverified> unverified) {
        List<SchemaResult> each = new ArrayList<>();
        for (Map.Entry<String, List<Finding>> one : findings.entrySet()) {
            List<Finding> found = one.getValue();
            each.add(new SchemaResult(
                    one.getKey(),
                    policy.verdict(found, unverified),
                    found.stream()
                            .sorted(Comparator.comparing(Finding::severity).reversed())
                            .map(Finding::id)
                            .distinct()
                            .toList()));
        }
        return each;
    }
}
