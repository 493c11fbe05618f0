package dev.schemaguard.check;

import dev.schemaguard.database.Database;
import dev.schemaguard.drift.Drift;
import dev.schemaguard.fix.FixPlan;
import dev.schemaguard.input.ReadingDeadline;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.inspect.DatabaseInfo;
import dev.schemaguard.inspect.InspectionException;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.NetworkDeadline;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.report.ComparedSchemas;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.report.Timing;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.text.LoggedFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One check, from the first connection to the report. Used once, by one thread. */
public final class Check {

    private static final Logger LOG = LoggerFactory.getLogger(Check.class);

    private final List<Expectation> expectations;
    private final List<LibraryExpectation> libraries;
    private final List<StatementReading> statements;
    private final Policy policy;
    private final InspectionScope scope;
    private final boolean keepSchemas;

    private final Findings findings = new Findings();
    private FixPlan plan = FixPlan.NOTHING;
    private final OpenQuestions open = new OpenQuestions();
    private final CoverageCount covered = new CoverageCount();
    private final Targets targets = new Targets();
    private final List<ComparedSchemas> compared = new ArrayList<>();
    private Optional<DatabaseInfo> database = Optional.empty();
    private Optional<SchemaSource> lookedAt = Optional.empty();
    private DigestResult digests = DigestResult.NONE;
    private Duration reading = Duration.ZERO;
    private Duration inspecting = Duration.ZERO;
    private @Nullable Connection own;

    /** Made when something is compared, which a start that meets what it expects is spared. */
    private @Nullable Comparison comparison;

    /**
     * Looks at nothing yet.
     *
     * @param libraries what libraries expect of their own tables
     * @param statements what is known of the release's statements, to be read where something differs
     */
    public Check(
            List<Expectation> expectations,
            List<LibraryExpectation> libraries,
            List<StatementReading> statements,
            Policy policy,
            InspectionScope scope,
            boolean keepSchemas) {
        this.expectations = expectations;
        this.libraries = libraries;
        this.statements = statements;
        this.policy = policy;
        this.scope = scope;
        this.keepSchemas = keepSchemas;
    }

