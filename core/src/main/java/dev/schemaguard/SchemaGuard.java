package dev.schemaguard;

import dev.schemaguard.check.Check;
import dev.schemaguard.check.Exclusion;
import dev.schemaguard.check.Expectation;
import dev.schemaguard.check.LibraryExpectation;
import dev.schemaguard.check.MigrationComparison;
import dev.schemaguard.check.Rehearsal;
import dev.schemaguard.check.StatementNeeds;
import dev.schemaguard.check.StatementReading;
import dev.schemaguard.check.TableSubset;
import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import dev.schemaguard.input.ReadingDeadline;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.policy.Unverified;
import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.Coverage;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.report.ReportFormat;
import dev.schemaguard.report.Timing;
import dev.schemaguard.source.PackagedMigrations;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.source.StatementSource;
import dev.schemaguard.source.library.LibraryContract;
import dev.schemaguard.source.library.LibraryContracts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Tells whether a database has what a release expects: loads the expectations, inspects the database, compares, judges and
 * reports.
 *
 * <p>Immutable and safe for use by many threads. An expectation is read at the first check and kept.
 */
public final class SchemaGuard {

    private final List<Expectation> expectations;
    private final List<LibraryExpectation> libraries;
    private final List<StatementReading> statements;
    private final Policy policy;
    private final InspectionScope scope;
    private final boolean keepSchemas;

    private SchemaGuard(
            List<Expectation> expectations,
            List<LibraryExpectation> libraries,
            List<StatementReading> statements,
            Policy policy,
            InspectionScope scope,
            boolean keepSchemas) {
        this.expectations = List.copyOf(expectations);
        this.libraries = List.copyOf(libraries);
        this.statements = List.copyOf(statements);
        this.policy = policy;
        this.scope = scope;
        this.keepSchemas = keepSchemas;
    }

    /** A guard for what these sources expect; every one of them must hold. */
    public static Builder expecting(SchemaSource... sources) {
        return expecting(List.of(sources));
    }

    /** A guard for what these sources expect; every one of them must hold. */
    public static Builder expecting(List<SchemaSource> sources) {
        return new Builder(sources);
    }

    /** A guard for a contract written by hand. */
    public static Builder expecting(Schema contract) {
        return expecting(SchemaSource.of(contract));
    }

    /**
     * Checks the database behind a DataSource. Takes one connection for the time of the check, writes nothing, and never
     * throws for what it finds: drift, and what could not be found out, are in the report.
     */
    public DriftReport check(DataSource dataSource) {
        return newCheck().run(dataSource).report();
    }

    /**
     * Checks the database behind a connection, which is left open and as it was. Never throws for what it finds.
     */
    public DriftReport check(Connection connection) {
        return newCheck().run(connection).report();
    }

    /**
     * Checks the database behind a DataSource and insists on the outcome.
     *
     * @return the report of a check that did not fail
     * @throws SchemaDriftException if the database lacks what the release expects
     * @throws SchemaUnverifiedException if that could not be found out
     */
    public DriftReport verify(DataSource dataSource) throws SQLException {
        return insistOn(newCheck().run(dataSource));
    }

    /**
     * Checks the database behind a connection, which is left open and as it was, and insists on the outcome.
     *
     * @return the report of a check that did not fail
     * @throws SchemaDriftException if the database lacks what the release expects
     * @throws SchemaUnverifiedException if that could not be found out
     */
    public DriftReport verify(Connection connection) throws SQLException {
        return insistOn(newCheck().run(connection));
    }

    /**
     * Compares with what another source says, such as a snapshot of a database that cannot be reached. Never throws for what
     * it finds.
     *
     * @param standIn what stands in for the database
     * @param database what kind of database that is
     */
    public DriftReport check(SchemaSource standIn, Database database) {
        return newCheck().run(standIn, database).report();
    }

    private static DriftReport insistOn(Check.Outcome outcome) throws SQLException {
        DriftReport report = outcome.report();
        if (!report.failed()) {
            return report;
        }
        throw report.verdict() == Verdict.DRIFTED
                ? new SchemaDriftException(report)
                : new SchemaUnverifiedException(report, outcome.failure().orElse(null));
    }

    /**
     * Goes through a check without a database, so that its classes are loaded: for a training run, in which a virtual machine
     * records what a start loads for a class-data archive or an AOT cache. Finds nothing out, throws nothing, sends nothing.
     *
     * @param database what kind of database it would be
     */
    public void rehearse(Database database) {
        new Rehearsal(expectations, database).run(this::newCheck);
    }

    private Check newCheck() {
        return new Check(expectations, libraries, statements, policy, scope, keepSchemas);
    }

    /** Checks the database behind a DataSource, as {@link #check(DataSource)}, and says what would cure what it found. */
    public ReportWithFixes remedy(DataSource dataSource) {
        Check.Outcome outcome = curable().run(dataSource);
        return new ReportWithFixes(outcome.report(), outcome.plan());
    }

    /** Checks the database behind a connection, as {@link #check(Connection)}, and says what would cure what it found. */
    public ReportWithFixes remedy(Connection connection) {
        Check.Outcome outcome = curable().run(connection);
        return new ReportWithFixes(outcome.report(), outcome.plan());
    }

    private Check curable() {
        if (scope.isOverManySchemas()) {
            throw new IllegalStateException("what cures drift is told of one place, not of all that fit '"
                    + String.join("', '", scope.schemas()) + "'; name one schema");
        }
        return newCheck();
    }

