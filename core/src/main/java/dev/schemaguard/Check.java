package dev.schemaguard;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.diff.Drift;
import dev.schemaguard.diff.SchemaDiff;
import dev.schemaguard.fix.FixPlan;
import dev.schemaguard.inspect.DatabaseInfo;
import dev.schemaguard.inspect.InspectionException;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.LiveSchema;
import dev.schemaguard.inspect.SchemaInspector;
import dev.schemaguard.inspect.Secrets;
import dev.schemaguard.model.Gap;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Hints;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.policy.Unverified;
import dev.schemaguard.policy.Unverified.Code;
import dev.schemaguard.report.Coverage;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.report.Timing;
import dev.schemaguard.source.SchemaSourceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One check, from the first connection to the report. Used once, by one thread. */
final class Check {

    private static final Logger LOG = LoggerFactory.getLogger(Check.class);

    private final List<Expectation> expectations;
    private final Policy policy;
    private final InspectionScope scope;

    private final List<Finding> findings = new ArrayList<>();
    private FixPlan plan = FixPlan.NOTHING;
    private final List<Unverified> unverified = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final Set<ObjectName> tablesExpected = new HashSet<>();
    private final Set<ObjectName> tablesChecked = new HashSet<>();
    private int columnsChecked;
    private Optional<DatabaseInfo> database = Optional.empty();
    private Duration reading = Duration.ZERO;
    private Duration inspecting = Duration.ZERO;
    private @Nullable Throwable firstFailure;

    Check(List<Expectation> expectations, Policy policy, InspectionScope scope) {
        this.expectations = expectations;
        this.policy = policy;
        this.scope = scope;
    }

    Outcome run(DataSource dataSource) {
        Connection connection;
        try {
            connection = dataSource.getConnection();
        } catch (SQLException | RuntimeException e) {
            // Pools wrap a refused connection in exceptions of their own, some of them unchecked.
            unverified(Unreachable.describe(e), e);
            return outcome();
        }
        try {
            return run(connection);
        } finally {
            giveBack(connection);
        }
    }

    /** What was found stays true where the connection cannot be given back. */
    private static void giveBack(Connection connection) {
        try {
            connection.close();
        } catch (SQLException | RuntimeException e) {
            LOG.debug("the connection of a check could not be given back", e);
        }
    }

    Outcome run(Connection connection) {
        try {
            Dialect dialect = Dialect.of(connection.getMetaData());
            for (Expectation expectation : expectations) {
                check(expectation, connection, dialect);
            }
        } catch (SQLException e) {
            unverified(Unreachable.describe(e), e);
        } catch (RuntimeException e) {
            unverified(
                    new Unverified(
                            Code.INTERNAL_ERROR,
                            "the check itself broke (" + Secrets.scrub(e.toString()) + "); please report it as a bug"),
                    e);
        }
        return outcome();
    }

    private void check(Expectation expectation, Connection connection, Dialect dialect) {
        try {
            long start = System.nanoTime();
            Schema expected = expectation.schema(dialect);
            reading = reading.plusNanos(System.nanoTime() - start);
            if (expected.isEmpty() && expected.gaps().isEmpty()) {
                unverified(
                        new Unverified(
                                        Code.EMPTY_EXPECTATION,
                                        expectation.name() + " names no table, so nothing was checked; name the place"
                                                + " that holds what the release expects")
                                .of(expectation.group()),
                        null);
                return;
            }
            compare(expectation, expected, connection, dialect);
        } catch (SchemaSourceException e) {
            unverified(
                    new Unverified(Code.EXPECTATION_NOT_READABLE, String.valueOf(e.getMessage()))
                            .of(expectation.group()),
                    e);
        } catch (InspectionException e) {
            unverified(new Unverified(code(e.reason()), String.valueOf(e.getMessage())).of(expectation.group()), e);
        }
    }

    private void compare(Expectation expectation, Schema expected, Connection connection, Dialect dialect)
            throws InspectionException {
        long start = System.nanoTime();
        LiveSchema live = SchemaInspector.inspect(connection, dialect, scope.of(expected));
        inspecting = inspecting.plusNanos(System.nanoTime() - start);
        database = Optional.of(live.database());
        List<Drift> drifts = SchemaDiff.between(
                expected,
                live.schema(),
                Set.copyOf(live.emptySchemas()),
                live.database().user());
        Hints hints = new SecondLook(connection, dialect, scope.timeout()).hints(drifts, live.schema());
        List<Finding> found =
                policy.judge(drifts, expectation.name(), expectation.group(), LocalDate.now(ZoneOffset.UTC)).stream()
                        .map(hints::addTo)
                        .toList();
        if (!found.isEmpty()) {
            FixPlan cures =
                    FixPlan.of(found, expected, live.schema(), live.database().user(), dialect);
            findings.addAll(cures.findings());
            plan = plan.and(cures);
        }
        cover(expected, live.schema());
        if (!expected.gaps().isEmpty()) {
            gaps.addAll(expected.gaps());
            unverified(
                    new Unverified(
                                    Code.STATICALLY_UNREADABLE,
                                    expectation.name() + " holds "
                                            + expected.gaps().size()
                                            + (expected.gaps().size() == 1 ? " statement" : " statements")
                                            + " that only running could tell; take a snapshot of a migrated database"
                                            + " instead")
                            .of(expectation.group()),
                    null);
        }
    }

    private void cover(Schema expected, Schema live) {
        for (Table table : expected.tables()) {
            tablesExpected.add(table.name());
            Optional<Table> found = live.table(table.name());
            if (found.isPresent() && tablesChecked.add(table.name())) {
                columnsChecked += (int) table.columns().stream()
                        .filter(column -> found.get().column(column.name()).isPresent())
                        .count();
            }
        }
    }

    private void unverified(Unverified unknown, @Nullable Throwable failure) {
        unverified.add(unknown);
        if (firstFailure == null && unknown.group().isEmpty()) {
            firstFailure =
                    failure instanceof InspectionException && failure.getCause() != null ? failure.getCause() : failure;
        }
    }

    private static Code code(InspectionException.Reason reason) {
        return switch (reason) {
            case UNREACHABLE -> Code.UNREACHABLE;
            case NOT_PERMITTED -> Code.NOT_PERMITTED;
            case SCHEMA_NOT_FOUND -> Code.SCHEMA_NOT_FOUND;
            case TIMED_OUT -> Code.TIMED_OUT;
            case FAILED -> Code.INSPECTION_FAILED;
        };
    }

    private Outcome outcome() {
        DriftReport report = new DriftReport(
                expectations.stream().map(Expectation::name).toList(),
                database,
                findings,
                unverified,
                new Coverage(tablesExpected.size(), tablesChecked.size(), columnsChecked, gaps),
                policy,
                new Timing(reading, inspecting));
        return new Outcome(report, plan, Optional.ofNullable(firstFailure));
    }

    /**
     * What a check came to.
     *
     * @param report what it found
     * @param plan what would cure it
     * @param failure the first thing that stood in its way, if anything did
     */
    record Outcome(DriftReport report, FixPlan plan, Optional<Throwable> failure) {

        DriftReport orThrow() throws SQLException {
            if (!report.failed()) {
                return report;
            }
            switch (report.verdict()) {
                case DRIFTED -> throw new SchemaDriftException(report);
                default -> throw new SchemaUnverifiedException(report, failure.orElse(null));
            }
        }
    }
}