    public Outcome run(DataSource dataSource) {
        Connection connection;
        try {
            connection = dataSource.getConnection();
        } catch (SQLException | RuntimeException e) {
            // Pools wrap a refused connection in exceptions of their own, some of them unchecked.
            open.unreachable(e);
            return outcome();
        }
        own = connection;
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
            LOG.debug("the connection of a check could not be given back", LoggedFailure.of(e));
        }
    }

    public Outcome run(Connection connection) {
        NetworkDeadline deadline = NetworkDeadline.set(connection, scope.timeout());
        try {
            return run(() -> LiveDatabase.behind(connection, scope));
        } finally {
            deadline.restore();
        }
    }

    /** Compares with what another source says in place of a database. */
    public Outcome run(SchemaSource standIn, Database database) {
        lookedAt = Optional.of(standIn);
        return run(() -> ReadingDeadline.within(scope.timeout(), () -> OfflineSchema.of(standIn, database)));
    }

    private Comparison comparison() {
        if (comparison == null) {
            KnownTables known = new KnownTables(expectations, Exclusion.tables(scope.exclude()));
            comparison = new Comparison(known, statements, policy);
        }
        return comparison;
    }

    private Outcome run(ComparedSchema.Opener opener) {
        try {
            ComparedSchema other = opener.open();
            if (!keepSchemas) {
                askForDigests(other);
            }
            for (Expectation expectation : expectations) {
                if (!digests.isSame(expectation)) {
                    check(expectation, other);
                }
            }
            for (Expectation expectation : expectations) {
                describe(expectation, other);
            }
            checkLibraries(other);
            if (lookedAt.isPresent()) {
                SchemaSource standIn = lookedAt.get();
                open.gaps(standIn.name(), standIn::unread, Optional.empty(), other.gaps());
            }
        } catch (SQLException e) {
            open.unreachable(e);
        } catch (SchemaSourceException e) {
            open.notReadable(e, Optional.empty());
        } catch (InspectionException e) {
            open.notInspected(e, Optional.empty());
        } catch (RuntimeException e) {
            open.broken(e);
        }
        return outcome();
    }

    /** What is told at once is counted before all that is compared. */
    private void askForDigests(ComparedSchema other) throws InspectionException {
        digests = ShortWay.ask(other, expectations, Optional.ofNullable(own));
        reading = reading.plus(digests.reading());
        inspecting = inspecting.plus(digests.inspecting());
        for (DigestLook look : digests.same()) {
            covered.addUnchanged(look.tables());
            database = Optional.of(look.database());
            if (other.isMany()) {
                targets.add(look.schema(), List.of());
                database = Optional.of(look.database().in(scope.schemas()));
            }
        }
    }

    private void check(Expectation expectation, ComparedSchema other) {
        try {
            long start = System.nanoTime();
            Schema expected = ReadingDeadline.within(scope.timeout(), () -> expectation.schema(other.database()));
            reading = reading.plusNanos(System.nanoTime() - start);
            if (expected.isEmpty() && isBesideOthers(expectation)) {
                return;
            }
            if (expected.isEmpty() && expected.gaps().isEmpty()) {
                open.empty(expectation);
                return;
            }
            if (other.isMany()) {
                compareEach(expectation, expected, other);
            } else {
                compare(expectation, expected, other);
            }
            open.gaps(expectation.name(), expectation::unread, expectation.group(), expected.gaps());
        } catch (SchemaSourceException e) {
            open.notReadable(e, expectation.group());
        } catch (InspectionException e) {
            open.notInspected(e, expectation.group());
        }
    }

    /** Statements that could be read and use no table, such as a question for the time, leave the rest as certain as it is. */
    private boolean isBesideOthers(Expectation expectation) {
        return expectation.statements().isPresent()
                && expectations.stream().anyMatch(other -> other.statements().isEmpty());
    }

    /** After all is compared, for what differs may explain why a statement fails. */
    private void describe(Expectation expectation, ComparedSchema other) {
        Optional<StatementNeeds> needs = expectation.statements();
        if (needs.isPresent()) {
            DescribedStatements described = DescribedStatements.of(needs.get(), other, findings.all());
            covered.described(expectation.name(), described);
            findings.addAll(comparison().of(expectation, described, findings.all()));
        }
    }

    /** Last of all, for whatever goes wrong with them is no reason to doubt anything else. */
    private void checkLibraries(ComparedSchema other) {
        if (libraries.isEmpty()) {
            return;
        }
        long start = System.nanoTime();
        LibraryChecks checks = new LibraryChecks(other, comparison(), scope.timeout());
        checks.check(libraries);
        findings.addAll(checks.findings());
        covered.libraries(checks.coverage());
        inspecting = inspecting.plusNanos(System.nanoTime() - start);
    }

    private void compare(Expectation expectation, Schema expected, ComparedSchema other) throws InspectionException {
        long start = System.nanoTime();
        ComparedSchema.Look look = ShortWay.look(digests.of(expectation), expected, other, covered);
        inspecting = inspecting.plusNanos(System.nanoTime() - start);
        database = look.database();
        CheckablePart lookable = look.lookable(other.comparable(expected));
        lookable.rest().ifPresent(rest -> open.add(rest.of(expectation.group())));
        Schema comparable = spelled(lookable, look, other);
        Comparison.Found found = comparison().of(expectation, comparable, look, other.database());
        FixPlan helped = other.help(found.findings(), comparable, look);
        findings.addAll(helped.findings());
        plan = plan.and(helped);
        covered.notLookedAt(look.notLookedAt());
        covered.add(expected, comparable, look.schema(), found.drifts(), "");
        if (keepSchemas) {
            compared.add(new ComparedSchemas(expectation.name(), comparable, look.schema()));
        }
    }

    /** What can be looked for, in the spelling that the other side has for the same names. */
    private static Schema spelled(CheckablePart lookable, ComparedSchema.Look look, ComparedSchema other) {
        return other.database().dialect().spelledAs(lookable.expected(), look.schema());
    }

    private void compareEach(Expectation expectation, Schema expected, ComparedSchema other)
            throws InspectionException {
        ManySchemas many = new ManySchemas(expectation, comparison(), other);
        long start = System.nanoTime();
        try {
            other.lookEach(expected, digests.rest(expectation), look -> {
                CheckablePart lookable = look.lookable(expected);
                lookable.rest().ifPresent(rest -> open.addOnce(rest.of(expectation.group())));
                Schema comparable = spelled(lookable, look, other);
                List<Drift> drifts = many.compare(look, comparable);
                covered.notLookedAt(look.notLookedAt());
                covered.add(expected, comparable, look.schema(), drifts, ManySchemas.name(look));
                database = look.database().map(one -> one.in(scope.schemas()));
            });
        } finally {
            // What was found before the catalog failed stays found.
            inspecting = inspecting.plusNanos(System.nanoTime() - start);
            findings.addAll(many.findings());
            many.bySchema().forEach(targets::add);
        }
    }

    private Outcome outcome() {
        List<String> names = new ArrayList<>(expectations.size());
        for (Expectation expectation : expectations) {
            names.add(expectation.name());
        }
        DriftReport report = new DriftReport(
                names,
                database,
                lookedAt.isPresent() ? Optional.of(lookedAt.get().name()) : Optional.empty(),
                findings.all(),
                open.all(),
                covered.coverage(open.gaps(), statements, compared, digests.whyNot()),
                policy,
                new Timing(reading, inspecting),
                targets.results(policy, open.all()));
        return new Outcome(report, plan, open.firstFailure());
    }

    /**
     * What a check came to.
     *
     * @param report what it found
     * @param plan what would cure it
     * @param failure the first thing that stood in its way, if anything did
     */
    public record Outcome(DriftReport report, FixPlan plan, Optional<Throwable> failure) {}
}
