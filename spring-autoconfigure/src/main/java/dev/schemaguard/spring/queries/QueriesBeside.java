package dev.schemaguard.spring.queries;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.database.Databases;
import dev.schemaguard.jdbc.SpareConnection;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.spring.afterwards.AfterStart;
import dev.schemaguard.spring.afterwards.Look;
import dev.schemaguard.spring.afterwards.RiskLines;
import dev.schemaguard.spring.afterwards.ServerKind;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Holds the queries of an application against its database, for their tables and columns need not be in what was checked while
 * it started. It names in the log what they would fail on, where that is certain, and decides nothing.
 *
 * @param name what the DataSource is called
 * @param pool where a connection comes from
 * @param queries the queries
 * @param guard what holds a database to them
 * @param lastReport what was found while the application started, which is not said again
 */
public record QueriesBeside(
        String name,
        DataSource pool,
        CertainQueries queries,
        SchemaGuard guard,
        Supplier<Optional<DriftReport>> lastReport)
        implements Look {

    @Override
    public String failure() {
        return "the queries of '" + name + "' could not be held against it";
    }

    /** All is read before a connection is taken. */
    @Override
    public void run(AfterStart start) throws SQLException {
        Optional<DriftReport> known = lastReport
                .get()
                .filter(report -> report.verdict() != Verdict.UNVERIFIED)
                .filter(ServerKind::isProven);
        if (!queries.any(known.flatMap(DriftReport::database)
                .flatMap(server -> Databases.named(server.product().toLowerCase(Locale.ROOT))))) {
            return;
        }
        Optional<SpareConnection> spare = start.connection(pool);
        if (spare.isEmpty()) {
            return;
        }
        try (SpareConnection connection = spare.get()) {
            DriftReport report = guard.check(connection.connection());
            if (!start.isOver()) {
                RiskLines.log(
                        name,
                        "queries of the application do not find in '" + name + "' what they use",
                        beside(report, known.orElseThrow()),
                        "each fails on a column, a table or a right that it needs");
            }
        }
    }

    private static List<Finding> beside(DriftReport report, DriftReport known) {
        Set<String> said = known.findings().stream().map(Finding::id).collect(Collectors.toSet());
        return report.findings().stream()
                .filter(finding -> !said.contains(finding.id()))
                .toList();
    }
}