    /**
     * Prepares to compare a database with the migrations that an application packages beside the mapping that this guard
     * checks. Reads them, for the database that is assumed; to read them or to compare them decides nothing.
     *
     * @return empty where they state nothing for sure
     * @throws dev.schemaguard.input.SchemaSourceException if they cannot be read
     */
    public Optional<MigrationComparison> beside(PackagedMigrations migrations) {
        Database database = Databases.assumed();
        return ReadingDeadline.within(
                scope.timeout(),
                () -> MigrationComparison.of(
                        expectations.stream()
                                .map(expectation -> expectation.schema(database))
                                .toList(),
                        migrations,
                        migrations.source().load(database),
                        database,
                        policy,
                        scope));
    }

    /** The report of a check that was not made, or did not come to its end, for whoever gave up on it. */
    public DriftReport unverified(Unverified reason) {
        return new DriftReport(
                expectations(), Optional.empty(), List.of(), List.of(reason), Coverage.NOTHING, policy, Timing.ZERO);
    }

    /**
     * A guard for only those tables that count against the database in a report of this guard, so that whoever waits for a
     * migration reads again only what was not as expected. The same guard where something else counts too.
     */
    public SchemaGuard narrowedTo(DriftReport failed) {
        return TableSubset.of(expectations, failed)
                .map(fewer -> new SchemaGuard(fewer, libraries, statements, policy, scope, keepSchemas))
                .orElse(this);
    }

    /**
     * What is expected, as far as it has been read: before the first check nothing. For who meets an error about something and
     * wants to know whether it can be drift at all.
     */
    public List<Schema> known() {
        return expectations.stream()
                .flatMap(expectation -> expectation.known().stream())
                .toList();
    }

    /** The names of the groups of what is expected but optional. */
    public Set<String> groups() {
        return expectations.stream()
                .flatMap(expectation -> expectation.group().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The names of what is expected. */
    public List<String> expectations() {
        return expectations.stream().map(Expectation::name).toList();
    }

    /** Chooses what is expected, what is looked at, and what fails. */
    public static final class Builder {

        private final NamedSources named = new NamedSources();
        private final List<LibraryContract> libraries = new ArrayList<>();
        private final List<StatementSource> statements = new ArrayList<>();
        private final List<StatementSource> explaining = new ArrayList<>();
        private Policy policy = Policy.DEFAULT;
        private InspectionScope scope = InspectionScope.EVERYTHING;
        private boolean keepSchemas;
        private boolean describedOnDriftOnly;

        private Builder(List<SchemaSource> sources) {
            named.addAll(sources);
        }

        /** Adds what a part of the release expects that can be missing without failing the whole. */
        public Builder optional(String group, SchemaSource source) {
            named.add(source, Optional.of(group));
            return this;
        }

        /**
         * Looks at the tables of libraries, too. What only they expect is at most risky, and a library without tables in the
         * database is a line in the report.
         */
        public Builder libraries(LibraryContracts contracts) {
            libraries.addAll(contracts.all());
            return this;
        }

        /**
         * Adds statements that the release sends. What they use is expected, too, and a finding says which of them it breaks.
         */
        public Builder statements(StatementSource... sources) {
            statements.addAll(List.of(sources));
            return this;
        }

        /**
         * Adds statements that the release sends, which are read only where something differs, to say which of them that breaks:
         * for those that would have to be parsed while an application starts.
         */
        public Builder explainedBy(StatementSource... sources) {
            explaining.addAll(List.of(sources));
            return this;
        }

        /**
         * Lets the server be asked whether it would take the statements only where something differs: for a start, which is to
         * cost one look at the catalog.
         */
        public Builder describedOnDriftOnly() {
            this.describedOnDriftOnly = true;
            return this;
        }

        /** From which severity on a check fails, and what becomes of what could not be found out. */
        public Builder policy(Policy newPolicy) {
            this.policy = Objects.requireNonNull(newPolicy, "policy");
            return this;
        }

        /** Which schemas are looked at, which tables are none of our business, and how long it may take. */
        public Builder scope(InspectionScope newScope) {
            this.scope = Objects.requireNonNull(newScope, "scope");
            return this;
        }

        /**
         * Lets reports hold both schemas, so that the page of {@link ReportFormat#HTML} shows whole tables side by side and
         * not only what differs. A report then keeps them in memory.
         */
        public Builder keepingSchemas() {
            this.keepSchemas = true;
            return this;
        }

        /** The guard. */
        public SchemaGuard build() {
            if (named.isEmpty() && statements.isEmpty()) {
                throw new IllegalStateException("no expectation was named, so there is nothing to guard");
            }
            List<Expectation> beside = named.expectations(scope);
            List<Expectation> expectations = new ArrayList<>(beside);
            List<StatementReading> readings = new ArrayList<>();
            for (StatementSource source : statements) {
                StatementReading reading = new StatementReading(source, beside);
                readings.add(reading);
                StatementNeeds needs = new StatementNeeds(reading, describedOnDriftOnly);
                expectations.add(new Expectation(Exclusion.of(needs, scope.exclude()), Optional.empty()));
            }
            for (StatementSource source : explaining) {
                readings.add(new StatementReading(source, beside));
            }
            return new SchemaGuard(expectations, named.others(libraries, scope), readings, policy, scope, keepSchemas);
        }
    }
}
