package dev.schemaguard.spring.migrations;

import dev.schemaguard.check.MigrationComparison;
import dev.schemaguard.jdbc.SpareConnection;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.report.MigrationFindings;
import dev.schemaguard.source.PackagedMigrations;
import dev.schemaguard.spring.afterwards.AfterStart;
import dev.schemaguard.spring.afterwards.Look;
import dev.schemaguard.spring.afterwards.RiskLines;
import dev.schemaguard.spring.afterwards.ServerKind;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Compares a mapped database with what the application packages to make it. It names what it finds in the log and in the
 * report.
 *
 * @param database the database
 */
public record MigrationsBeside(MappedDatabase database) implements Look {

    @Override
    public String failure() {
        return "the migrations of '" + database.name() + "' could not be compared beside its mapping";
    }

    /** All is read before a connection is taken. */
    @Override
    public void run(AfterStart start) throws SQLException {
        Optional<DriftReport> mapping = database.lastReport().get().filter(ServerKind::isProven);
        Optional<PackagedMigrations> packaged =
                mapping.flatMap(report -> database.packaged().get());
        Optional<MigrationComparison> comparison = packaged.flatMap(database.guard()::beside);
        if (comparison.isEmpty()) {
            return;
        }
        Optional<SpareConnection> spare = start.connection(database.pool());
        if (spare.isEmpty()) {
            return;
        }
        try (SpareConnection connection = spare.get()) {
            MigrationFindings found = comparison.get().compare(connection.connection(), mapping.orElseThrow());
            if (!start.isOver()) {
                database.found().accept(found);
                RiskLines.log(
                        database.name(),
                        "the migrations of '" + database.name() + "' say more than its mapping",
                        found.findings(),
                        "the report lists each");
            }
        }
    }
}
