package dev.schemaguard.check;

import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import dev.schemaguard.diff.SchemaDiff;
import dev.schemaguard.drift.Drift;
import dev.schemaguard.inspect.InspectionException;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.NetworkDeadline;
import dev.schemaguard.model.Gap;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Hints;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.report.MigrationFindings;
import dev.schemaguard.source.PackagedMigrations;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Compares a database with the migrations that an application packages beside its mapping: what the mapping leaves open, such
 * as a length, they may state. Nothing that it finds decides anything, so whatever is not certain is not said. Only a
 * database is compared whose scripts are proven to be read as the server runs them.
 *
 * <p>Made by {@code SchemaGuard.beside}. Immutable and safe for use by many threads.
 */
public final class MigrationComparison {

    private final List<Schema> mappings;
    private final PackagedMigrations packaged;
    private final Schema migrations;
    private final Database readFor;
    private final Policy policy;
    private final InspectionScope scope;

    private MigrationComparison(
            List<Schema> mappings,
            PackagedMigrations packaged,
            Schema migrations,
            Database readFor,
            Policy policy,
            InspectionScope scope) {
        this.mappings = List.copyOf(mappings);
        this.packaged = packaged;
        this.migrations = migrations;
        this.readFor = readFor;
        this.policy = policy;
        this.scope = scope;
    }

    /** Empty where something in the migrations may have changed anything at any time, so that they state nothing. */
    public static Optional<MigrationComparison> of(
            List<Schema> mappings,
            PackagedMigrations packaged,
            Schema migrations,
            Database readFor,
            Policy policy,
            InspectionScope scope) {
        boolean uncertain = migrations.gaps().stream()
                .anyMatch(gap -> gap.reach() instanceof Gap.Reach.Everything everything
                        && everything.names().isEmpty());
        return uncertain || scope.isOverManySchemas()
                ? Optional.empty()
                : Optional.of(new MigrationComparison(mappings, packaged, migrations, readFor, policy, scope));
    }

    /**
     * Looks at the database behind a connection, which is left open and as it was.
     *
     * @param mapping what the check of the mapping found, which is not said again
     * @throws SQLException if the database cannot be looked at
     */
    public MigrationFindings compare(Connection connection, DriftReport mapping) throws SQLException {
        NetworkDeadline deadline = NetworkDeadline.set(connection, scope.timeout());
        try {
            Database database = Databases.behind(connection);
            Map<String, Finding> found = new LinkedHashMap<>();
            if (database.ddl().isProven() && database.name().equals(readFor.name())) {
                LiveDatabase live = new LiveDatabase(connection, database, scope);
                for (Schema mapped : mappings) {
                    compare(mapped, live, mapping).forEach(finding -> found.putIfAbsent(finding.id(), finding));
                }
            }
            return new MigrationFindings(List.of(packaged.source().name()), List.copyOf(found.values()));
        } catch (InspectionException e) {
            throw new SQLException(e);
        } finally {
            deadline.restore();
        }
    }

    private List<Finding> compare(Schema mapped, LiveDatabase live, DriftReport mapping)
            throws SQLException, InspectionException {
        String own = Optional.ofNullable(live.connection().getSchema()).orElse("");
        String madeIn = first(packaged.schemas(), own);
        Schema open = OpenFacts.of(
                mapped,
                first(scope.schemas(), own),
                migrations,
                madeIn,
                live.database().types());
        if (open.tables().isEmpty()) {
            return List.of();
        }
        ComparedSchema.Look look = live.look(open);
        Telling telling = new Telling(mappings, mapping);
        List<Drift> drifts = SchemaDiff.between(
                        live.database().dialect().spelledAs(open, look.schema()),
                        look.schema(),
                        live.database().types(),
                        look.emptySchemas(),
                        look.role())
                .stream()
                .filter(drift -> telling.isOpen(drift, mapped))
                .toList();
        List<Drift> certain =
                drifts.isEmpty() || !packaged.remembered() ? drifts : ofWhatRan(drifts, live, look, madeIn);
        List<Finding> found =
                policy.judge(certain, open, packaged.source().name(), Optional.empty(), LocalDate.now(ZoneOffset.UTC));
        return live.help(found, open, look).findings();
    }

    /** Those of migrations that ran here: not below a baseline, not pending, not undone. */
    private List<Drift> ofWhatRan(List<Drift> drifts, LiveDatabase live, ComparedSchema.Look look, String madeIn)
            throws SQLException {
        List<String> schemas = Stream.concat(Stream.of(madeIn), look.schema().searchPath().stream())
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        Hints histories = new Hints(
                look.schema(),
                List.of(),
                live.database().catalog().histories(live.connection(), schemas, look.schema(), scope.timeout()));
        return drifts.stream()
                .filter(drift -> histories.ran(drift.origin()))
                .filter(drift -> Telling.table(drift)
                        .map(table -> histories.ran(table.origin()))
                        .orElse(true))
                .toList();
    }

    private static String first(List<String> schemas, String otherwise) {
        return schemas.stream().findFirst().orElse(otherwise);
    }
}
