package dev.schemaguard.spring.migrations;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.report.MigrationFindings;
import dev.schemaguard.source.PackagedMigrations;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * A database whose mapping was checked while the application started.
 *
 * @param name what its DataSource is called
 * @param pool where a connection comes from
 * @param guard what checked the mapping
 * @param lastReport what that found
 * @param packaged what the application packages to make its schema, as far as that is known for sure
 * @param found takes what that says beside the mapping
 */
public record MappedDatabase(
        String name,
        DataSource pool,
        SchemaGuard guard,
        Supplier<Optional<DriftReport>> lastReport,
        Supplier<Optional<PackagedMigrations>> packaged,
        Consumer<MigrationFindings> found) {}
