package dev.schemaguard.check;

import dev.schemaguard.database.Database;
import dev.schemaguard.drift.Kind;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.source.SchemaSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one expectation says of a few of its tables.
 *
 * @param whole the expectation
 * @param tables the tables' own names
 */
public record TableSubset(Expectation whole, Set<String> tables) implements SchemaSource {

    /** The expectations that a report counts against, each with only the tables in question; empty where that cannot be told. */
    public static Optional<List<Expectation>> of(List<Expectation> expectations, DriftReport failed) {
        List<Finding> counting = failed.findings().stream()
                .filter(finding -> finding.group().isEmpty()
                        && finding.counts(failed.policy().failOn().threshold()))
                .toList();
        // Who no longer knows all tables cannot tell which one is a stranger.
        boolean tablesOnly = counting.stream()
                .allMatch(finding -> finding.drift().subject().table().isPresent()
                        && finding.drift().kind() != Kind.INBOUND_FOREIGN_KEY);
        if (counting.isEmpty()
                || !tablesOnly
                || failed.unverified().stream()
                        .anyMatch(unknown -> unknown.group().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(expectations.stream()
                .filter(expectation -> expectation.group().isEmpty())
                .map(expectation -> new TableSubset(expectation, tables(expectation, counting)))
                .filter(narrowing -> !narrowing.tables().isEmpty())
                .map(narrowing -> new Expectation(narrowing, Optional.empty()))
                .toList());
    }

    private static Set<String> tables(Expectation expectation, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.expectation().equals(expectation.name()))
                .flatMap(finding -> finding.drift().subject().table().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String name() {
        return whole.name();
    }

    @Override
    public Schema load(Database database) {
        Schema expected = whole.schema(database);
        return Schema.builder()
                .searchPath(expected.searchPath())
                .tables(expected.tables().stream()
                        .filter(table -> tables.contains(table.name().name()))
                        .toList())
                .types(expected.types())
                .complete(expected.complete().stream()
                        .filter(family -> family != Family.TABLES)
                        .collect(Collectors.toSet()))
                .build();
    }
}
