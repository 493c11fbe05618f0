package dev.schemaguard.check;

import dev.schemaguard.drift.Drift;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compares one expectation with each of many schemas of the same make, and tells each difference once, however many of them
 * have it. Used once, by one thread.
 */
final class ManySchemas {

    private final Expectation expectation;
    private final Comparison comparison;
    private final ComparedSchema side;
    private final Map<String, Finding> findings = new LinkedHashMap<>();
    private final Map<String, List<Finding>> bySchema = new TreeMap<>();

    ManySchemas(Expectation expectation, Comparison comparison, ComparedSchema side) {
        this.expectation = expectation;
        this.comparison = comparison;
        this.side = side;
    }

    /** Compares one more schema with what can be looked for in it, and gives its differences. */
    List<Drift> compare(ComparedSchema.Look look, Schema expected) {
        Comparison.Found compared = comparison.of(expectation, expected, look, side.database());
        List<Finding> found = compared.findings();
        bySchema.put(name(look), found);
        List<Finding> news = new ArrayList<>();
        for (Finding finding : found) {
            Finding known = findings.putIfAbsent(key(finding, look), finding);
            if (known == null) {
                news.add(finding);
            } else if (finding.severity().compareTo(known.severity()) > 0) {
                findings.put(key(finding, look), known.withSeverity(finding.severity()));
            }
        }
        // Only what no schema before had, so that not each of ten thousand costs a question.
        side.help(news, expected, look).findings().forEach(finding -> findings.put(key(finding, look), finding));
        return compared.drifts();
    }

    /** The same for what each schema has of its own; what lies in a schema that all share is told apart from it. */
    private static String key(Finding finding, ComparedSchema.Look look) {
        String schema = finding.drift().subject().schema();
        return schema.equals(name(look)) ? finding.id() : finding.id() + " in " + schema;
    }

    static String name(ComparedSchema.Look look) {
        return look.schema().searchPath().get(0);
    }

    /** Each difference once, as it is in the first schema that has it, and as grave as in the gravest. */
    List<Finding> findings() {
        return List.copyOf(findings.values());
    }

    /** What each schema differs in, by its name. */
    Map<String, List<Finding>> bySchema() {
        return bySchema;
    }
}
