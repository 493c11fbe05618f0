package dev.schemaguard.check;

import dev.schemaguard.database.Database;
import dev.schemaguard.diff.SchemaDiff;
import dev.schemaguard.drift.Drift;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Policy;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * How what is expected is held against what was found, and judged.
 *
 * @param known the tables that are none of a stranger's
 * @param statements what is known of the release's statements
 * @param policy how differences are judged
 * @param today the day by which exceptions expire
 */
record Comparison(KnownTables known, List<StatementReading> statements, Policy policy, LocalDate today) {

    Comparison(KnownTables known, List<StatementReading> statements, Policy policy) {
        this(known, statements, policy, LocalDate.now(ZoneOffset.UTC));
    }

    /**
     * Compares and judges.
     *
     * @param comparable the part of the expectation that can be compared, spelled as it is there
     */
    Found of(Expectation expectation, Schema comparable, ComparedSchema.Look look, Database database) {
        List<Drift> all = known.outOf(
                SchemaDiff.between(comparable, look.schema(), database.types(), look.emptySchemas(), look.role()),
                database);
        List<Drift> drifts = expectation
                .statements()
                .map(needs -> needs.met(all, database, comparable, look.schema()))
                .orElse(all);
        KnownStatements evidence = new KnownStatements(statements, database, comparable, look.schema());
        return new Found(
                drifts, policy.judge(drifts, comparable, evidence, expectation.name(), expectation.group(), today));
    }

    /** What it means that the server refuses statements, of which it is known that they are sent. */
    List<Finding> of(Expectation expectation, DescribedStatements described, List<Finding> found) {
        return policy
                .judge(
                        described.drifts(),
                        Schema.builder().build(),
                        described,
                        expectation.name(),
                        expectation.group(),
                        today)
                .stream()
                .flatMap(finding -> described.explained(finding, found).stream())
                .toList();
    }

    /**
     * What a comparison came to.
     *
     * @param drifts the differences
     * @param findings what they mean for the release
     */
    record Found(List<Drift> drifts, List<Finding> findings) {}
}
