package dev.schemaguard.check;

import dev.schemaguard.database.Database;
import dev.schemaguard.drift.Drift;
import dev.schemaguard.model.MigrationHistory;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.Hints;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a check asks a database only where something differs, for hints. One that cannot be had is none that spoils the
 * report.
 *
 * @param connection the connection of the check
 * @param database which database it is
 * @param timeout how long each question may take
 */
record HintQueries(Connection connection, Database database, Duration timeout) {

    private static final Logger LOG = LoggerFactory.getLogger(HintQueries.class);

    /** What helps with these drifts. */
    Hints hints(List<Drift> drifts, Schema live) {
        return new Hints(
                live,
                Hints.needDirectory(drifts) ? directory() : List.of(),
                Hints.needHistories(drifts) ? histories(drifts, live) : List.of(),
                database.catalog().policies(),
                database.catalog().searchPath());
    }

    private List<ObjectName> directory() {
        try {
            return database.catalog().tables(connection, timeout);
        } catch (SQLException e) {
            LOG.debug("no names to look for hints in", e);
            return List.of();
        }
    }

    private List<MigrationHistory> histories(List<Drift> drifts, Schema live) {
        Set<String> concerned =
                drifts.stream().map(drift -> drift.subject().schema()).collect(Collectors.toSet());
        List<String> schemas = Stream.concat(live.searchPath().stream(), concerned.stream())
                .distinct()
                .toList();
        try {
            return database.catalog().histories(connection, schemas, live, timeout);
        } catch (SQLException | RuntimeException e) {
            // The tables are the tools' own, and may hold anything.
            LOG.debug("no history of migrations to look for hints in", e);
            return List.of();
        }
    }
}
