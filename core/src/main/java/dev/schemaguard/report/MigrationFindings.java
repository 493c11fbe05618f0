package dev.schemaguard.report;

import dev.schemaguard.policy.Finding;
import java.util.List;

/**
 * What the migrations that an application packages say of its tables beside its mapping, which alone decides. None of it
 * counts: it is for people who want to know what a mapping leaves open.
 *
 * @param sources the names of the migrations
 * @param findings what may make a statement fail although the database has what is mapped, gravest first
 */
public record MigrationFindings(List<String> sources, List<Finding> findings) {

    public MigrationFindings {
        sources = List.copyOf(sources);
        findings = GravestFirst.sorted(findings);
    }
}
