package dev.schemaguard.report;

import dev.schemaguard.policy.Verdict;
import java.util.List;
import java.util.Objects;

/**
 * One of many schemas that an expectation was compared with.
 *
 * @param schema its name
 * @param verdict the truth about it
 * @param findings the identifiers of what was found in it, gravest first
 */
public record SchemaResult(String schema, Verdict verdict, List<String> findings) {

    public SchemaResult {
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(verdict, "verdict");
        findings = List.copyOf(findings);
    }
}
